import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { diffWithChanges } from '../../diff/diff.js';
import { buildReport } from '../../migrate/report/build-report.js';
import type { MigrationReport } from '../../migrate/report/migration-report.js';
import { renderMigrationJson } from '../../report/migration-json.js';
import { renderMigrationMarkdown } from '../../report/migration-markdown.js';
import { readText } from '../documents.js';
import { runCommand } from '../io.js';
import { BASE, REVISION } from '../migrate/changelog-draft/changelog-pair.js';
import { hasShared, root, shared } from '../shared.js';

/** The kinds of all nodes of a Markdown text, as GitHub reads it. */
function kindsOf(markdown: string): readonly string[] {
  const kinds: string[] = [];
  const visit = (node: Nodes): void => {
    kinds.push(node.type);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  for (const child of tree.children) visit(child);
  return kinds;
}

async function reportOf(base: string, revision: string): Promise<MigrationReport> {
  const [left, right] = [await readText(base), await readText(revision)];
  const client = (side: string) => ({ apiName: 'pets', module: `./${side}/index.js` });
  return buildReport(
    await diffWithChanges(left, right),
    { document: left, client: client('1') },
    { document: right, client: client('2') },
  );
}

describe('the migration report as Markdown', () => {
  test('tells each cause with payloads, code and steps', async () => {
    const expected = readFileSync(join(root, 'test/report/migration-pair.md'), 'utf8');
    expect(renderMigrationMarkdown(await reportOf(BASE, REVISION))).toBe(expected);
  });

  test('says that there is nothing to do', async () => {
    expect(renderMigrationMarkdown(await reportOf(BASE, BASE))).toBe(
      '# Pets: 1 → 1\n\n**Nothing to do: nothing changed.**\n',
    );
    const added = BASE.replace('colour: {type: string}', 'colour: {type: string}\n        mood: {type: string}');
    const text = renderMigrationMarkdown(await reportOf(BASE, added));
    expect(text.split('\n').slice(0, 6)).toEqual([
      '# Pets: 1 → 1',
      '',
      '**Nothing to do: what changed is safe for callers.**',
      '',
      '- 1 new, 0 other changes',
      '- 1 finding in all',
    ]);
    expect(text).not.toContain('- [ ]');
  });

  test.skipIf(!hasShared)('has the same structure whatever the texts of the documents are', async () => {
    const cwd = `${shared}hostile/spec`;
    const empty = JSON.stringify({ openapi: '3.1.0', info: { title: 't', version: '1' }, paths: {} });
    for (const name of ['174-markdown.json', '175-ci-commands.json', '177-terminal-escapes.json']) {
      const refused = await runCommand(['migrate', name, '076-missing-paths-30.yaml'], { cwd, stdin: '' });
      expect([refused.code, refused.stdout]).toEqual([2, '']);
      const { code, stdout } = await runCommand(['migrate', name, '-'], { cwd, stdin: empty });
      const kinds = kindsOf(stdout);
      const count = (kind: string): number => kinds.filter((found) => found === kind).length;
      expect([code, ...['html', 'image', 'link', 'table', 'blockquote'].map(count)]).toEqual([0, 0, 0, 0, 0, 0]);
      expect(count('code')).toBe((stdout.match(/^`{3,}\w+$/gm) ?? []).length);
      expect(count('heading')).toBe((stdout.match(/^#{1,3} /gm) ?? []).length);
      expect(stdout).not.toMatch(/^::/m);
    }
  });

  test('has its sections in the order of urgency', () => {
    const text = readFileSync(join(root, 'generated/intercom/migrations/2.15..preview/report.md'), 'utf8');
    expect(text.match(/^## .*(?= \(\d+\)$)/gm)).toEqual([
      '## Breaking on the wire',
      '## Breaking at compile time only',
      '## Silent changes',
      '## New things worth having',
      '## Also changed',
    ]);
    expect(text).toContain('- [ ] 3. Contacts: Send and read `owner_id` as a string\n');
  });
});

test('the migration report as JSON keeps to its schema', async () => {
  const schema = JSON.parse(readFileSync(join(root, 'report/migration-1.schema.json'), 'utf8'));
  const validate = new Ajv2020.default({ allErrors: true, allowUnionTypes: true }).compile(schema);
  const texts = [renderMigrationJson(await reportOf(BASE, REVISION)), renderMigrationJson(await reportOf(BASE, BASE))];
  texts.push(readFileSync(join(root, 'generated/intercom/migrations/2.13..preview/report.json'), 'utf8'));
  for (const text of texts) expect([validate(JSON.parse(text)), validate.errors]).toEqual([true, null]);
});
