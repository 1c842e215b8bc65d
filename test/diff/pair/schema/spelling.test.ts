import { describe, expect, test } from 'vitest';
import { diffDocuments } from '../../../../diff/diff.js';
import { readText } from '../../../documents.js';

/** A document in which one schema is sent and received. */
function documentWith(schema: string, line: string): string {
  return `openapi: ${line}
info: {title: t, version: '1'}
paths:
  /a:
    post:
      requestBody: {content: {application/json: {schema: ${schema}}}}
      responses:
        '200': {description: ok, content: {application/json: {schema: ${schema}}}}
components:
  schemas:
    Pet: {type: object, required: [id], properties: {id: {type: string}}}
`;
}

async function told(base: string, revision: string, lines: readonly [string, string]): Promise<readonly string[]> {
  const [left, right] = await Promise.all([
    readText(documentWith(base, lines[0])),
    readText(documentWith(revision, lines[1])),
  ]);
  return (await diffDocuments(left, right)).findings.map(({ rule }) => rule);
}

const REF = "{$ref: '#/components/schemas/Pet'}";
const PET = '{type: object, required: [id], properties: {id: {type: string}}}';

describe('two spellings of one meaning are no change', () => {
  test.each([
    ['a reference and its target', REF, PET, '3.1.0', '3.1.0'],
    ['a reference and allOf of it', REF, `{allOf: [${REF}]}`, '3.0.3', '3.0.3'],
    [
      'allOf split in two',
      PET,
      '{allOf: [{type: object, required: [id]}, {properties: {id: {type: string}}}]}',
      '3.1.0',
      '3.1.0',
    ],
    ['one value', '{enum: [a]}', '{const: a}', '3.1.0', '3.1.0'],
    ['values and constants', '{enum: [a, b]}', '{anyOf: [{const: a}, {const: b}]}', '3.1.0', '3.1.0'],
    [
      'types and alternatives',
      '{type: [string, integer]}',
      '{anyOf: [{type: string}, {type: integer}]}',
      '3.1.0',
      '3.1.0',
    ],
    ['null in 3.0 and 3.1', '{type: string, nullable: true}', "{type: [string, 'null']}", '3.0.3', '3.1.0'],
    [
      'null beside a reference',
      `{$ref: '#/components/schemas/Pet', nullable: true}`,
      `{oneOf: [${REF}, {type: 'null'}]}`,
      '3.0.3',
      '3.1.0',
    ],
    [
      'an exclusive bound',
      '{type: number, minimum: 0, exclusiveMinimum: true}',
      '{type: number, exclusiveMinimum: 0}',
      '3.0.3',
      '3.1.0',
    ],
    ['a bound of integers', '{type: integer, exclusiveMinimum: 0}', '{type: integer, minimum: 1}', '3.1.0', '3.1.0'],
    ['a bound that bounds nothing', '{type: string, minLength: 0}', '{type: string}', '3.1.0', '3.1.0'],
    ['any schema', '{}', 'true', '3.1.0', '3.1.0'],
    ['both booleans', '{type: boolean, enum: [true, false]}', '{type: boolean}', '3.1.0', '3.1.0'],
    ['open objects', '{type: object, additionalProperties: true}', '{type: object}', '3.1.0', '3.1.0'],
  ])('%s', async (_, base, revision, left, right) => {
    expect(await told(base, revision, [left, right])).toEqual([]);
    expect(await told(revision, base, [right, left])).toEqual([]);
  });
});

describe('near spellings of another meaning are changes', () => {
  test.each([
    ['oneOf of types that overlap', '{type: number}', '{oneOf: [{type: integer}, {type: number}]}'],
    ['one value of two', '{enum: [a, b]}', '{const: a}'],
    ['a bound of numbers', '{type: number, exclusiveMinimum: 0}', '{type: number, minimum: 1}'],
    ['allOf with one demand more', PET, `{allOf: [${REF}, {required: [name]}]}`],
  ])('%s', async (_, base, revision) => {
    expect((await told(base, revision, ['3.1.0', '3.1.0'])).length).toBeGreaterThan(0);
  });
});

describe('a schema that becomes one alternative of several', () => {
  const DOG = '{type: object, required: [bark], properties: {bark: {type: string}}}';

  test.each([
    ['a reference joined by another schema', REF, `{anyOf: [${REF}, ${DOG}]}`, ['alternative-added']],
    ['the way back', `{anyOf: [${REF}, ${DOG}]}`, REF, ['alternative-removed']],
    ['null joined as well', REF, `{anyOf: [${REF}, ${DOG}, {type: 'null'}]}`, ['alternative-added', 'null-added']],
    [
      'a branch that changed, too',
      '{type: object, properties: {a: {type: string}}}',
      `{oneOf: [{type: object, properties: {a: {type: integer}}}, ${DOG}]}`,
      ['alternative-added', 'type-changed'],
    ],
  ])('%s', async (_, base, revision, rules) => {
    expect([...new Set(await told(base, revision, ['3.1.0', '3.1.0']))].sort()).toEqual(rules);
  });
});

test('numbers split into a constant and the others are a union of the same numbers', async () => {
  const split = '{oneOf: [{const: 0}, {type: integer, minimum: 1}]}';
  expect(new Set(await told('{type: integer}', split, ['3.1.0', '3.1.0']))).toEqual(new Set(['union-added']));
});

describe('what is required', () => {
  const object = (properties: string, required: string): string =>
    `{type: object, properties: {${properties}}, required: [${required}]}`;

  test.each([
    [
      'a property that goes but is still demanded',
      object('a: {}', ''),
      object('', 'a'),
      ['property-became-required', 'property-removed'],
    ],
    [
      'a demanded name that gets a property',
      object('', 'a'),
      object('a: {type: string}', 'a'),
      ['optional-property-added'],
    ],
    ['a property that comes with its demand', object('', ''), object('a: {}', 'a'), ['required-property-added']],
    ['a property that goes with its demand', object('a: {}', 'a'), object('', ''), ['property-removed']],
  ])('%s', async (_, base, revision, rules) => {
    expect([...new Set(await told(base, revision, ['3.1.0', '3.1.0']))].sort()).toEqual(rules);
  });
});
