import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { hasShared, shared } from '../../shared.js';
import { type Client, ClientFolder, COMPILERS } from '../client-folder.js';
import { inventory, membersOf } from './module-inventory.js';

const OFFICIAL = ['2.15.yaml', 'preview.yaml'].map((name) => join(shared, 'intercom/official', name));
const HOSTILE = join(shared, 'hostile/spec');

const ALLOWED = new Set([
  'ImportDeclaration',
  'ExportDeclaration',
  'InterfaceDeclaration',
  'TypeAliasDeclaration',
  'FirstStatement',
  'FunctionDeclaration',
]);

describe.skipIf(!hasShared)('clients of real and hostile documents (../shared)', async () => {
  const clients = new Map<string, Client>();
  const folder = hasShared ? new ClientFolder() : undefined;
  afterAll(() => folder?.remove());
  if (folder !== undefined) {
    const hostile = readdirSync(HOSTILE).map((name) => join(HOSTILE, name));
    for (const path of [...OFFICIAL, ...hostile]) {
      const name = path.slice(shared.length).replace(/\W+/g, '-');
      const client = await folder.add(path, name);
      if (client !== undefined) clients.set(name, client);
    }
  }

  it('are there', () => {
    expect(clients.size).toBeGreaterThan(25);
  });

  it.each(COMPILERS)('compile with %s', async (compiler) => {
    expect(await folder?.compile(compiler)).toBe('');
  });

  it.each([...clients.keys()])('%s holds declarations only, and every operation and schema', (name) => {
    const { document, files } = clients.get(name) ?? { document: undefined, files: [] };
    const modules = files.filter(({ path }) => path.endsWith('.ts'));
    let calls = 0;
    for (const { text } of modules) {
      const found = inventory(text);
      expect([...found.statements].filter((kind) => !ALLOWED.has(kind))).toEqual([]);
      expect([...found.names].filter((each) => /PWNED|not emitted/.test(each))).toEqual([]);
      expect(text).not.toMatch(/\p{Cs}/u);
      calls += found.calls;
    }
    const types = files.find(({ path }) => path === 'types.ts')?.text ?? '';
    const schemas = document?.components.schemas ?? new Map();
    expect(calls).toBe(document?.operations.length);
    expect(membersOf(types, 'operations').length).toBeGreaterThanOrEqual(document?.operations.length ?? 0);
    expect(membersOf(types, 'components', 'schemas')).toEqual([...schemas.keys()]);
    expect(new Set(files.map(({ path }) => path.toLowerCase())).size).toBe(files.length);
  });
});
