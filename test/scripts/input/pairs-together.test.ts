import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pairsTogether } from '../../../scripts/input/pairs-together.js';
import type { NamedPair } from '../../../scripts/input/read-pairs.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'specshift-'));
  for (const [name, bytes] of [
    ['small.yaml', 1_000],
    ['large.yaml', 3_000_000],
  ] as const) {
    writeFileSync(join(folder, name), '');
    truncateSync(join(folder, name), bytes);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

function pairsOf(count: number, base: string, revision: string): NamedPair[] {
  return Array.from({ length: count }, (_, index) => ({ name: `${base} ${index}`, base, revision }));
}

function sizes(pairs: readonly NamedPair[]): number[] {
  return [...pairsTogether(pairs, { cwd: folder })].map(({ length }) => length);
}

test('pairs of small files are compared in large groups, others in small ones', () => {
  expect(sizes([])).toEqual([]);
  expect(sizes(pairsOf(100, 'small.yaml', 'small.yaml'))).toEqual([40, 40, 20]);
  expect(sizes(pairsOf(40, 'large.yaml', 'large.yaml'))).toEqual([16, 16, 8]);
  expect(sizes(pairsOf(40, 'small.yaml', 'main:small.yaml'))).toEqual([16, 16, 8]);
  expect(sizes(pairsOf(40, 'absent.yaml', 'a\0b.yaml'))).toEqual([16, 16, 8]);
});

test('a group ends before a pair that is too large for it', () => {
  const small = pairsOf(20, 'small.yaml', 'small.yaml');
  const large = pairsOf(1, 'large.yaml', 'large.yaml');
  expect(sizes([...small, ...large, ...small])).toEqual([20, 16, 5]);
});

test('every pair is in one group, in the order of the batch', () => {
  const pairs = [...pairsOf(70, 'small.yaml', 'small.yaml'), ...pairsOf(30, 'large.yaml', 'small.yaml')];
  expect([...pairsTogether(pairs, { cwd: folder })].flat()).toEqual(pairs);
});
