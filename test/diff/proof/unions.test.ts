import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSchemaChange } from '../../../diff/change.js';
import { diffWithChanges } from '../../../diff/diff.js';
import { questionOf } from '../../../diff/proof/question.js';
import { Inclusions, type Reading } from '../../../diff/schema/inclusion/inclusion.js';
import { NOTHING } from '../../../diff/schema/part.js';
import type { ApiDocument } from '../../../openapi/model/document.js';
import type { Schema } from '../../../openapi/model/schema.js';
import { isObject } from '../../../openapi/source/json.js';
import { stringify } from '../../../openapi/source/stringify.js';
import { readText } from '../../documents.js';
import { runs, seed, timeout } from '../../fuzz.js';
import { type Carrier, findings } from './findings.js';
import { type UnionSchemas, unionPairs } from './union-pairs.js';

describe('what one alternative refuses', () => {
  test.each<readonly [string, Carrier, string, string, readonly string[]]>([
    [
      'breaks nobody where another one takes it',
      'request',
      '{ anyOf: [{}, { type: array }] }',
      '{ anyOf: [{}, { type: array, minItems: 2 }] }',
      ['bound-tightened non-breaking'],
    ],
    [
      'breaks where none takes it',
      'request',
      '{ anyOf: [{ type: string, maxLength: 9 }, { type: array }] }',
      '{ anyOf: [{ type: string, maxLength: 9 }, { type: array, minItems: 2 }] }',
      ['bound-tightened breaking []'],
    ],
    [
      'breaks where another one takes only some of it',
      'request',
      '{ anyOf: [{ type: integer, maximum: 9 }, { type: number }] }',
      '{ anyOf: [{ type: integer, maximum: 9 }, { type: number, minimum: 2 }] }',
      ['bound-tightened breaking 0.5'],
    ],
    [
      'is looked for inside of objects, too',
      'request',
      '{ anyOf: [{ type: object, properties: { a: {} } }, { type: object, properties: { a: { type: array } } }] }',
      '{ anyOf: [{ type: object, properties: { a: {} } }, { type: object, properties: { a: { type: array, minItems: 2 } } }] }',
      ['bound-tightened non-breaking'],
    ],
    [
      'is looked for in alternatives of alternatives',
      'response',
      '{ anyOf: [{ type: number }, { anyOf: [{ type: string }, { type: integer, minimum: 0 }] }] }',
      '{ anyOf: [{ type: number }, { anyOf: [{ type: string }, { type: integer, minimum: -1 }] }] }',
      ['bound-loosened non-breaking'],
    ],
    [
      'breaks where another one takes it for something that it does not know',
      'response',
      '{ anyOf: [{ type: object, properties: { a: {} } }, { type: object, properties: { b: { type: string } } }] }',
      '{ anyOf: [{ type: object, properties: { a: {} } }, { type: object, properties: { b: { type: [string, integer] } } }] }',
      ['type-widened breaking 1'],
    ],
    [
      'breaks where a property says which alternative it is',
      'response',
      '{ discriminator: { propertyName: t }, oneOf: [{ type: object, properties: { a: {} } }, { type: object, properties: { b: { type: string } } }] }',
      '{ discriminator: { propertyName: t }, oneOf: [{ type: object, properties: { a: {} } }, { type: object, properties: { b: { type: [string, integer] } } }] }',
      ['type-widened breaking 1'],
    ],
    [
      'is sent by what stands beside the alternatives',
      'request',
      '{ type: object, properties: { a: { type: string } }, required: [a], anyOf: [{ type: object, required: [b] }] }',
      '{ type: object, properties: { a: { type: string } }, required: [a], anyOf: [{ type: object, required: [b], properties: { a: { type: string, maxLength: 1 } } }] }',
      ['optional-property-added breaking {"a":"aa","b":"a"}'],
    ],
    [
      'is asked of the type beside them, too',
      'request',
      '{ type: number }',
      '{ type: string, oneOf: [{ type: number }, { type: string, maxLength: 1 }] }',
      ['type-changed breaking 1'],
    ],
  ])('%s', async (_, carrier, base, revision, expected) => {
    expect(await findings(carrier, base, revision)).toEqual(expected);
  });
});

test('of the countless ways from schemas that all refer to one another to the alternatives around them, few are followed', async () => {
  const names = Array.from({ length: 20 }, (_, index) => `S${index}`);
  const schemaOf = (minItems: number): UnionSchemas => {
    const refer = (name: string) => [name, { $ref: `#/components/schemas/A/$defs/${name}` }] as const;
    const own = {
      type: 'object',
      properties: { ...Object.fromEntries(names.map(refer)), v: { type: 'array', minItems } },
    };
    const $defs = Object.fromEntries(names.map((name) => [name, own]));
    return { S: { anyOf: [refer('S0')[1], { type: 'string', minLength: 1 }] }, A: { $defs }, B: {} };
  };
  const both = await readBoth([documentOf('request', schemaOf(0)), documentOf('request', schemaOf(1))]);
  if (both === undefined) throw new TypeError('The documents are not read.');
  const { report } = await diffWithChanges(...both);
  expect(report.findings.map(({ rule, impact }) => `${rule} ${impact}`)).toEqual(
    names.map(() => 'bound-tightened breaking'),
  );
});

