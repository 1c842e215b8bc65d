import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { EXTRAS } from '../../../generator/options.js';
import { DocumentError, formatDiagnostic } from '../../../openapi/source/diagnostic.js';
import { parseProjectConfig } from '../../../scripts/input/parse-project-config.js';
import { root } from '../../shared.js';

function schema(name: string) {
  return JSON.parse(readFileSync(join(root, 'scripts/input', name), 'utf8'));
}

const ajv = new Ajv2020.default({ strict: true, allowUnionTypes: true, strictRequired: false });
addFormats.default(ajv);
const isValid = ajv.compile(schema('config-1.schema.json'));

function faultsOf(text: string): readonly string[] {
  try {
    parseProjectConfig('c.yaml', Buffer.from(text));
    return [];
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return error.diagnostics.map(formatDiagnostic);
  }
}

function oneApi(fields: string): string {
  return `apis:\n  - {name: pets, ${fields}}\n`;
}

/** The last column says that no JSON Schema can tell. */
test.each<[string, string, readonly string[], 'no schema'?]>([
  ['one document', oneApi('document: api.yaml'), []],
  ['one version', oneApi('versions: [{version: a, file: a.yaml}]'), []],
  [
    'null for what is absent',
    oneApi('document: a.yaml, output: null, extras: null, pagination: null, names: null'),
    [],
  ],
  ['a list', '[]', ['1:1 [type] # This file must be a mapping, not an array.']],
  ['nothing', '{}', ['1:1 [missing] #/apis "apis" must be a list with at least one entry.']],
  [
    'neither document nor versions',
    oneApi('title: Pets'),
    ['2:5 [missing] #/apis/0/versions "versions" must be a list with at least one entry.'],
  ],
  [
    'both',
    oneApi('document: a.yaml, versions: [{version: a, file: a.yaml}]'),
    ['2:46 [versions] #/apis/0/versions An API has either a "document" or "versions".'],
  ],
  [
    'a version with the name of what versions share',
    oneApi('versions: [{version: Runtime, file: a.yaml}]'),
    [
      '2:39 [name] #/apis/0/versions/0/version "Runtime" cannot be the name of a version: what all versions share lies in a folder of that name.',
    ],
    'no schema',
  ],
  [
    'versions that differ in case',
    oneApi('versions: [{version: a, file: a.yaml}, {version: A, file: b.yaml}]'),
    ['2:67 [duplicate] #/apis/0/versions/1/version The version "A" is listed twice.'],
    'no schema',
  ],
  [
    'code to be run',
    oneApi('document: a.yaml, plugin: ./evil.js'),
    ['2:36 [unknown-key] #/apis/0/plugin "plugin" means nothing here.'],
  ],
  [
    'paths that lead out',
    oneApi('output: ../../.., document: /etc/passwd, overlays: [a/../../b.yaml]'),
    [
      '2:26 [outside] #/apis/0/output "output" must lie in the folder of this file.',
      '2:46 [outside] #/apis/0/document "document" must lie in the folder of this file.',
      '2:70 [outside] #/apis/0/overlays/0 "overlays" must lie in the folder of this file.',
    ],
  ],
  [
    'the folder itself as output',
    oneApi('output: ./., document: a.yaml'),
    ['2:26 [output] #/apis/0/output "output" must be a folder of its own.'],
    'no schema',
  ],
  [
    'a name that is none',
    oneApi('document: a.yaml').replace('pets', '../x'),
    [
      '2:12 [name] #/apis/0/name "../x" cannot be the name of an API: letters, digits, ".", "-" and "_" are, and the first is a letter or digit.',
    ],
  ],
  [
    'a name and a folder that are used twice',
    'apis:\n  - {name: a, document: a.yaml}\n  - {name: A, output: generated//a, document: b.yaml}\n',
    [
      '3:12 [duplicate] #/apis/1/name The name "A" is used twice.',
      '3:23 [duplicate] #/apis/1/output The output "generated/a" is used twice.',
    ],
    'no schema',
  ],
  [
    'an unknown extra',
    oneApi('document: a.yaml, extras: [zodd]'),
    ['2:45 [extra] #/apis/0/extras/0 An extra is zod or msw, not "zodd". Did you mean "zod"?'],
  ],
  [
    'an unknown way to page',
    oneApi('document: a.yaml, pagination: {listPets: {items: data, next: cursors}, listTags: none, listToys: 1}'),
    [
      '2:79 [next] #/apis/0/pagination/listPets/next "next" is cursor, page, offset, last, link, not "cursors". Did you mean "cursor"?',
      '2:115 [type] #/apis/0/pagination/listToys Unless it is none, a rule must be a mapping, not a number.',
    ],
  ],
])('%s', (_, text, faults, schemaless) => {
  expect(faultsOf(text)).toEqual(faults.map((fault) => `c.yaml:${fault}`));
  if (schemaless === undefined) expect(isValid(parse(text))).toBe(faults.length === 0);
});

