import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { allRules } from '../../diff/rules/table.js';
import { referenceFiles } from '../../scripts/generate-project.js';
import { runCommand } from '../io.js';
import { root } from '../shared.js';

const TEXT = `enum-value-added: A listed value was added.

why       Callers need not send it; callers that read receive a value they have
          no case for.
fix       Tell callers beforehand to expect further values.
contract  wire: requests or answers differ
judges    schema.enum.changed
`;

describe('explain', () => {
  test('tells everything about a rule', async () => {
    const { code, stdout, stderr } = await runCommand(['explain', 'enum-value-added']);
    expect([code, stdout.slice(0, TEXT.length), stderr]).toEqual([0, TEXT, '']);
    expect(stdout.match(/^\S.*:$|^ {4}\w+ +\w+/gm)).toEqual(expect.arrayContaining(['    strict    error']));
  });

  test('has the same as data and as Markdown', async () => {
    const json = await runCommand(['explain', 'enum-value-added', '--format', 'json']);
    const { id, element, contract, on, aliases } = JSON.parse(json.stdout);
    expect([id, element, contract, on, aliases]).toEqual([
      'enum-value-added',
      'Schemas',
      'wire',
      'schema.enum.changed',
      [],
    ]);
    const markdown = await runCommand(['explain', 'enum-value-added', '--format', 'markdown']);
    expect(markdown.stdout.split('\n')[0]).toBe('### enum-value-added');
  });

  test('lists every rule once, by element', async () => {
    const { code, stdout } = await runCommand(['explain'], { width: 200 });
    const ids = [...stdout.matchAll(/^ {2}([a-z][a-z-]+) {2}/gm)].map(([, id]) => id);
    expect([code, [...ids].sort()]).toEqual([0, allRules.map(({ id }) => id)]);
    expect(stdout.match(/^[A-Z][\w ]+$/gm)?.slice(0, 3)).toEqual(['Servers', 'Security', 'Operations']);
  });

  test.each([
    [
      ['enum-value-aded'],
      'There is no rule "enum-value-aded". Did you mean "enum-value-added"? "specshift explain" lists all rules.',
    ],
    [
      ['undecided'],
      '"undecided" is no rule: two schemas could not be compared, and the finding says why. It counts as dangerous.',
    ],
    [['unclassified'], '"unclassified" is no rule: something changed that no rule judges. It counts as dangerous.'],
    [['__proto__'], 'There is no rule "__proto__". "specshift explain" lists all rules.'],
    [['a', 'b'], 'explain takes one rule: specshift explain <rule>.'],
  ])('%j cannot be explained', async (args, message) => {
    expect(await runCommand(['explain', ...args])).toEqual({ code: 2, stdout: '', stderr: `specshift: ${message}\n` });
  });
});

describe('files made from the rules', () => {
  test.each(referenceFiles())('$path is up to date', ({ path, text }) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(text);
  });

  test('the page has a heading for every rule, and every link leads to one', () => {
    const page = (referenceFiles()[0]?.text ?? '').replace(/```yaml[\s\S]*?```/g, '');
    const headings = [...page.matchAll(/^#{1,3} (.+)$/gm)].map(([, title = '']) =>
      title.toLowerCase().replaceAll(' ', '-'),
    );
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    expect(allRules.filter(({ id }) => !headings.includes(id))).toEqual([]);
    expect(links.filter((anchor) => !headings.includes(anchor ?? ''))).toEqual([]);
    expect(new Set(headings).size).toBe(headings.length);
    expect(fromMarkdown(page).children.filter(({ type }) => type === 'html')).toEqual([]);
  });
});
