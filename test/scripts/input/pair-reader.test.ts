import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiDocument } from '../../../openapi/model/document.js';
import type { Io } from '../../../scripts/command.js';
import { PairReader } from '../../../scripts/input/pair-reader.js';

const NAMES = ['1.yaml', '2.yaml', '3.yaml'] as const;
const ONE_TO_TWO = { base: '1.yaml', revision: '2.yaml' };
const TWO_TO_THREE = { base: '2.yaml', revision: '3.yaml' };

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'specshift-'));
  for (const name of NAMES) {
    writeFileSync(join(folder, name), `openapi: 3.1.0\ninfo: {title: Pets, version: '${name[0]}'}\npaths: {}\n`);
  }
  writeFileSync(join(folder, 'bad.yaml'), 'openapi: 3.1.0\npaths: {}\n');
});

afterAll(() => rmSync(folder, { recursive: true }));

function pairReader(): PairReader {
  const stream = { write: (): void => {}, isTerminal: false, width: 80 };
  const io: Io = { stdout: stream, stderr: stream, cwd: folder, env: {}, readStdin: async () => new Uint8Array() };
  return new PairReader(new Set(), io);
}

const versionsOf = (documents: readonly ApiDocument[]): readonly string[] => documents.map(({ info }) => info.version);

test('a document that stands in several pairs is read once', async () => {
  const reader = pairReader();
  const [[one, two], [base, three]] = await Promise.all([reader.read(ONE_TO_TWO), reader.read(TWO_TO_THREE)]);
  expect(versionsOf([one, two, base, three])).toEqual(['1', '2', '2', '3']);
  expect(base).toBe(two);
});

test('a document that is compared with itself is two', async () => {
  const [one, other] = await pairReader().read({ base: '1.yaml', revision: '1.yaml' });
  expect(versionsOf([one, other])).toEqual(['1', '1']);
  expect(other).not.toBe(one);
});

test('only what the next pairs name is kept', async () => {
  const reader = pairReader();
  const [one, two] = await reader.read(ONE_TO_TWO);
  reader.keepFor([TWO_TO_THREE]);
  const [base] = await reader.read(TWO_TO_THREE);
  const [again] = await reader.read(ONE_TO_TWO);
  expect([base === two, again === one, again.info.version]).toEqual([true, false, '1']);
});

test('a line of documents that take over from one another ends, so that memory does', async () => {
  const reader = pairReader();
  const [first] = await reader.read(ONE_TO_TWO);
  for (let count = 0; count < 40; count++) {
    await reader.read({ base: '1.yaml', revision: '1.yaml' });
    reader.keepFor([ONE_TO_TWO]);
  }
  const [last] = await reader.read(ONE_TO_TWO);
  expect([last === first, versionsOf([last])]).toEqual([false, ['1']]);
});

test('what is wrong with a document is told for each of its pairs', async () => {
  const reader = pairReader();
  const failures = await Promise.all(
    [
      { base: '1.yaml', revision: 'bad.yaml' },
      { base: 'bad.yaml', revision: '2.yaml' },
    ].map((pair) => reader.read(pair).catch(String)),
  );
  const fault = 'DocumentError: bad.yaml:1:1 [missing] # An OpenAPI document needs the field "info".';
  expect(failures).toEqual([fault, fault]);
});
