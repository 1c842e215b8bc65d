import { describe, expect, test } from 'vitest';
import { readText } from '../../documents.js';
import { read, schemaOf } from '../brief.js';

const at = '#/components/schemas/S';

describe('bounds', () => {
  test.each([
    [
      '3.0 exclusive',
      '3.0.3',
      { minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: true },
      { exclusiveMinimum: 1, exclusiveMaximum: 9 },
      [],
    ],
    [
      '3.0 inclusive',
      '3.0.3',
      { minimum: 1, exclusiveMinimum: false, maximum: 9, exclusiveMaximum: false },
      { minimum: 1, maximum: 9 },
      [],
    ],
    ['3.0 without a bound', '3.0.3', { exclusiveMinimum: true }, undefined, []],
    [
      '3.0 in the newer spelling',
      '3.0.3',
      { exclusiveMinimum: 1 },
      { exclusiveMinimum: 1 },
      [`newer-keyword ${at}/exclusiveMinimum`],
    ],
    [
      '3.1',
      '3.1.0',
      { minimum: 0, exclusiveMinimum: 1, exclusiveMaximum: 9.5 },
      { minimum: 0, exclusiveMinimum: 1, exclusiveMaximum: 9.5 },
      [],
    ],
    [
      '3.1 in the older spelling',
      '3.1.0',
      { maximum: 9, exclusiveMaximum: true },
      { exclusiveMaximum: 9 },
      [`older-keyword ${at}/exclusiveMaximum`],
    ],
    [
      'every facet',
      '3.1.0',
      {
        multipleOf: 0.1,
        minLength: 1,
        maxLength: 2,
        pattern: '^a',
        format: 'x',
        minItems: 1,
        maxItems: 2,
        uniqueItems: true,
        minContains: 1,
        maxContains: 2,
        minProperties: 1,
        maxProperties: 2,
        contentMediaType: 'a/b',
        contentEncoding: 'base64',
      },
      {
        multipleOf: 0.1,
        minLength: 1,
        maxLength: 2,
        pattern: '^a',
        format: 'x',
        minItems: 1,
        maxItems: 2,
        uniqueItems: true,
        minContains: 1,
        maxContains: 2,
        minProperties: 1,
        maxProperties: 2,
        contentMediaType: 'a/b',
        contentEncoding: 'base64',
      },
      [],
    ],
    ['a number as text', '3.1.0', { maximum: '9' }, { maximum: 9 }, [`number-as-text ${at}/maximum`]],
    ['nothing unique', '3.1.0', { uniqueItems: false }, undefined, []],
  ])('%s', async (_, line, raw, facets, warnings) => {
    expect(await schemaOf(raw, line)).toEqual([facets === undefined ? {} : { facets }, warnings]);
  });

  test('integers beyond 2^53 keep every digit, lengths are never lost', async () => {
    const text =
      '{"openapi":"3.1.0","info":{"title":"T","version":"1"},"components":{"schemas":{"S":{"maximum":9223372036854775807,"minimum":-9223372036854775808,"exclusiveMaximum":18446744073709551616,"maxLength":9223372036854775807}}}}';
    const { components } = await readText(text, {}, 'api.json');
    expect(components.schemas.get('S')?.facets).toEqual({
      maximum: 9223372036854775807n,
      minimum: -9223372036854775808n,
      exclusiveMaximum: 18446744073709551616n,
      maxLength: 2 ** 63,
    });
  });
});