const CARRIERS: readonly Carrier[] = ['request', 'response'];

function documentOf(carrier: Carrier, { S, A, B }: UnionSchemas): string {
  const content = { 'application/json': { schema: S } };
  const responses = { '200': { description: 'ok', ...(carrier === 'response' ? { content } : {}) } };
  const operation = { ...(carrier === 'request' ? { requestBody: { content } } : {}), responses };
  const components = { schemas: { A, B } };
  return stringify({
    openapi: '3.1.0',
    info: { title: 't', version: '1' },
    paths: { '/a': { post: operation } },
    components,
  });
}

function bodyOf({ operations: [operation] }: ApiDocument, carrier: Carrier): Schema {
  const content = carrier === 'request' ? operation?.requestBody?.content : operation?.responses.get('200')?.content;
  const schema = content?.get('application/json')?.schema;
  if (schema === undefined) throw new TypeError('The operation has no body.');
  return schema;
}

function asMeant(text: string): string {
  return text.replaceAll('"oneOf"', '"anyOf"');
}

/** An alternative with properties is about those, and takes others only where it says so. */
function described(text: string): string {
  return JSON.stringify(JSON.parse(text), (key, value) => {
    if ((key !== 'anyOf' && key !== 'oneOf') || !Array.isArray(value)) return value;
    return value.map((branch) => {
      const isOpen = isObject(branch) && branch.properties !== undefined && branch.additionalProperties === undefined;
      return isOpen ? { ...branch, additionalProperties: false } : branch;
    });
  });
}

/** The sending and the receiving body. */
async function bodiesOf(texts: readonly string[], carrier: Carrier): Promise<readonly [Schema, Schema]> {
  const [left, right] = await Promise.all(texts.map(async (text) => bodyOf(await readText(text), carrier)));
  if (left === undefined || right === undefined) throw new TypeError('Two bodies are compared.');
  return carrier === 'request' ? [left, right] : [right, left];
}

/** References that lead back to themselves are no schemas. */
async function readBoth(texts: readonly [string, string]): Promise<readonly [ApiDocument, ApiDocument] | undefined> {
  try {
    return [await readText(texts[0]), await readText(texts[1])];
  } catch {
    return undefined;
  }
}

interface Verdict {
  /** What the whole body says, and no finding. */
  readonly missed: readonly string[];
  /** What a finding says, and not the whole body. */
  readonly alarms: readonly string[];
}

const QUIET: Verdict = { missed: [], alarms: [] };

async function compare(carrier: Carrier, before: UnionSchemas, after: UnionSchemas): Promise<Verdict> {
  const both = await readBoth([documentOf(carrier, before), documentOf(carrier, after)]);
  if (both === undefined) return QUIET;
  const [base, revision] = both;
  const bodies = [bodyOf(base, carrier), bodyOf(revision, carrier)] as const;
  const [sender, receiver] = carrier === 'request' ? bodies : [bodies[1], bodies[0]];
  const closed = new Inclusions('closed');
  // Who sends nothing is asked what he meant.
  if (closed.decide([sender], [NOTHING]).kind === 'included') return QUIET;
  const { report, changes } = await diffWithChanges(base, revision);
  const told = report.findings.flatMap((finding) => {
    const change = changes.get(finding.fingerprint);
    const isAlarm = finding.impact === 'breaking' || finding.impact === 'undecided' || finding.witness !== null;
    if (change === undefined || !isSchemaChange(change) || finding.operations.length === 0 || !isAlarm) return [];
    return [{ finding, reading: questionOf(change, carrier)?.reading ?? 'closed' }];
  });
  const whole = closed.decide([sender], [receiver]);
  const missed = whole.kind === 'refuted' && told.length === 0 ? [stringify(whole.witness)] : [];
  // A discriminator says which alternative a value is of, whatever others take.
  if (stringify([before.S, after.S]).includes('discriminator')) return { missed, alarms: [] };
  // Where alternatives of `oneOf` overlap, documents mean that one of them is enough.
  const texts = [documentOf(carrier, before), documentOf(carrier, after)].map(asMeant);
  const meant = [await bodiesOf(texts, carrier), await bodiesOf(texts.map(described), carrier)] as const;
  const isTaken = (reading: Reading): boolean => {
    const engine = new Inclusions(reading);
    return [[sender, receiver] as const, ...meant].every(
      ([from, to]) => engine.decide([from], [to]).kind === 'included',
    );
  };
  const alarms = told.flatMap(({ finding: { rule, where, impact, witness }, reading }) =>
    impact === 'breaking' && witness !== null && isTaken(reading) ? [`${rule} ${where}`] : [],
  );
  return { missed, alarms };
}

describe('what is said of the parts of a body', () => {
  test(
    'is what is true of the whole',
    async () => {
      await fc.assert(
        fc.asyncProperty(unionPairs, async ([before, after]) => {
          for (const carrier of CARRIERS) expect(await compare(carrier, before, after)).toEqual(QUIET);
        }),
        { seed: seed(17), numRuns: runs(400) },
      );
    },
    timeout(400),
  );
});
