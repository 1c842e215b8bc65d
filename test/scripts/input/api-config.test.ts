import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { DocumentError, formatDiagnostic } from '../../../openapi/source/diagnostic.js';
import { parseApiConfig } from '../../../scripts/input/parse-api-config.js';
import { root } from '../../shared.js';

const ajv = new Ajv2020.default({ strict: true, allowUnionTypes: true, strictRequired: false });
addFormats.default(ajv);
const isValid = ajv.compile(JSON.parse(readFileSync(join(root, 'scripts/input/api-1.schema.json'), 'utf8')));

const VERSION = '{version: a, kind: stable, file: a.yaml, date: "2026-01-01"}';
const OTHER = VERSION.replace('version: a', 'version: b');

function configOf(...versions: readonly string[]): string {
  return `name: pets\ntitle: Pets\nversions:\n${versions.map((version) => `  - ${version}`).join('\n')}\n`;
}

/** One more field of a version or an edition. */
function withField(text: string, field: string): string {
  return text.replace(/\}$/, `, ${field}}`);
}

function faultsOf(text: string): readonly string[] {
  try {
    parseApiConfig('api.yaml', Buffer.from(text), 'specs/pets');
    return [];
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return error.diagnostics.map(formatDiagnostic);
  }
}

describe('what is wrong is told at its place', () => {
  const edition = (fields: string): string =>
    withField(VERSION, `editions: [{edition: r, date: "2026-01-02"${fields}}]`);

  /** The last column says that no JSON Schema can tell. */
  test.each<[string, string, readonly string[], 'no schema'?]>([
    ['nothing', configOf(VERSION), []],
    ['null for what is absent', configOf(withField(VERSION, 'base: null, header: null, editions: null')), []],
    ['a base', configOf(VERSION, withField(OTHER, 'base: a')), []],
    ['an edition as overlay', configOf(edition(', overlay: r.yaml, summary: At release')), []],
    ['an edition as file', configOf(edition(', file: r.yaml, overlay: null')), []],
    ['a list', '[]', ['1:1 [type] # This file must be a mapping, not an array.']],
    [
      'all that is missing',
      '{}',
      [
        '1:1 [missing] # "name" is missing.',
        '1:1 [missing] # "title" is missing.',
        '1:1 [missing] #/versions "versions" must be a list with at least one entry.',
      ],
    ],
    ['a version that is text', configOf('a'), ['4:5 [type] #/versions/0 A version must be a mapping, not a string.']],
    [
      'an unknown field',
      configOf(withField(VERSION, 'lable: A')),
      ['4:66 [unknown-key] #/versions/0/lable "lable" means nothing here. Did you mean "label"?'],
    ],
    ['a field of somebody else', configOf(withField(VERSION, 'x-mine: 1')), []],
    [
      'a number',
      configOf(VERSION.replace('version: a', 'version: 2.10')),
      ['4:15 [type] #/versions/0/version "version" must be text, not a number. Put it in quotes.'],
    ],
    [
      'a name with a space',
      configOf(VERSION.replace('version: a', 'version: a b')),
      [
        '4:15 [name] #/versions/0/version "a b" cannot be the name of a version: letters, digits, ".", "-" and "_" are, and the first is a letter or digit.',
      ],
    ],
    [
      'another kind',
      configOf(VERSION.replace('stable', 'stabel')),
      ['4:24 [kind] #/versions/0/kind "kind" is stable, preview, unstable, not "stabel". Did you mean "stable"?'],
    ],
    [
      'a day that is none',
      configOf(VERSION.replace('01-01', '02-30')),
      ['4:52 [date] #/versions/0/date "date" must be a day such as "2026-05-06", not "2026-02-30".'],
    ],
    [
      'a file elsewhere',
      configOf(VERSION.replace('a.yaml', '../a.yaml')),
      ['4:38 [outside] #/versions/0/file "file" must lie in the folder of this file.'],
    ],
    [
      'a file at the root',
      configOf(VERSION.replace('a.yaml', '/a.yaml')),
      ['4:38 [outside] #/versions/0/file "file" must lie in the folder of this file.'],
    ],
    [
      'a version listed twice',
      configOf(VERSION, VERSION),
      ['5:15 [duplicate] #/versions/1/version The version "a" is listed twice.'],
      'no schema',
    ],
    [
      'an unknown base',
      configOf(withField(VERSION, 'base: b')),
      ['4:72 [base] #/versions/0/base The base "b" of version "a" is not a version of this API. Did you mean "a"?'],
      'no schema',
    ],
    [
      'itself as base',
      configOf(withField(VERSION, 'base: a')),
      ['4:72 [base] #/versions/0/base Version "a" is compared with itself.'],
      'no schema',
    ],
    [
      'an unknown edition as base',
      configOf(withField(VERSION, 'base: a@r')),
      ['4:72 [base] #/versions/0/base Version "a" has no edition "r".'],
      'no schema',
    ],
    ['an edition of itself as base', configOf(withField(edition(', overlay: r.yaml'), 'base: a@r')), []],
    [
      'a base of three parts',
      configOf(withField(VERSION, 'base: a@b@c')),
      ['4:72 [base] #/versions/0/base The base "a@b@c" of version "a" is not a version of this API. Did you mean "a"?'],
    ],
    [
      'an edition kept in no way',
      configOf(edition('')),
      [
        '4:77 [edition] #/versions/0/editions/0 An edition is kept as an "overlay" on its version or as a "file" of its own, and this one has neither.',
      ],
    ],
    [
      'an edition kept in two ways',
      configOf(edition(', overlay: r.yaml, file: r.yaml')),
      [
        '4:77 [edition] #/versions/0/editions/0 An edition is kept as an "overlay" on its version or as a "file" of its own, and this one has both.',
      ],
    ],
    [
      'names that are no text',
      `${configOf(VERSION)}names: {groups: {Pets: 1}, methods: []}`,
      [
        '5:24 [type] #/names/groups/Pets "Pets" must be text, not a number.',
        '5:37 [type] #/names/methods "methods" must be a mapping, not an array.',
      ],
    ],
    [
      'no YAML',
      'name: [',
      [
        '1:8 [yaml-syntax] # This is not valid YAML. Unexpected end of the stream within a flow collection. Close the bracket, or indent the lines inside it.',
      ],
      'no schema',
    ],
  ])('%s', (_, text, faults, schema) => {
    expect(faultsOf(text)).toEqual(faults.map((fault) => `api.yaml:${fault}`));
    if (schema === undefined) expect(isValid(parse(text))).toBe(faults.length === 0);
  });

  test('bases that lead back', () => {
    const [one, two, three] = ['a', 'b', 'c'].map((name) => VERSION.replace('version: a', `version: ${name}`));
    const edition = 'editions: [{edition: r, date: "2026-01-02", file: r.yaml}]';
    const text = configOf(
      withField(`${one}`, 'base: c'),
      withField(`${two}`, `base: a, ${edition}`),
      withField(`${three}`, 'base: b@r'),
    );
    expect(faultsOf(text)).toEqual([
      'api.yaml:4:72 [base] #/versions/0/base The bases lead back to version "a": a → c → b → a.',
      'api.yaml:5:72 [base] #/versions/1/base The bases lead back to version "b": b → a → c → b.',
      'api.yaml:6:72 [base] #/versions/2/base The bases lead back to version "c": c → b → a → c.',
    ]);
  });
});

