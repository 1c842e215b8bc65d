import { describe, expect, test } from 'vitest';
import { diffDocuments } from '../../../diff/diff.js';
import { stringify } from '../../../openapi/source/stringify.js';
import { readPath, readText } from '../../documents.js';
import { hasShared, shared } from '../../shared.js';

const CARRIERS = ['parameter', 'request body', 'response'] as const;

function documentOf(carrier: (typeof CARRIERS)[number], schema: string, line: string): string {
  const content = `content: {application/json: {schema: ${schema}}}`;
  const parts = {
    parameter: `parameters: [{name: p, in: query, schema: ${schema}}], responses: {'200': {description: ok}}`,
    'request body': `requestBody: {${content}}, responses: {'200': {description: ok}}`,
    response: `responses: {'200': {description: ok, ${content}}}`,
  };
  return `openapi: ${line}
info: {title: t, version: '1'}
paths: {/a: {post: {${parts[carrier]}}}}
components: {schemas: {A: {type: object}, B: {type: object, required: [b]}}}
`;
}

/** What is found for each carrier, as `rule impact witness`. */
async function told(base: string, revision: string, line = '3.0.3'): Promise<readonly (readonly string[])[]> {
  const reports = CARRIERS.map(async (carrier) => {
    const left = await readText(documentOf(carrier, base, '3.0.3'));
    const { findings } = await diffDocuments(left, await readText(documentOf(carrier, revision, line)));
    return findings
      .filter(({ rule }) => rule !== 'specification-version-changed')
      .map(({ rule, impact, witness }) => `${rule} ${impact}${witness ? ` ${stringify(witness.value)}` : ''}`);
  });
  return Promise.all(reports);
}

const A = "{$ref: '#/components/schemas/A'}";
const B = "{$ref: '#/components/schemas/B'}";

/** A schema without braces, and with null listed the way of OpenAPI 3.1. */
const ONLY_MEANT: readonly (readonly [string, string, string | undefined])[] = [
  ['a reference', "$ref: '#/components/schemas/A'", undefined],
  ['allOf', `allOf: [${A}]`, undefined],
  ['allOf and a type', `type: object, allOf: [${A}]`, `type: [object, 'null'], allOf: [${A}]`],
  ['anyOf and a type', `type: object, anyOf: [${A}, ${B}]`, `type: [object, 'null'], anyOf: [${A}, ${B}]`],
  [
    'alternatives that all take null, of which one value may fit only one',
    'type: object, oneOf: [{required: [a]}, {required: [b]}]',
    "type: [object, 'null'], oneOf: [{required: [a]}, {required: [b]}]",
  ],
  ['values without null', 'type: string, enum: [a]', "type: [string, 'null'], enum: [a]"],
];

describe('null that other keywords refuse to the letter of OpenAPI 3.0', () => {
  test.each(ONLY_MEANT)('beside %s', async (_, schema, listed) => {
    const [plain, nullable] = [`{${schema}}`, `{${schema}, nullable: true}`];
    const [gone, come] = ['null-removed dangerous', 'null-added dangerous'];
    expect(await told(nullable, plain)).toEqual([[gone], [gone], [gone]]);
    expect(await told(plain, nullable)).toEqual([['null-added non-breaking'], ['null-added non-breaking'], [come]]);
    expect(await told(nullable, nullable)).toEqual([[], [], []]);
    if (listed !== undefined) expect(await told(nullable, `{${listed}}`, '3.1.0')).toEqual([[], [], []]);
  });

  test('that moves from a reference to what it refers to is the same null', async () => {
    const alternatives = 'oneOf: [{required: [a]}, {required: [b]}]';
    expect(
      await told(
        `{nullable: true, allOf: [{type: object, ${alternatives}}]}`,
        `{type: object, nullable: true, ${alternatives}}`,
      ),
    ).toEqual([[], [], []]);
  });
});

describe('null that every keyword takes', () => {
  test.each([
    ['a type', 'type: string'],
    ['values with null', 'type: string, enum: [a, null]'],
    ['allOf that takes null', 'type: object, allOf: [{properties: {a: {}}}]'],
  ])('beside %s', async (_, schema) => {
    const [plain, nullable] = [`{${schema}, nullable: false}`, `{${schema}, nullable: true}`];
    const [gone, come] = ['null-removed breaking null', 'null-added breaking null'];
    expect(await told(nullable, plain)).toEqual([[gone], [gone], ['null-removed dangerous']]);
    expect(await told(plain, nullable)).toEqual([['null-added non-breaking'], ['null-added non-breaking'], [come]]);
  });
});

test.skipIf(!hasShared)('the null of a customer that moved into its component changes no operation', async () => {
  const official = (version: string) => readPath(`${shared}/intercom/official/${version}.yaml`);
  const { findings } = await diffDocuments(await official('2.11'), await official('2.12'));
  const found = findings.filter(({ where }) => where.startsWith('customer_request'));
  expect(found).toEqual([]);
});
