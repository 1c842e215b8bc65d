import { describe, expect, test } from 'vitest';
import { generateClient } from '../../../generator/generate.js';
import { readDocument } from '../../../openapi/read.js';
import { inventory, membersOf } from './module-inventory.js';
import { randomTexts } from './random-text.js';

const ODD = [
  'foo_bar',
  'fooBar',
  'foo-bar',
  'Blob',
  'Array',
  'constructor',
  '__proto__',
  'toString',
  'then',
  '',
  '0',
  '01',
  'a b',
  '*/',
  '"',
];

const KINDS = [
  'ImportDeclaration',
  'ExportDeclaration',
  'InterfaceDeclaration',
  'TypeAliasDeclaration',
  'FirstStatement',
  'FunctionDeclaration',
];

/** A document that has every text in every place of a name. */
function documentWith(texts: readonly string[]): string {
  // Only a text can hold a key named "__proto__" as any other.
  const entries = (of: (text: string, index: number) => string): string =>
    texts.map((text, index) => `${JSON.stringify(text)}:${of(text, index)}`).join(',');
  const said = (text: string): string => JSON.stringify(text);
  const schema = (text: string): string =>
    `{"type":"object","title":${said(text)},"description":${said(text)},"properties":{${said(text)}:{"type":"string","enum":[${said(text)},"x"]}},"required":[${said(text)}]}`;
  const parameters = texts.map(
    (text) => `{"name":${said(text)},"in":"query","description":${said(text)},"schema":{"type":"string"}}`,
  );
  const response = `{"description":"ok","content":{"application/json":{"schema":{"$ref":"#/components/schemas/Named"}}}}`;
  const paths = texts.map(
    (text, index) =>
      `"/p${index}":{"get":{"operationId":${said(text)},"tags":[${said(text)}],"summary":${said(text)},"description":${said(text)},"parameters":[${index === 0 ? parameters.join(',') : ''}],"responses":{"200":${response}}}}`,
  );
  const properties = `"Named":{"type":"object","properties":{${entries(() => '{"type":"string"}')}}}`;
  return `{"openapi":"3.1.0","info":{"title":${said(texts.join(''))},"version":${said(texts[0] ?? '')}},"paths":{${paths.join(',')}},"components":{"schemas":{${properties},${entries(schema)}}}}`;
}

/** The modules of a client of such a document, and what it was made of. */
async function clientOf(texts: readonly string[]) {
  const document = await readDocument({ name: 'n.json', key: 'n.json', bytes: Buffer.from(documentWith(texts)) });
  const files = await generateClient(document, { apiName: texts[1] ?? 'api', runtimeImport: './runtime.js' });
  return { document, files, types: files.find(({ path }) => path === 'types.ts')?.text ?? '' };
}

describe('names of a document', () => {
  test.each([1, 2, 3])('are kept and stay text, wherever they stand (%i)', async (seed) => {
    const texts = [...new Set([...ODD, ...randomTexts(seed, 40)])].map((text) => text.replace(/\p{Cs}/gu, ''));
    const different = [...new Set(texts)];
    const { document, files, types } = await clientOf(different);
    let calls = 0;
    for (const { path, text } of files.filter((file) => file.path.endsWith('.ts'))) {
      const found = inventory(text);
      calls += found.calls;
      expect([path, ...[...found.statements].filter((kind) => !KINDS.includes(kind))]).toEqual([path]);
      expect([path, found.names.has('a literal that is not emitted')]).toEqual([path, false]);
    }
    expect(calls).toBe(document.operations.length);
    expect(membersOf(types, 'components', 'schemas').sort()).toEqual(['Named', ...different].sort());
    expect(membersOf(types, 'components', 'schemas', 'Named').sort()).toEqual([...different].sort());
    for (const name of different) expect(membersOf(types, 'components', 'schemas', name)).toEqual([name]);
    expect(new Set(files.map(({ path }) => path.toLowerCase())).size).toBe(files.length);
    const holder = files.find(({ text }) => /^export interface \w+Params /m.test(text))?.text ?? '';
    const [, name = ''] = /^export interface (\w+Params) /m.exec(holder) ?? [];
    expect(new Set(membersOf(holder, name)).size).toBe(different.length);
  });

  test('that look alike are different names', async () => {
    const { files } = await clientOf(ODD);
    const constants = files.flatMap(({ text }) =>
      [...text.matchAll(/^export const (\w+): \(/gm)].map(([, name]) => name),
    );
    expect(constants).toEqual([
      ...['fooBar', 'fooBar2', 'fooBar3', 'blob', 'array', 'constructor2', 'proto', 'toString2', 'then2', 'getP9'],
      ...['_0', '_01', 'aB', 'getP13', 'getP14'],
    ]);
  });
});