describe('every keyword', () => {
  test('that holds schemas', async () => {
    const one = { type: 'string' };
    const raw = {
      properties: { a: one, b: true },
      patternProperties: { '^x': one },
      additionalProperties: false,
      unevaluatedProperties: one,
      propertyNames: one,
      dependentSchemas: { a: one },
      dependentRequired: { a: ['b'] },
      required: ['a', 'b', 'a'],
      items: one,
      prefixItems: [one, false],
      unevaluatedItems: true,
      contains: one,
      contentSchema: one,
      allOf: [one],
      anyOf: [one],
      oneOf: [one],
      not: one,
      if: one,
      ...Object.fromEntries([['then', one]]),
      else: one,
      $defs: { d: one },
    };
    const read = { types: ['string'] };
    expect(await schemaOf(raw)).toEqual([
      {
        properties: { a: read, b: { always: true } },
        patternProperties: { '^x': read },
        additionalProperties: { always: false },
        unevaluatedProperties: read,
        propertyNames: read,
        dependentSchemas: { a: read },
        dependentRequired: { a: ['b'] },
        required: ['a', 'b'],
        items: read,
        prefixItems: [read, { always: false }],
        unevaluatedItems: { always: true },
        contains: read,
        contentSchema: read,
        allOf: [read],
        anyOf: [read],
        oneOf: [read],
        not: read,
        if: read,
        ...Object.fromEntries([['then', read]]),
        else: read,
        definitions: { d: read },
      },
      [],
    ]);
  });

  test('that says something about the schema', async () => {
    const raw = {
      title: 't',
      description: 'd',
      default: { a: 1 },
      example: 1,
      deprecated: true,
      readOnly: true,
      writeOnly: true,
      discriminator: { propertyName: 'k', mapping: { a: 'S' } },
      'x-a': [1],
      xml: { name: 'n' },
      externalDocs: { url: 'u' },
      $comment: 'c',
      optional: true,
    };
    expect(await schemaOf(raw)).toEqual([
      {
        title: 't',
        description: 'd',
        default: { a: 1 },
        examples: [1],
        deprecated: true,
        readOnly: true,
        writeOnly: true,
        discriminator: { propertyName: 'k', mapping: { a: 'S' } },
        extensions: { 'x-a': [1] },
        unknown: { optional: true },
      },
      [],
    ]);
  });

  test.each([
    ['a list of types', { type: ['string', 'integer'] }, { types: ['string', 'integer'] }, []],
    ['a type twice', { type: ['string', 'string'] }, { types: ['string'] }, [`duplicate-type ${at}/type/1`]],
    ['an unknown type', { type: 'file' }, {}, [`unknown-type ${at}/type`]],
    ['an unknown type in a list', { type: ['string', 'any'] }, {}, [`unknown-type ${at}/type/1`]],
    [
      'items as a list',
      { items: [{ type: 'string' }, { type: 'integer' }] },
      { prefixItems: [{ types: ['string'] }, { types: ['integer'] }] },
      [`items-array ${at}/items`],
    ],
    ['required as a boolean', { required: true }, {}, [`required-boolean ${at}/required`]],
    [
      'an enum of every type',
      { enum: [null, true, 1, 'a', [1], { a: 1 }] },
      { enum: [null, true, 1, 'a', [1], { a: 1 }] },
      [],
    ],
    ['an empty enum', { enum: [] }, { enum: [] }, []],
    ['$dynamicRef', { $dynamicRef: '#node' }, { dynamicRef: '#node' }, [`dynamic-reference ${at}/$dynamicRef`]],
    ['true', true, { always: true }, []],
    ['false', false, { always: false }, []],
    ['an empty schema', {}, {}, []],
    ['examples', { examples: [1, 2] }, { examples: [1, 2] }, []],
    [
      'a mapping with a default',
      { discriminator: { propertyName: 'k', defaultMapping: 'S' } },
      { discriminator: { propertyName: 'k', defaultMapping: 'S' } },
      [],
    ],
  ])('%s', async (_, raw, expected, warnings) => {
    expect(await schemaOf(raw)).toEqual([expected, warnings]);
  });

  test('newer than OpenAPI 3.0 is read as meant and warned about', async () => {
    expect(await schemaOf({ const: 1, prefixItems: [{}], if: {}, examples: [1] }, '3.0.3')).toEqual([
      { const: 1, prefixItems: [{}], if: {}, examples: [1] },
      ['const', 'prefixItems', 'if', 'examples'].map((key) => `newer-keyword ${at}/${key}`),
    ]);
  });

  test('additionalProperties may be a boolean in OpenAPI 3.0', async () => {
    const { components } = await read({ components: { schemas: { S: { additionalProperties: false } } } }, '3.0.3');
    expect(components.schemas.get('S')?.additionalProperties?.always).toBe(false);
  });
});

test('boolean schemas are told apart', async () => {
  const { components } = await read({ components: { schemas: { T: true, F: false, E: {} } } });
  expect([...components.schemas].map(([name, { always }]) => [name, always])).toEqual([
    ['T', true],
    ['F', false],
    ['E', undefined],
  ]);
});
