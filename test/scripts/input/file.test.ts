import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../io.js';

const LONG = 'k'.repeat(300);
const isRoot = process.getuid?.() === 0;
let folder = '';

function documentOf(references: readonly string[]): string {
  const schemas = references.map((reference, index) => `    S${index}: {$ref: ${JSON.stringify(reference)}}\n`);
  return `openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n${schemas.join('')}`;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'specshift-'));
  const inFolder = (name: string): string => join(folder, name);
  writeFileSync(inFolder('ok.yaml'), documentOf(['#/info']));
  for (const name of ['sub', 'locked']) mkdirSync(inFolder(name));
  for (const name of ['large.yaml', 'locked/a.yaml', 'closed.yaml']) writeFileSync(inFolder(name), '{}');
  truncateSync(inFolder('large.yaml'), 2 ** 30);
  symlinkSync('nothing', inFolder('dead'));
  symlinkSync('second', inFolder('first'));
  symlinkSync('first', inFolder('second'));
  execFileSync('mkfifo', [inFolder('pipe')]);
  chmodSync(inFolder('closed.yaml'), 0);
  chmodSync(inFolder('locked'), 0);
});

afterAll(() => {
  chmodSync(join(folder, 'locked'), 0o700);
  rmSync(folder, { recursive: true });
});

const REASONS: readonly (readonly [name: string, reason: string])[] = [
  ['ok.yaml/a', 'a part of its path is not a folder'],
  ['first', 'its links lead in a circle'],
  [LONG, 'its name is too long'],
  ['pipe', 'it is not a regular file. Use "-" to read from a pipe'],
  ['large.yaml', 'it has 1073741824 bytes; files up to 128 MB are read'],
];
const LOCKED: typeof REASONS = [
  ['locked/a.yaml', 'permission is denied'],
  ['closed.yaml', 'permission is denied'],
];

async function refusal(name: string): Promise<readonly unknown[]> {
  const { code, stdout, stderr } = await runCommand(['diff', name, 'ok.yaml'], { cwd: folder });
  return [code, stdout, stderr];
}

describe('why a file is not read', () => {
  test.each(REASONS)('%s', async (name, reason) => {
    expect(await refusal(name)).toEqual([2, '', `specshift: "${name}" cannot be read: ${reason}.\n`]);
  });

  test.each([
    ['sub', '"sub" is a folder. Name the document in it.'],
    ['dead', '"dead" is a link to a file that does not exist.'],
    ['sub/a', '"sub/a" does not exist. Name a file, "-", <git-ref>:<path> or <api>@<version>.'],
  ])('%s', async (name, message) => {
    expect(await refusal(name)).toEqual([2, '', `specshift: ${message}\n`]);
  });

  test.skipIf(isRoot).each(LOCKED)('%s', async (name, reason) => {
    expect(await refusal(name)).toEqual([2, '', `specshift: "${name}" cannot be read: ${reason}.\n`]);
  });

  test('a reference says the same', async () => {
    const referred = [
      ...REASONS,
      ['sub', 'it is a folder'],
      ['dead', 'it is a link to nothing'],
      ['sub/a', 'it does not exist'],
      ...(isRoot ? [] : LOCKED),
    ] as const;
    writeFileSync(join(folder, 'all.yaml'), documentOf(referred.map(([name]) => name)));
    const faults = referred.map(
      ([name, reason], index) =>
        `all.yaml:${index + 6}:16 [reference-file] #/components/schemas/S${index}/$ref "${name}" cannot be read: ${reason}.\n`,
    );
    expect(await refusal('all.yaml')).toEqual([2, '', `${faults.join('')}${faults.length} faults were found.\n`]);
  });

  test('what is wrong with both documents is told in one run, each once', async () => {
    writeFileSync(join(folder, 'bad.yaml'), 'openapi: 4.0.0\n');
    const run = async (...names: string[]) =>
      (await runCommand(['diff', ...names], { cwd: folder })).stderr.split('\n');
    const missing = (name: string) =>
      `specshift: "${name}" does not exist. Name a file, "-", <git-ref>:<path> or <api>@<version>.`;
    const bad =
      'bad.yaml:1:10 [openapi-version] #/openapi OpenAPI "4.0.0" is not understood. Versions 3.0, 3.1 and 3.2 are understood.';
    expect(await run('bad.yaml', 'a.yaml')).toEqual([missing('a.yaml'), bad, '']);
    expect(await run('a.yaml', 'b.yaml')).toEqual([missing('a.yaml'), missing('b.yaml'), '']);
    expect(await run('a.yaml', 'a.yaml')).toEqual([missing('a.yaml'), '']);
    expect(await run('bad.yaml', 'bad.yaml')).toEqual([bad, '']);
  });
});
