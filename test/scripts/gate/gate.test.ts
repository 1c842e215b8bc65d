import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
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
  mkdirSync(join(folder, name, '..'), { recursive: true });
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

describe('the verdict', () => {
  test('fails on what breaks, says why and how to accept it', async () => {
    expect(await gate()).toEqual({
      code: 1,
      stderr: '',
      stdout: `Pets 1.2.0 → 1.2.0
base.yaml → revision.yaml

Breaking on the wire (1)

  pets
    ✗ Pet.age: The type changed from integer to string. [type-changed e8e88368]
      proof: "a" is valid in the revision and invalid in the base
      base.yaml:16:66 → revision.yaml:16:66
      received from GET /pets/{id}

1 change: 1 breaking. Required version bump: major.

The gate failed:
  - 1 finding is an error.

To accept a finding for a reason, until a day:
  specshift gate base.yaml revision.yaml --accept e8e88368 --reason "…" --until <date>
`,
    });
  });

  test('passes where it is accepted, and says so', async () => {
    write('baseline.yaml', ENTRY);
    expect(await gate()).toEqual({
      code: 0,
      stderr: '',
      stdout: `Pets 1.2.0 → 1.2.0
base.yaml → revision.yaml

No changes but those that are accepted.

Accepted (1)

  ~ Pet.age: The type changed from integer to string. [type-changed e8e88368]
    until 2026-06-01: Nobody reads it. (in baseline.yaml:2:5)

The gate passed.
`,
    });
  });

  test('fails again on the day after', async () => {
    write('baseline.yaml', ENTRY);
    const { code, stdout } = await gate('--today', '2026-06-02');
    expect([code, stdout.slice(stdout.indexOf('Entries'), stdout.indexOf('To accept'))]).toEqual([
      1,
      `Entries to look at (1)

  ! expired: fingerprint ${AGE}
    It ended on 2026-06-01: what it names counts again.
    baseline.yaml:2:5

The gate failed:
  - 1 finding is an error.

`,
    ]);
  });

  test.each([
    [['--fail-on', 'none'], 0],
    [['--fail-on', 'dangerous'], 1],
    [['--fail-on', 'none', '--require-bump'], 1],
    [['--fail-on', 'none', '--max-undecided', '0'], 0],
  ])('%j', async (args, code) => {
    expect((await gate(...args)).code).toBe(code);
  });

  test('what is accepted demands no version', async () => {
    write('baseline.yaml', ENTRY);
    expect((await gate('--require-bump')).code).toBe(0);
    rmSync(join(folder, 'baseline.yaml'));
    write('revision.yaml', REVISION.replace('1.2.0', '2.0.0'));
    const { code, stdout } = await gate('--require-bump');
    expect([code, stdout.split('\n').slice(-8, -5)]).toEqual([
      1,
      [
        'The version moved from "1.2.0" to "2.0.0", by a major step; what changed demands',
        'a major version or a later date.',
        'The gate failed:',
      ],
    ]);
  });

  test('counts what is undecided', async () => {
    // A pattern that refers back is no automaton.
    const undecided = (pattern: string): string =>
      BASE.replace('name: {type: string}', () => `name: {type: string, pattern: '^(.+)-${pattern}$'}`);
    write('base.yaml', undecided('\\1'));
    write('revision.yaml', undecided('\\1\\1'));
    const codes = await Promise.all(['0', '1'].map(async (most) => (await gate('--max-undecided', most)).code));
    const { stdout } = await gate('--max-undecided', '0', '--format', 'json');
    expect([codes, JSON.parse(stdout).failures]).toEqual([
      [1, 0],
      [{ kind: 'undecided', message: '1 finding is undecided, and none is allowed.' }],
    ]);
  });

  test('as data keeps to its schema', async () => {
    write(
      'baseline.yaml',
      `accepted:
  - {rule: type-changed, pointer: '#/components/schemas/Pet/properties/age', operation: 'GET /pets/{x}', reason: a, until: '2026-06-01'}
  - {fingerprint: '0000000000000000', reason: a, until: '2020-01-01'}
`,
    );
    const schemas = ['diff', 'gate'].map((name) => JSON.parse(ofProject(`report/${name}-1.schema.json`)));
    const validate = formats.default(new Ajv2020({ schemas })).getSchema('urn:specshift:gate:1');
    const report = JSON.parse((await gate('--format', 'json')).stdout);
    expect(validate?.(report), JSON.stringify(validate?.errors)).toBe(true);
    expect([report.passed, report.entries.map(({ status }: { status: string }) => status)]).toEqual([
      true,
      ['used', 'expired'],
    ]);
  });
});

function ofProject(name: string): string {
  return readFileSync(join(root, name), 'utf8');
}

test('a version of an API has its accepted findings beside its api.yaml', async () => {
  write('specs/pets/1.yaml', BASE);
  write('specs/pets/2.yaml', REVISION);
  write(
    'specs/pets/api.yaml',
    `name: pets\ntitle: Pets\nversions:\n  - {version: '1', kind: stable, file: 1.yaml, date: '2026-01-01'}\n  - {version: '2', kind: stable, file: 2.yaml, date: '2026-02-01', base: '1'}\n`,
  );
  write('specs/pets/baseline.yaml', ENTRY);
  const run = () => runCommand(['gate', 'pets@1', 'pets@2', '--today', '2026-06-01'], { cwd: folder });
  expect((await run()).code).toBe(0);
  write('specs/pets/baseline.yaml', `${ENTRY}    version: '2'\n`);
  expect((await run()).code).toBe(0);
  // What is for another version does not hold, and is no entry to look at.
  write('specs/pets/baseline.yaml', `${ENTRY}    version: '1'\n`);
  const { code, stdout } = await run();
  expect([code, stdout.includes('Entries to look at')]).toEqual([1, false]);
  rmSync(join(folder, 'specs/pets/baseline.yaml'));
  expect((await run()).code).toBe(1);
  await runCommand(
    ['gate', 'pets@1', 'pets@2', '--accept', AGE, '--reason', 'a', '--until', '2026-12-31', '--today', '2026-06-01'],
    { cwd: folder },
  );
  expect(read('specs/pets/baseline.yaml').split('\n').slice(-5)).toEqual([
    `  - fingerprint: "${AGE}"`,
    '    version: "2"',
    '    reason: a',
    '    until: "2026-12-31"',
    '',
  ]);
});
