import { describe, expect, test } from 'vitest';
import { brief, read, schemaOf, warningsOf } from '../brief.js';

const at = '#/components/schemas/S';

describe('null', () => {
  test.each([
    ['3.0 with a type', '3.0.3', { type: 'string', nullable: true }, { types: ['string', 'null'] }, []],
    ['3.0 false', '3.0.3', { type: 'string', nullable: false }, { types: ['string'] }, []],
    [
      '3.0 with an enum that has null',
      '3.0.3',
      { type: 'string', nullable: true, enum: ['a', null] },
      { types: ['string', 'null'], enum: ['a', null] },
      [],
    ],
    [
      '3.0 with an enum that lacks null',
      '3.0.3',
      { type: 'string', nullable: true, enum: ['a'] },
      { types: ['string', 'null'], enum: ['a', null] },
      [`nullable-enum ${at}/nullable`],
    ],
    ['3.0 alone', '3.0.3', { nullable: true }, {}, []],
    ['3.0 with properties only', '3.0.3', { nullable: true, properties: { a: {} } }, { properties: { a: {} } }, []],
    [
      '3.0 with allOf and type',
      '3.0.3',
      { type: 'object', nullable: true, allOf: [{ required: ['a'] }] },
      { anyOf: [{ types: ['object'], allOf: [{ required: ['a'] }] }, { types: ['null'] }] },
      [],
    ],
    [
      '3.0 with allOf and no type',
      '3.0.3',
      {
        nullable: true,
        title: 'T',
        description: 'd',
        default: null,
        allOf: [{ type: 'object' }],
        required: ['a'],
        minProperties: 1,
      },
      {
        title: 'T',
        description: 'd',
        default: null,
        anyOf: [{ allOf: [{ types: ['object'] }], required: ['a'], facets: { minProperties: 1 } }, { types: ['null'] }],
      },
      [`nullable-without-type ${at}/nullable`],
    ],
    [
      '3.0 with oneOf',
      '3.0.3',
      { nullable: true, oneOf: [{ type: 'string' }] },
      { anyOf: [{ oneOf: [{ types: ['string'] }] }, { types: ['null'] }] },
      [`nullable-without-type ${at}/nullable`],
    ],
    [
      '3.0 with anyOf and not',
      '3.0.3',
      { nullable: true, anyOf: [{ type: 'string' }], not: { enum: ['x'] } },
      { anyOf: [{ anyOf: [{ types: ['string'] }], not: { enum: ['x'] } }, { types: ['null'] }] },
      [`nullable-without-type ${at}/nullable`],
    ],
    ['3.1 as a type', '3.1.0', { type: ['string', 'null'] }, { types: ['string', 'null'] }, []],
    ['3.1 alone', '3.1.0', { type: 'null' }, { types: ['null'] }, []],
    ['3.1 as const', '3.1.0', { const: null }, { const: null }, []],
    ['3.0 as a type', '3.0.3', { type: 'null' }, { types: ['null'] }, [`newer-keyword ${at}/type`]],
    [
      '3.0 in a list of types',
      '3.0.3',
      { type: ['string', 'null'] },
      { types: ['string', 'null'] },
      [`newer-keyword ${at}/type`],
    ],
  ])('%s', async (_, line, raw, expected, warnings) => {
    expect(await schemaOf(raw, line)).toEqual([expected, warnings]);
  });

  test('3.0 beside a reference', async () => {
    const schemas = {
      S: { $ref: '#/components/schemas/T', nullable: true, description: 'd', type: 'object', 'x-a': 1 },
      T: { type: 'string' },
    };
    const document = await read({ components: { schemas } }, '3.0.3');
    expect([brief(document.components.schemas.get('S')), warningsOf(document)]).toEqual([
      { description: 'd', extensions: { 'x-a': 1 }, anyOf: [{ ref: '#/components/schemas/T' }, { types: ['null'] }] },
      [`nullable-without-type ${at}/nullable`],
    ]);
  });
});

describe('what stands beside a reference', () => {
  const beside = {
    $ref: '#/components/schemas/T',
    title: 't',
    description: 'd',
    deprecated: true,
    type: 'string',
    minLength: 1,
    properties: { a: {} },
    'x-a': 1,
  };

  test.each([
    ['3.0', { ref: '#/components/schemas/T', description: 'd', deprecated: true, extensions: { 'x-a': 1 } }],
    [
      '3.1',
      {
        ref: '#/components/schemas/T',
        title: 't',
        description: 'd',
        deprecated: true,
        types: ['string'],
        facets: { minLength: 1 },
        properties: { a: {} },
        extensions: { 'x-a': 1 },
      },
    ],
    [
      '3.2',
      {
        ref: '#/components/schemas/T',
        title: 't',
        description: 'd',
        deprecated: true,
        types: ['string'],
        facets: { minLength: 1 },
        properties: { a: {} },
        extensions: { 'x-a': 1 },
      },
    ],
  ])('%s', async (line, expected) => {
    const { components } = await read({ components: { schemas: { S: beside, T: {} } } }, `${line}.0`);
    expect(brief(components.schemas.get('S'))).toEqual(expected);
  });
});
