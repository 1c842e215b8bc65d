import { describe, expect, test } from 'vitest';
import { findings, type WitnessCase } from './findings.js';

const CASES: readonly WitnessCase[] = [
  ['{type: string}', '{type: integer}', ['type-changed breaking "a"'], ['type-changed breaking 1']],
  ['{type: integer}', '{type: number}', ['type-widened non-breaking'], ['type-widened breaking 0.5']],
  ['{type: [string, integer]}', '{type: string}', ['type-narrowed breaking 1'], ['type-narrowed non-breaking']],
  ['{type: [string, "null"]}', '{type: string}', ['null-removed breaking null'], ['null-removed dangerous']],
  ['{}', '{type: string}', ['type-narrowed breaking 1'], ['type-narrowed non-breaking']],
  ['{enum: [a, b]}', '{enum: [a]}', ['enum-value-removed breaking "b"'], ['enum-value-removed non-breaking']],
  ['{enum: [a]}', '{enum: [b]}', ['enum-replaced breaking "a"'], ['enum-replaced breaking "b"']],
  [
    '{type: string}',
    '{type: string, enum: [a]}',
    ['enum-constraint-added breaking "b"'],
    ['enum-constraint-added non-breaking'],
  ],
  [
    '{type: string, minLength: 2}',
    '{type: string, minLength: 3}',
    ['bound-tightened breaking "aa"'],
    ['bound-tightened non-breaking'],
  ],
  [
    '{type: integer, minimum: 0}',
    '{type: integer, minimum: 1}',
    ['bound-tightened breaking 0'],
    ['bound-tightened non-breaking'],
  ],
  [
    '{type: number, exclusiveMaximum: 10}',
    '{type: number, maximum: 9}',
    ['bound-tightened breaking 9.5'],
    ['bound-tightened non-breaking'],
  ],
  [
    '{type: integer}',
    '{type: integer, multipleOf: 5}',
    ['multiple-of-tightened breaking 1'],
    ['multiple-of-tightened non-breaking'],
  ],
  [
    '{type: number, multipleOf: 0.1}',
    '{type: number, multipleOf: 0.01}',
    ['multiple-of-loosened non-breaking'],
    ['multiple-of-loosened breaking 0.01'],
  ],
  [
    '{type: string}',
    '{type: string, pattern: "^[a-z]+$"}',
    ['pattern-added breaking "1"'],
    ['pattern-added non-breaking'],
  ],
  [
    '{type: string, pattern: "^[a-z]+$"}',
    '{type: string, pattern: "^[a-z0-9]+$"}',
    ['pattern-changed non-breaking'],
    ['pattern-changed breaking "1"'],
  ],
  ['{type: string}', '{type: string, format: date}', ['format-added breaking "a"'], ['format-added non-breaking']],
  [
    '{type: integer, format: int64}',
    '{type: integer, format: int32}',
    ['format-narrowed breaking -9223372036854775808'],
    ['format-narrowed non-breaking'],
  ],
  [
    '{type: string}',
    '{type: string, not: {const: admin}}',
    ['exclusion-changed breaking "admin"'],
    ['exclusion-changed non-breaking'],
  ],
  [
    '{anyOf: [{type: string, maxLength: 3}, {type: integer}]}',
    '{anyOf: [{type: string, maxLength: 3}]}',
    ['alternative-removed breaking 1'],
    ['alternative-removed non-breaking'],
  ],
  [
    '{type: integer}',
    '{oneOf: [{const: 0}, {type: integer, minimum: 1}]}',
    ['union-added breaking -1'],
    ['union-added non-breaking'],
  ],
];

describe.each(CASES)('%s → %s', (base, revision, sent, received) => {
  test('in a request', async () => expect(await findings('request', base, revision)).toEqual(sent));
  test('in a response', async () => expect(await findings('response', base, revision)).toEqual(received));
});