describe('what is said of an API', () => {
  test('of one with a document', () => {
    const text = `
apis:
  - name: pets
    title: Pet shop
    output: ./src//pets/
    document: api/pets.yaml
    overlays: [api/fixes.yaml]
    vendorDocs: "https://docs.example/{tag}"
    names: {groups: {Pet: pet}, functions: {__proto__: p}}
    pagination:
      listPets: {items: data, next: cursor, from: pages.next, to: [body, a.b], more: has_more, total: n}
      listTags: none
      listToys: {next: link}
    extras: [zod, msw]
`;
    expect(isValid(parse(text))).toBe(true);
    expect(parseProjectConfig('c.yaml', Buffer.from(text))).toEqual([
      {
        name: 'pets',
        title: 'Pet shop',
        output: 'src/pets',
        versions: [
          {
            version: 'current',
            label: 'current',
            kind: 'stable',
            file: 'api/pets.yaml',
            overlays: ['api/fixes.yaml'],
            editions: [],
          },
        ],
        names: { groups: { Pet: 'pet' }, methods: {}, functions: Object.fromEntries([['__proto__', 'p']]) },
        pagination: {
          listPets: {
            items: ['data'],
            next: 'cursor',
            from: ['pages', 'next'],
            to: ['body', 'a.b'],
            more: ['has_more'],
            total: ['n'],
          },
          listTags: 'none',
          listToys: { items: [], next: 'link' },
        },
        vendorDocs: 'https://docs.example/{tag}',
        extras: ['zod', 'msw'],
        isSingle: true,
        path: 'c.yaml',
        folder: '.',
      },
    ]);
  });

  test('of one with versions', () => {
    const text = oneApi('versionHeader: V, versions: [{version: "1", file: a.yaml, header: one, base: null}]');
    const [api] = parseProjectConfig('c.yaml', Buffer.from(text));
    expect(api).toEqual({
      name: 'pets',
      title: 'pets',
      versionHeader: 'V',
      versions: [
        { version: '1', label: '1', kind: 'stable', header: 'one', file: 'a.yaml', overlays: [], editions: [] },
      ],
      names: { groups: {}, methods: {}, functions: {} },
      pagination: {},
      extras: [],
      isSingle: false,
      path: 'c.yaml',
      folder: '.',
    });
  });
});

test('the schemas of both configurations say the same where they mean the same', () => {
  const [api, config] = [schema('api-1.schema.json'), schema('config-1.schema.json')];
  const fields = config.properties.apis.items.properties;
  expect(config.$defs).toEqual(api.$defs);
  expect(config.$defs.extras.items.enum).toEqual([...EXTRAS]);
  for (const name of ['names', 'pagination', 'vendorDocs', 'extras', 'versionHeader']) {
    expect(fields[name]).toEqual(api.properties[name]);
  }
});