test('versions keep the order of the file, and everything that is said of them', () => {
  const text = `
name: pets
title: Pets
versionHeader: Pets-Version
versions:
  - {version: "2", label: Two, kind: preview, header: two, file: 2.yaml, overlays: [a.yaml, b.yaml], date: "2026-02-01"}
  - version: "1"
    kind: stable
    file: one/1.yaml
    date: "2026-01-01"
    base: "2"
    editions: [{edition: release, date: "2025-01-01", summary: As released, overlay: o.yaml}]
  - {version: "3", kind: unstable, file: 3.yaml, date: "2025-03-01", base: "1@release"}
names: {groups: {__proto__: p}, methods: {list: all}}
`;
  const config = parseApiConfig('api.yaml', Buffer.from(text), 'specs/pets');
  expect(config).toEqual({
    name: 'pets',
    title: 'Pets',
    versionHeader: 'Pets-Version',
    versions: [
      {
        version: '2',
        label: 'Two',
        kind: 'preview',
        header: 'two',
        file: '2.yaml',
        overlays: ['a.yaml', 'b.yaml'],
        date: '2026-02-01',
        editions: [],
      },
      {
        version: '1',
        label: '1',
        kind: 'stable',
        file: 'one/1.yaml',
        overlays: [],
        date: '2026-01-01',
        base: '2',
        editions: [
          { edition: 'release', date: '2025-01-01', summary: 'As released', kept: { kind: 'overlay', path: 'o.yaml' } },
        ],
      },
      {
        version: '3',
        label: '3',
        kind: 'unstable',
        file: '3.yaml',
        overlays: [],
        date: '2025-03-01',
        base: '1@release',
        editions: [],
      },
    ],
    names: { groups: Object.fromEntries([['__proto__', 'p']]), methods: { list: 'all' }, functions: {} },
    pagination: {},
    extras: [],
    isSingle: false,
    path: 'api.yaml',
    folder: 'specs/pets',
  });
});

test('the list of this project keeps to the schema and to the reader', () => {
  const text = readFileSync(join(root, 'specs/intercom/api.yaml'), 'utf8');
  expect([isValid(parse(text)), faultsOf(text)]).toEqual([true, []]);
});
