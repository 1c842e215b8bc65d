import { describe, expect, test } from 'vitest';
import { findings, type WitnessCase } from './findings.js';

const CASES: readonly WitnessCase[] = [
  [
    '{type: array, items: {type: string}}',
    '{type: array, items: {type: string}, uniqueItems: true}',
    ['unique-items-added breaking ["a","a"]'],
    ['unique-items-added non-breaking'],
  ],
  [
    '{type: array, maxItems: 3}',
    '{type: array, maxItems: 2}',
    ['bound-tightened breaking ["a","a","a"]'],
    ['bound-tightened non-breaking'],
  ],
  ['{type: array, minItems: 1}', '{type: array}', ['bound-loosened non-breaking'], ['bound-loosened breaking []']],
  [
    '{type: array}',
    '{type: array, items: {type: string}}',
    ['items-changed breaking [1]'],
    ['items-changed non-breaking'],
  ],
  [
    '{type: array, items: {type: string}}',
    '{type: array, items: {type: integer}}',
    ['type-changed breaking "a"'],
    ['type-changed breaking 1'],
  ],
  [
    '{type: array, prefixItems: [{type: string}, {type: integer}]}',
    '{type: array, prefixItems: [{type: integer}, {type: string}]}',
    ['type-changed breaking "a"', 'type-changed breaking 1'],
    ['type-changed breaking 1', 'type-changed breaking "a"'],
  ],
  [
    '{type: array}',
    '{type: array, contains: {const: x}}',
    ['contained-items-changed breaking []'],
    ['contained-items-changed non-breaking'],
  ],
  [
    '{type: array, contains: {const: x}}',
    '{type: array, contains: {const: x}, minContains: 2}',
    ['bound-tightened breaking ["x"]'],
    ['bound-tightened non-breaking'],
  ],
  [
    '{type: object, minProperties: 1}',
    '{type: object, minProperties: 2}',
    ['bound-tightened breaking {"extra":"a"}'],
    ['bound-tightened non-breaking'],
  ],
  [
    '{type: object, properties: {a: {type: string}}}',
    '{type: object, properties: {a: {type: string}}, required: [a]}',
    ['property-became-required breaking {}'],
    ['property-became-required non-breaking'],
  ],
  [
    '{type: object, properties: {a: {type: string}, b: {type: string}}, required: [a, b]}',
    '{type: object, properties: {a: {type: string}, b: {type: string}}}',
    ['property-became-optional non-breaking'],
    ['property-became-optional breaking {"b":"a"}'],
  ],
  [
    '{type: object, properties: {a: {}}}',
    '{type: object, properties: {a: {}}, additionalProperties: false}',
    ['additional-properties-closed breaking {"extra":"a"}'],
    ['additional-properties-closed non-breaking'],
  ],
  [
    '{type: object, additionalProperties: {type: string}}',
    '{type: object, additionalProperties: {type: integer}}',
    ['type-changed breaking "a"'],
    ['type-changed breaking 1'],
  ],
  [
    '{type: object, additionalProperties: {type: string}}',
    '{type: object, additionalProperties: false}',
    ['map-closed breaking {"extra":"a"}'],
    ['map-closed breaking'],
  ],
  [
    '{type: object, properties: {a: {}}, additionalProperties: false}',
    '{type: object, properties: {a: {}, b: {}}, additionalProperties: false}',
    ['optional-property-added-to-closed non-breaking'],
    ['optional-property-added-to-closed breaking {"b":"a"}'],
  ],
  [
    '{type: object, properties: {a: {}, b: {}}}',
    '{type: object, properties: {a: {}}}',
    ['property-removed dangerous'],
    ['property-removed breaking'],
  ],
  [
    '{type: object, properties: {a: {}, b: {type: string}}, required: [b]}',
    '{type: object, properties: {a: {}}}',
    ['property-removed dangerous'],
    ['property-removed breaking {}'],
  ],
  [
    '{type: object}',
    '{type: object, properties: {a: {type: string}}, required: [a]}',
    ['required-property-added breaking {}'],
    ['required-property-added non-breaking'],
  ],
  [
    '{type: object, patternProperties: {"^x-": {type: string}}}',
    '{type: object, patternProperties: {"^x-": {type: integer}}}',
    ['pattern-properties-changed breaking {"x-":"a"}'],
    ['pattern-properties-changed breaking {"x-":1}'],
  ],
  [
    '{type: object}',
    '{type: object, propertyNames: {maxLength: 3}}',
    ['property-names-changed breaking {"aaaa":"a"}'],
    ['property-names-changed non-breaking'],
  ],
  [
    '{type: object}',
    '{type: object, dependentRequired: {a: [b]}}',
    ['dependent-properties-changed non-breaking'],
    ['dependent-properties-changed non-breaking'],
  ],
  [
    '{type: object, properties: {a: {}, b: {}}}',
    '{type: object, properties: {a: {}, b: {}}, dependentRequired: {a: [b]}}',
    ['dependent-properties-changed breaking {"a":"a"}'],
    ['dependent-properties-changed non-breaking'],
  ],
  [
    '{type: object, properties: {a: {}}}',
    '{type: object, properties: {a: {}}, unevaluatedProperties: false}',
    ['unevaluated-parts-changed breaking {"extra":"a"}'],
    ['unevaluated-parts-changed non-breaking'],
  ],
  [
    '{type: object, properties: {kind: {type: string}, size: {type: integer}}}',
    '{type: object, properties: {kind: {type: string}, size: {type: integer}}, if: {properties: {kind: {const: box}}, required: [kind]}, then: {required: [size]}}',
    ['condition-changed breaking {"kind":"box"}'],
    ['condition-changed non-breaking'],
  ],
  [
    '{oneOf: [{type: object, required: [a], properties: {a: {type: string}}}, {type: object, required: [b], properties: {b: {type: string}}}]}',
    '{oneOf: [{type: object, required: [a], properties: {a: {type: string}}}, {type: object, required: [b], properties: {b: {type: string}}}, {type: object, required: [c], properties: {c: {type: string}}}]}',
    ['alternative-added non-breaking'],
    ['alternative-added breaking {"c":"a"}'],
  ],
  [
    '{type: object, properties: {id: {type: integer, format: int32}}}',
    '{type: object, properties: {id: {type: string}}}',
    ['type-changed breaking 1'],
    ['type-changed breaking "a"'],
  ],
];

describe.each(CASES)('%s → %s', (base, revision, sent, received) => {
  test('in a request', async () => expect(await findings('request', base, revision)).toEqual(sent));
  test('in a response', async () => expect(await findings('response', base, revision)).toEqual(received));
});
