import { expect, test } from 'vitest';
import { diffWithChanges } from '../../diff/diff.js';
import { payloadAround } from '../../diff/payload/payload-around.js';
import { THEN } from '../../diff/schema/inclusion/then.js';
import { writeDraft } from '../../migrate/changelog-draft/write-draft.js';
import { explanationOf } from '../../migrate/explanation.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import { readText } from '../documents.js';
import { documentOf } from '../openapi/brief.js';

const LEVELS = 40;
/** Seconds of the processor. Where work doubles with each level, a thousand times as much is not enough. */
const DEADLINE = 10;

type Level = (inner: object) => object;

const CONSTRAINT = ['error bound-tightened'];
/** What one alternative refuses another one may take, and there are too many of them to ask. */
const UNDECIDED = ['warning bound-tightened'];

/** Each level leads to the next one twice. What is found, beside it. */
const KINDS: readonly (readonly [string, Level, readonly string[]])[] = [
  ['oneOf and a property', (inner) => ({ oneOf: [inner, { type: 'object', properties: { x: inner } }] }), UNDECIDED],
  ['oneOf of one and the same', (inner) => ({ oneOf: [inner, inner] }), CONSTRAINT],
  [
    'oneOf with a discriminator',
    (inner) => ({
      oneOf: [inner, { type: 'object', required: ['kind'], properties: { kind: { const: 'k' }, x: inner } }],
      discriminator: { propertyName: 'kind' },
    }),
    CONSTRAINT,
  ],
  [
    'oneOf of titled conjunctions',
    (inner) => ({
      oneOf: [
        { title: 'a', allOf: [inner] },
        { title: 'b', allOf: [inner] },
      ],
    }),
    CONSTRAINT,
  ],
  ['anyOf and a property', (inner) => ({ anyOf: [inner, { type: 'object', properties: { x: inner } }] }), UNDECIDED],
  ['anyOf of one and the same', (inner) => ({ anyOf: [inner, inner] }), CONSTRAINT],
  ['allOf and a property', (inner) => ({ allOf: [inner, { properties: { x: inner } }] }), CONSTRAINT],
  ['allOf of one and the same', (inner) => ({ allOf: [inner, inner] }), CONSTRAINT],
  ['allOf with null', (inner) => ({ allOf: [inner, { anyOf: [inner, { type: 'null' }] }] }), CONSTRAINT],
  ['items', (inner) => ({ type: 'array', prefixItems: [inner, inner], items: inner }), CONSTRAINT],
  [
    'contains',
    (inner) => ({ type: 'array', contains: inner, items: inner }),
    [...CONSTRAINT, 'error contained-items-changed', 'warning contained-items-changed'],
  ],
  ['properties', (inner) => ({ type: 'object', required: ['a', 'b'], properties: { a: inner, b: inner } }), CONSTRAINT],
  [
    'dependentSchemas',
    (inner) => ({
      properties: { a: inner },
      dependentSchemas: { a: { properties: { b: inner } }, b: inner },
    }),
    [...CONSTRAINT, 'error dependent-properties-changed', 'warning dependent-properties-changed'],
  ],
  ['not', (inner) => ({ not: { allOf: [inner, inner] } }), ['warning exclusion-changed']],
  ['if', (inner) => ({ if: inner, [THEN]: inner, else: inner }), ['error condition-changed']],
];

interface Shape {
  readonly maxLength: number;
  /** Whether the innermost level leads back to the outermost. */
  readonly isCircle: boolean;
}

function nested(level: Level, { maxLength, isCircle }: Shape): Promise<ApiDocument> {
  const ref = (index: number) => ({ $ref: `#/components/schemas/L${index}` });
  const innermost = { type: 'object', properties: { v: { type: 'string', maxLength } } };
  const schemas: Record<string, object> = { L0: isCircle ? { anyOf: [innermost, ref(LEVELS)] } : innermost };
  for (let index = 1; index <= LEVELS; index++) schemas[`L${index}`] = level(ref(index - 1));
  const content = { 'application/json': { schema: ref(LEVELS) } };
  const post = { requestBody: { content }, responses: { 200: { description: 'Done.', content } } };
  return readText(documentOf({ paths: { '/a': { post } }, components: { schemas } }));
}

/** The kinds of findings, and the seconds of the processor that it took to find, explain and tell them. */
async function findingsOf(level: Level, isCircle: boolean): Promise<readonly [readonly string[], number]> {
  const start = process.cpuUsage();
  const documents = [
    await nested(level, { maxLength: 9, isCircle }),
    await nested(level, { maxLength: 5, isCircle }),
  ] as const;
  const diff = await diffWithChanges(...documents);
  const { findings } = diff.report;
  for (const finding of findings.slice(0, 3)) {
    const change = diff.changes.get(finding.fingerprint);
    if (change !== undefined) explanationOf(finding, payloadAround(finding, change, documents));
  }
  writeDraft(diff, ...documents);
  const found = new Set(findings.map(({ level, rule }) => `${level} ${rule}`));
  return [[...found], process.cpuUsage(start).user / 1_000_000];
}

test.each(KINDS)(
  '%s: nothing takes longer for each way that leads to a schema',
  async (_, level, expected) => {
    const [found, seconds] = await findingsOf(level, false);
    expect(found).toEqual(expected);
    expect(seconds).toBeLessThan(DEADLINE);
  },
  120_000,
);

test.each(KINDS)(
  '%s: nor where the ways are circles',
  async (_, level) => {
    const [found, seconds] = await findingsOf(level, true);
    expect(found).not.toEqual([]);
    expect(seconds).toBeLessThan(DEADLINE);
  },
  120_000,
);
