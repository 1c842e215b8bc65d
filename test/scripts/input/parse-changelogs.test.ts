import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { CHANGE_KINDS } from '../../../migrate/changelog/change-kinds.js';
import { CLAIM_KINDS, CLAIM_PARTS } from '../../../migrate/changelog/claim.js';
import { DocumentError } from '../../../openapi/source/diagnostic.js';
import type { JsonObject } from '../../../openapi/source/json.js';
import { parseChangelogs } from '../../../scripts/input/parse-changelogs.js';
import { root } from '../../shared.js';

const schema = JSON.parse(readFileSync(join(root, 'scripts/input/claims-1.schema.json'), 'utf8'));
const known = {
  bases: new Map([
    ['1', undefined],
    ['2', '1'],
  ]),
  names: new Set(['1', '2', '2@release']),
};

/** What is wrong in files, as `line:column code pointer message`. */
function faultsOf(...texts: readonly string[]): readonly string[] {
  try {
    parseChangelogs(
      texts.map((text, index) => ({ name: `${index}.yaml`, bytes: Buffer.from(text) })),
      known,
    );
    return [];
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return error.diagnostics.map(
      ({ code, message, place }) => `${place.line}:${place.column} ${code} ${place.pointer} ${message}`,
    );
  }
}

const ITEM: JsonObject = { change: 'operation.added' };
const CLAIM: JsonObject = {
  id: 'a',
  title: 'A claim',
  kind: 'endpoint-added',
  operations: ['GET /orders/{id}'],
  where: 'operation',
  breaking: false,
  evidence: [ITEM],
};
const ENTRY: JsonObject = {
  id: 'b',
  title: 'An entry',
  breaking: true,
  source: 'seen',
  evidence: [{ ...ITEM, at: 'response' }],
};

const file = (fields: JsonObject): JsonObject => ({ version: '2', title: 'Changelog', ...fields });
const withClaim = (fields: JsonObject): JsonObject => file({ claims: [{ ...CLAIM, ...fields }] });
const withItem = (item: JsonObject): JsonObject => withClaim({ evidence: [item] });
const withEntry = (fields: JsonObject): JsonObject => file({ unannounced: [{ ...ENTRY, ...fields }] });

const TYPE = { change: 'schema.type.changed', at: 'response.owner' };
const BEHAVIOR = { change: 'extension.changed', extension: 'x-behaviors' };

describe('the schema for editors', () => {
  test('knows exactly the kinds that the command knows', () => {
    expect(schema.$defs.evidence.properties.change.enum).toEqual([...CHANGE_KINDS, 'unchanged']);
    expect(schema.$defs.claim.properties.kind.enum).toEqual(CLAIM_KINDS);
    expect(schema.$defs.claim.properties.where.enum).toEqual(CLAIM_PARTS);
  });

  const validate = new Ajv2020({ strictTypes: false }).compile(schema);

  test.each([
    [file({}), []],
    [file({ base: '1', claims: [CLAIM], unannounced: [ENTRY], $schema: 'a', 'x-note': 1 }), []],
    [
      withClaim({ base: '2@release', note: 'A note.', path: 404, before: 'no', after: '9', breaking: 'conditional' }),
      [],
    ],
    [withClaim({ operations: ['GET (all)'], evidence: [{ ...ITEM, operations: ['WEBHOOK order.paid'] }] }), []],
    [withItem({ ...TYPE, after: { type: 'string' } }), []],
    [withItem({ ...BEHAVIOR, value: { id: 'a' } }), []],
    [withItem({ change: 'unchanged', at: 'security' }), []],
    [withEntry({ evidence: [{ change: 'schema.type.changed', pointers: ['#/components/schemas/A/type'] }] }), []],
    [withEntry({ evidence: [TYPE], kind: 'field-retyped', operations: ['GET /orders/{}'] }), []],
    [{ title: 'Changelog' }, ['missing #']],
    [{ version: '2' }, ['missing #']],
    [file({ claim: [] }), ['unknown-key #/claim']],
    [withClaim({ id: '' }), ['type #/claims/0/id']],
    [withClaim({ kind: 'field-add' }), ['value #/claims/0/kind']],
    [withClaim({ where: 'body' }), ['value #/claims/0/where']],
    [withClaim({ breaking: 'yes' }), ['value #/claims/0/breaking']],
    [withClaim({ evidence: [] }), ['missing #/claims/0']],
    [withClaim({ source: 'seen' }), ['unknown-key #/claims/0/source']],
    [withItem({ change: 'operation.add' }), ['change #/claims/0/evidence/0/change']],
    [withItem({ ...ITEM, at: 'body.owner' }), ['place #/claims/0/evidence/0/at']],
    [withItem({ ...ITEM, where: 'response' }), ['unknown-key #/claims/0/evidence/0/where']],
    [withItem({ ...ITEM, operations: [] }), ['operations #/claims/0/evidence/0/operations']],
    [withItem({ ...ITEM, operations: ['get /orders'] }), ['operations #/claims/0/evidence/0/operations/0']],
    [withItem(TYPE), ['direction #/claims/0/evidence/0']],
    [withItem({ ...BEHAVIOR, extension: null, value: 'a' }), ['missing #/claims/0/evidence/0']],
    [withItem({ ...ITEM, extension: 'x-behaviors' }), ['extension #/claims/0/evidence/0/extension']],
    [withEntry({ source: null }), ['missing #/unannounced/0']],
    [
      withEntry({ evidence: [{ change: 'operation.added', pointers: ['/paths'] }] }),
      ['pointers #/unannounced/0/evidence/0/pointers/0'],
    ],
  ])('%j', (data, faults) => {
    const told = faultsOf(JSON.stringify(data)).map((fault) => fault.split(' ').slice(1, 3).join(' '));
    expect([told, validate(data)]).toEqual([faults, faults.length === 0]);
  });
});

