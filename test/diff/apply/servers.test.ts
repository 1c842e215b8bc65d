import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareInFull } from '../../../diff/pair/compare-documents.js';
import type { JsonObject } from '../../../openapi/source/json.js';
import { readText } from '../../documents.js';
import { runs, seed } from '../../fuzz.js';
import { applyChanges } from './apply-changes.js';

/** A part of an address: text, or a variable that begins as that text, with the values it may take. */
interface Slot {
  readonly text: string;
  readonly values: readonly string[] | undefined;
  readonly isVariable: boolean;
}

const slot = (text: string, other: string, ...open: readonly undefined[]): fc.Arbitrary<Slot> =>
  fc.record({
    text: fc.constant(text),
    values: fc.constantFrom([text], [other, text], ...open),
    isVariable: fc.boolean(),
  });

const server = (domain: string) =>
  fc
    .record({ region: slot('eu', 'uk', undefined), version: slot('v1', 'v2', undefined) })
    .map((slots) => written(domain, slots));

/** Two servers without a common address, in each of which a part may be text or a variable. */
const servers = fc.tuple(server('a'), server('b')).chain(([a, b]) => fc.constantFrom([a, b], [b, a]));

function written(domain: string, slots: Readonly<Record<string, Slot>>) {
  const all = Object.entries(slots);
  const variables = all.filter(([, { isVariable }]) => isVariable);
  const [region, version] = all.map(([name, { isVariable, text }]) => (isVariable ? `{${name}}` : text));
  return {
    url: `https://${region}.${domain}.test/${version}`,
    variables: Object.fromEntries(
      variables.map(([name, { text, values }]) => [
        name,
        { default: text, ...(values === undefined ? {} : { enum: values }) },
      ]),
    ),
  };
}

function api(list: readonly JsonObject[]): string {
  const paths = { '/pets': { get: { responses: { '200': { description: 'ok' } } } } };
  return JSON.stringify({ openapi: '3.1.0', info: { title: 'Pets', version: '1' }, servers: list, paths });
}

test(
  'whatever servers become by variables and text, the changes make it',
  async () => {
    const property = fc.asyncProperty(servers, servers, async (before, after) => {
      const [base, revision] = [
        await readText(api(before), {}, 'base.json'),
        await readText(api(after), {}, 'next.json'),
      ];
      if (base === undefined || revision === undefined) throw new TypeError('Two documents are compared.');
      const { difference, idle } = applyChanges(base, revision, compareInFull(base, revision));
      expect([difference, idle.map(({ kind }) => kind)]).toEqual([undefined, []]);
    });
    await fc.assert(property, { numRuns: runs(1_000), seed: seed(7) });
  },
  runs(60_000),
);
