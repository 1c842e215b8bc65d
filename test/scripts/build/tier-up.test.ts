import { channel } from 'node:diagnostics_channel';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { bytesCompared, expectShortRun, isLarge, withDefaultFlags } from '../../../scripts/build/tier-up.js';
import { BASE_READ } from '../../../scripts/input/base-read.js';

let folder = '';
const small = () => join(folder, 'small.yaml');
const large = () => join(folder, 'large.yaml');
const largest = () => join(folder, 'largest.json');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'specshift-'));
  writeFileSync(small(), 'openapi: 3.1.0\n');
  writeFileSync(large(), '#'.repeat(200_000));
  writeFileSync(largest(), '#'.repeat(1_500_000));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The flags that V8 is given meanwhile and when the first document was read, and when it is told to look through the heap. */
function flagsSetBy(act: () => void): readonly string[] {
  const flags: string[] = [];
  const setFlagsFromString = (flag: string) => flags.push(flag);
  const runInNewContext = (name: string) => () => flags.push(name);
  const spies = [
    vi.spyOn(process, 'getBuiltinModule').mockReturnValue({ setFlagsFromString, runInNewContext }),
    vi.spyOn(process, 'versions', 'get').mockReturnValue({ ...process.versions, v8: '11.3.244.8-node.38' }),
  ];
  act();
  channel(BASE_READ).publish(undefined);
  for (const spy of spies) spy.mockRestore();
  return flags;
}

const expectRun = (...args: readonly string[]) => expectShortRun(bytesCompared(args));

test('documents are large together, and a batch always is', () => {
  const calls = [
    ['diff', small(), small()],
    ['diff', large(), small()],
    ['diff', '--batch', small()],
    ['migrate', large()],
  ];
  expect(calls.map((args) => isLarge(bytesCompared(args)))).toEqual([false, true, true, false]);
});

test('V8 is left as it is for other commands, and where there is little to compare', () => {
  const flags = flagsSetBy(() => {
    expectRun();
    expectRun('generate', large());
    expectRun('diff', small(), join(folder, 'missing.yaml'), `https://example.com/${'long'.repeat(5_000)}`);
    withDefaultFlags(() => undefined);
  });
  expect(flags).toEqual([]);
});

const LATE = '--interrupt-budget=600000';
const READING = [LATE, '--semi-space-growth-factor=8'];
const COMPARING = [LATE, '--semi-space-growth-factor=1'];

test('V8 compiles late for large documents, and is as it was while compiled code is taken over', () => {
  const flags = flagsSetBy(() => {
    expectRun('diff', small(), large());
    expect(withDefaultFlags(() => 'code')).toBe('code');
  });
  const start = ['--interrupt-budget=67584', '--semi-space-growth-factor=2'];
  expect(flags).toEqual([...READING, ...start, ...READING, ...COMPARING]);
});

test('V8 lets the heap grow for the largest documents', () => {
  const growth = ['--heap-growing-percent=6000', '--expose-gc', 'gc', '--heap-growing-percent=0', '--no-expose-gc'];
  const flags = flagsSetBy(() => expectRun('diff', small(), largest()));
  expect(flags).toEqual([...growth, ...READING, ...COMPARING]);
});

test('V8 compiles late for a batch, whatever its size', () => {
  expect(flagsSetBy(() => expectRun('diff', '--batch', small()))).toEqual([...READING, ...COMPARING]);
});

test('V8 keeps the young heap as it is once the first document was read, also when compiled code is taken over', () => {
  flagsSetBy(() => expectRun('diff', small(), large()));
  expect(flagsSetBy(() => withDefaultFlags(() => undefined)).slice(2)).toEqual(COMPARING);
});
