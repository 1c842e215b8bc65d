import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCommand } from '../../io.js';
import { root } from '../../shared.js';
import { AGE, BASE, REVISION } from './pets.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'specshift-gate-'));
  write('base.yaml', BASE);
  write('revision.yaml', REVISION);
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

function gate(...args: readonly string[]) {
  return runCommand(['gate', 'base.yaml', 'revision.yaml', '--today', '2026-06-01', ...args], { cwd: folder });
}

const ENTRY = `accepted:
  - fingerprint: "${AGE}"
    reason: Nobody reads it.
    until: "2026-06-01"
`;

describe('--accept', () => {
  const accept = (...args: readonly string[]) =>
    gate('--accept', 'E8E883', '--reason', 'Nobody reads it.', '--until', '2026-12-31', ...args);

  test('writes the file that the gate then reads', async () => {
    expect(await accept()).toEqual({
      code: 0,
      stderr: '',
      stdout: `baseline.yaml: accepted until 2026-12-31: Pet.age: The type changed from integer to string. [type-changed ${AGE}]\n`,
    });
    expect((await gate()).code).toBe(0);
    const schema = new Ajv2020({ formats: { date: true } }).compile(
      JSON.parse(readFileSync(join(root, 'scripts/input/baseline-1.schema.json'), 'utf8')),
    );
    expect(schema({ accepted: [{ fingerprint: AGE, reason: 'a', until: '2026-12-31' }] })).toBe(true);
  });

  test('keeps the rest of it', async () => {
    const before = `# Ours.\naccepted: # the list\n  # first\n  - {fingerprint: 'aaaaaaaaaaaaaaaa', reason: x, until: '2026-12-31'} # end\n`;
    write('own.yaml', before);
    chmodSync(join(folder, 'own.yaml'), 0o640);
    await accept('--baseline', 'own.yaml');
    expect(read('own.yaml').startsWith(before)).toBe(true);
    expect((await gate('--baseline', 'own.yaml')).code).toBe(0);
    expect((await gate()).code).toBe(1);
  });

  test('renews what is there', async () => {
    write('baseline.yaml', ENTRY);
    const { stdout } = await accept();
    expect([stdout.startsWith('baseline.yaml: renewed until 2026-12-31'), read('baseline.yaml')]).toEqual([
      true,
      ENTRY.replace('2026-06-01', '2026-12-31'),
    ]);
  });

  test.each([
    [
      ['--accept', '000000', '--reason', 'a', '--until', '2027-01-01'],
      `No finding begins with "000000". The nearest are ${AGE} (type-changed at Pet.age).`,
    ],
    [
      ['--accept', 'e8e8', '--reason', 'a', '--until', '2027-01-01'],
      '--accept takes a fingerprint, or at least its first 6 digits, not "e8e8".',
    ],
    [
      ['--accept', AGE, '--reason', ' ', '--until', '2027-01-01'],
      '--accept needs --reason <text> and --until <date>: why, and the last day on which it is so.',
    ],
    [
      ['--accept', AGE, '--reason', 'a'],
      '--accept needs --reason <text> and --until <date>: why, and the last day on which it is so.',
    ],
    [
      ['--accept', AGE, '--reason', 'a', '--until', '2027-02-30'],
      '--until takes a day such as 2027-01-31, not "2027-02-30".',
    ],
    [
      ['--accept', AGE, '--reason', 'a', '--until', '2026-05-31'],
      '--until 2026-05-31 is over already: it is 2026-06-01.',
    ],
    [['--reason', 'a'], '--reason and --until go with --accept <fingerprint>.'],
  ])('%j writes nothing', async (args, message) => {
    expect(await gate(...args)).toEqual({ code: 2, stdout: '', stderr: `specshift: ${message}\n` });
    expect(() => read('baseline.yaml')).toThrow();
  });

  test('does not follow a link', async () => {
    write('elsewhere.yaml', '');
    symlinkSync('elsewhere.yaml', join(folder, 'baseline.yaml'));
    const { code, stderr } = await accept();
    expect([code, stderr, read('elsewhere.yaml')]).toEqual([
      2,
      'specshift: "baseline.yaml" is a link. Name the file itself.\n',
      '',
    ]);
  });
});
