import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stringify as toYaml } from 'yaml';
import { diffDocuments } from '../../diff/diff.js';
import type { DiffReport } from '../../diff/finding.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import { field, isArray, isObject, type Json, setField } from '../../openapi/source/json.js';
import { stringify } from '../../openapi/source/stringify.js';
import { readPath, readText } from '../documents.js';
import { hasShared, root, shared } from '../shared.js';

/** Numbers below `limit` in an order that the seed alone decides (mulberry32). */
function generator(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** The same value with the keys of every object in another order. */
function shuffled(value: Json, next: (limit: number) => number): Json {
  if (isArray(value)) return value.map((item) => shuffled(item, next));
  if (!isObject(value)) return value;
  const keys = Object.keys(value);
  for (let index = keys.length - 1; index > 0; index--) {
    const other = next(index + 1);
    [keys[index], keys[other]] = [keys[other] ?? '', keys[index] ?? ''];
  }
  const copy: Record<string, Json | undefined> = {};
  for (const key of keys) setField(copy, key, shuffled(field(value, key) ?? null, next));
  return copy;
}

/** The report as text, with nothing but the pointer of each place: lines and columns move with the text. */
function text({ summary, findings }: DiffReport): string {
  return JSON.stringify({ summary, findings }, (_, value) =>
    typeof value === 'bigint' ? String(value) : isPlace(value) ? value.pointer : value,
  );
}

function isPlace(value: unknown): value is { readonly pointer: string } {
  return typeof value === 'object' && value !== null && 'pointer' in value && 'line' in value;
}

async function shuffledText(document: ApiDocument, seed: number, asYaml: boolean): Promise<ApiDocument> {
  const value = shuffled(document.bundled, generator(seed));
  if (!asYaml) return readText(stringify(value), {}, 'api.json');
  return readText(toYaml(value, { aliasDuplicateObjects: false }), {}, 'api.yaml');
}

const own = (version: string): string => join(root, 'specs/intercom', `${version}.yaml`);
const official = (version: string): string => join(shared, 'intercom/official', `${version}.yaml`);

const PAIRS: readonly (readonly [string, string, string])[] = [
  ['our documents', own('2.15'), own('preview')],
  ...(hasShared
    ? ([
        ['official 2.14 and 2.15', official('2.14'), official('2.15')],
        ['official 2.15 and Preview', official('2.15'), official('preview')],
        [
          'Stripe, which is cyclic',
          join(shared, 'pairs/stripe/2021-10.json'),
          join(shared, 'pairs/stripe/2022-04.json'),
        ],
      ] as const)
    : []),
];

describe('the order of keys, paths and components decides nothing', () => {
  test.each(PAIRS)(
    '%s',
    async (_, basePath, revisionPath) => {
      const [base, revision] = await Promise.all([readPath(basePath), readPath(revisionPath)]);
      const expected = text(await diffDocuments(base, revision));
      for (let run = 1; run <= 3; run++) {
        const [left, right] = [
          await shuffledText(base, run, run === 1),
          await shuffledText(revision, run + 100, false),
        ];
        expect(text(await diffDocuments(left, right)) === expected).toBe(true);
      }
    },
    120_000,
  );

  test('ten runs in a row', async () => {
    const [base, revision] = await Promise.all([readPath(own('2.15')), readPath(own('preview'))]);
    const texts = new Set<string>();
    for (let run = 0; run < 10; run++) {
      const [left, right] = [
        await shuffledText(base, run, run % 2 === 0),
        await shuffledText(revision, run + 50, false),
      ];
      texts.add(text(await diffDocuments(left, right)));
    }
    expect(texts.size).toBe(1);
  });
});