describe('what only the command can tell', () => {
  test.each([
    [
      withClaim({ base: '3' }),
      'version #/claims/0/base There is no version "3". Did you mean "1"? The versions are 1, 2, 2@release.',
    ],
    [
      file({ version: '9' }),
      'version #/version There is no version "9". Did you mean "1"? The versions are 1, 2, 2@release.',
    ],
    [
      withClaim({ operations: ['GET (all)'] }),
      'operations #/claims/0/evidence/0 Name the operations that show it: those of the claim are not all written as GET /path or WEBHOOK name.',
    ],
    [
      withItem({ ...ITEM, at: 'response.a..b' }),
      'place #/claims/0/evidence/0/at A name is expected at character 12 of "response.a..b". Quote others.',
    ],
    [
      withItem({ change: 'media-type.added', at: 'response' }),
      'value #/claims/0/evidence/0 There may be several of "media-type.added" in one place. Say which "value" is meant.',
    ],
    [
      withItem({ change: 'link.changed', at: 'response', value: 'next' }),
      'direction #/claims/0/evidence/0 "link.changed" may go either way. Say what was there "before" or is there "after".',
    ],
    [
      withItem({ ...ITEM, pointers: ['#/paths'] }),
      'pointers #/claims/0/evidence/0/pointers A claim names a place with "at"; pointers only tell apart what stands there.',
    ],
    [
      withEntry({ evidence: [ITEM] }),
      'matches-anything #/unannounced/0/evidence/0 An item without an operation needs "at" or "pointers", or any change would do.',
    ],
  ])('%j', (data, message) => {
    expect(faultsOf(JSON.stringify(data)).map((fault) => fault.split(' ').slice(1).join(' '))).toEqual([message]);
  });

  test('ids are unique in all files, and a version has one file', () => {
    const one = JSON.stringify(withClaim({}));
    expect(faultsOf(one, JSON.stringify(file({ claims: [CLAIM, { ...CLAIM, id: 'c' }] })))).toEqual([
      '1:12 duplicate #/version "version" "2" is there already: 0.yaml:1:12.',
      '1:52 duplicate #/claims/0/id "id" "a" is there already: 0.yaml:1:52.',
    ]);
  });

  test('the place of a fault is that in the file', () => {
    expect(faultsOf('version: "2"\ntitle: Changelog\nclaims:\n  - id: a\n    titel: A claim\n')).toEqual([
      '5:5 unknown-key #/claims/0/titel "titel" means nothing here. Did you mean "title"?',
      '4:5 missing #/claims/0 "kind" is missing.',
      '4:5 missing #/claims/0 "where" is missing.',
      '4:5 missing #/claims/0 "evidence" needs at least one item.',
      '4:5 missing #/claims/0 "title" is missing.',
      '4:5 value #/claims/0 "breaking" is true, false or conditional.',
    ]);
  });

  test('text that looks like an object of JavaScript is text', () => {
    const data = JSON.parse(JSON.stringify(withClaim({ id: '__proto__', title: 'constructor', path: '__proto__' })));
    expect(faultsOf(JSON.stringify(data))).toEqual([]);
    expect(faultsOf('{"version": "2", "title": "a", "__proto__": {}}')).toEqual([
      '1:32 unknown-key #/__proto__ "__proto__" means nothing here.',
    ]);
  });
});
