import { relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../../diff/change.js';
import { compareInFull } from '../../../diff/pair/compare-documents.js';
import type { ApiDocument } from '../../../openapi/model/document.js';
import { readPath } from '../../documents.js';
import { hasShared, shared } from '../../shared.js';
import { type Applied, applyChanges } from './apply-changes.js';
import { type FilePair, listedPairs, officialPairs, projectPairs } from './real-pairs.js';

/** Changes that follow from others: nothing is made of them alone. */
const DERIVED: ReadonlySet<string> = new Set([
  'schema.alternatives.changed',
  'security-scheme.added',
  'security-scheme.removed',
]);

const NOTHING: Applied = { difference: undefined, idle: [] };

function check(base: ApiDocument, revision: ApiDocument): Applied {
  return applyChanges(base, revision, compareInFull(base, revision));
}

/** The changes, of at most so many, without which the rest would still make the revision. */
function needless(base: ApiDocument, revision: ApiDocument, most: number): readonly string[] {
  const comparison = compareInFull(base, revision);
  const { changes } = comparison;
  const step = Math.max(1, Math.floor(changes.length / most));
  const sample = changes.filter(({ kind }, index) => index % step === 0 && !DERIVED.has(kind));
  const isNeedless = (change: Change): boolean => {
    const others = changes.filter((other) => other !== change);
    return applyChanges(base, revision, comparison, others).difference === undefined;
  };
  return sample.filter(isNeedless).map(({ kind, revision: at }) => `${kind} ${at.pointer}`);
}

function named(pairs: readonly FilePair[]): readonly (readonly [string, ...FilePair])[] {
  return pairs.map(([base, revision]) => [`${relative(shared, base)} → ${relative(shared, revision)}`, base, revision]);
}

const documents = new Map<string, Promise<ApiDocument>>();

/** Most documents are the revision of one pair and the base of the next. */
function read(path: string): Promise<ApiDocument> {
  const known = documents.get(path) ?? readPath(path);
  documents.set(path, known);
  return known;
}

async function readBoth([base, revision]: FilePair): Promise<readonly [ApiDocument, ApiDocument]> {
  return [await read(base), await read(revision)];
}

const large = [...projectPairs(), ...(hasShared ? [...officialPairs(), ...listedPairs('pairs/manifest.json')] : [])];

describe('the changes of two documents make the one of the other', () => {
  test.each(named(large))('%s, and back', async (_, ...files) => {
    const [base, revision] = await readBoth(files);
    expect([check(base, revision), check(revision, base)]).toEqual([NOTHING, NOTHING]);
  });

  test.each(named(projectPairs()))('%s needs every change', async (_, ...files) => {
    const [base, revision] = await readBoth(files);
    expect(needless(base, revision, 25)).toEqual([]);
  });
});

describe.skipIf(!hasShared)('the changes of small pairs', () => {
  const lists = hasShared ? ['probes/cases.json', 'peer-cases/cases.json'] : [];

  test.each(lists)('%s: each makes the revision of its base, and is needed', async (list) => {
    const faults: string[] = [];
    let count = 0;
    for (const files of listedPairs(list)) {
      const both = await readBoth(files).catch(() => undefined);
      if (both === undefined) continue;
      for (const [base, revision] of [both, [both[1], both[0]] as const]) {
        count++;
        const { difference, idle } = check(base, revision);
        const found = [
          difference,
          ...idle.map(({ kind }) => `${kind} makes nothing`),
          ...needless(base, revision, 1000),
        ];
        for (const fault of found) if (fault !== undefined) faults.push(`${relative(shared, files[0])} ${fault}`);
      }
    }
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThan(30);
  });
});
