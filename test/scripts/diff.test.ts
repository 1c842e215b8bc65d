import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../io.js';
import { root } from '../shared.js';
import { BASE, REVISION } from './pets.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'specshift-'));
  writeFileSync(join(folder, 'base.yaml'), BASE);
  writeFileSync(join(folder, 'revision.yaml'), REVISION);
});

afterAll(() => rmSync(folder, { recursive: true }));

const TEXT = `Pets 1 → 2
base.yaml → revision.yaml

Breaking on the wire (1)

  pets
    ✗ Pet.age: The type changed from integer to string. [type-changed e8e88368]
      proof: "a" is valid in the revision and invalid in the base
      base.yaml:16:66 → revision.yaml:16:66
      received from GET /pets/{id}

1 change: 1 breaking. Required version bump: major.
`;

describe('diff', () => {
  test('tells a change for people and fails', async () => {
    expect(await runCommand(['diff', 'base.yaml', 'revision.yaml'], { cwd: folder })).toEqual({
      code: 1,
      stdout: TEXT,
      stderr: '',
    });
  });

  test('says when nothing changed', async () => {
    const { code, stdout } = await runCommand(['diff', 'base.yaml', 'base.yaml'], { cwd: folder });
    expect([code, stdout]).toEqual([0, 'Pets 1 → 1\nbase.yaml → base.yaml\n\nNo changes.\n']);
  });

  test.each([
    ['breaking', 1],
    ['dangerous', 1],
    ['error', 1],
    ['warning', 1],
    ['none', 0],
  ])('--fail-on %s ends with %i', async (failOn, code) => {
    expect((await runCommand(['diff', 'base.yaml', 'revision.yaml', '--fail-on', failOn], { cwd: folder })).code).toBe(
      code,
    );
  });

  test('colours only a terminal, and not against NO_COLOR', async () => {
    const run = (terminal: boolean, env = {}) =>
      runCommand(['diff', 'base.yaml', 'revision.yaml'], { cwd: folder, terminal, env });
    const coloured = [await run(true), await run(false), await run(true, { NO_COLOR: '1' })].map(({ stdout }) =>
      stdout.includes('\u001b['),
    );
    expect(coloured).toEqual([true, false, false]);
  });

  test('keeps to the width of the terminal where words allow', async () => {
    const { stdout } = await runCommand(['diff', 'base.yaml', 'revision.yaml'], { cwd: folder, width: 50 });
    expect(stdout.split('\n').filter((line) => line.length > 52 && !line.startsWith('1 change'))).toEqual([]);
  });

  test('JSON output keeps to its schema and is the same on every run', async () => {
    const validate = new Ajv2020().compile(JSON.parse(readFileSync(join(root, 'report/diff-1.schema.json'), 'utf8')));
    const runs = await Promise.all(
      [1, 2].map(() => runCommand(['diff', 'base.yaml', 'revision.yaml', '--format=json'], { cwd: folder })),
    );
    const report = JSON.parse(runs[0]?.stdout ?? '');
    expect(validate(report) ? [] : validate.errors).toEqual([]);
    expect(runs[1]).toEqual(runs[0]);
    expect(report).toEqual({
      format: 'specshift.diff/1',
      base: { file: 'base.yaml', title: 'Pets', version: '1', openapi: '3.1.0' },
      revision: { file: 'revision.yaml', title: 'Pets', version: '2', openapi: '3.1.0' },
      policy: 'default',
      summary: {
        breaking: 1,
        dangerous: 0,
        nonBreaking: 0,
        unclassified: 0,
        undecided: 0,
        levels: { error: 1, warning: 0, info: 0, off: 0 },
        requiredBump: 'major',
      },
      findings: [
        {
          rule: 'type-changed',
          impact: 'breaking',
          level: 'error',
          levelReason: null,
          contract: 'wire',
          direction: 'response',
          message: 'The type changed from integer to string.',
          operations: ['GET /pets/{id}'],
          resource: 'pets',
          where: 'Pet.age',
          base: { file: 'base.yaml', pointer: '#/components/schemas/Pet/properties/age/type', line: 16, column: 66 },
          revision: {
            file: 'revision.yaml',
            pointer: '#/components/schemas/Pet/properties/age/type',
            line: 16,
            column: 66,
          },
          before: ['integer'],
          after: ['string'],
          witness: { value: 'a', validUnder: 'revision', invalidUnder: 'base' },
          reason: null,
          moves: [],
          fingerprint: report.findings[0].fingerprint,
        },
      ],
    });
  });

  test('the fingerprint outlives moved lines, other key order and other parameter names', async () => {
    const moved = REVISION.replace('paths:', '# moved\n\npaths:')
      .replace('{type: object, properties: {name: {type: string}, ', '{properties: {')
      .replace('}}}\n', '}, name: {type: string}}, type: object}\n');
    writeFileSync(join(folder, 'moved.yaml'), moved.replaceAll('{id}', '{pet}').replaceAll('name: id,', 'name: pet,'));
    const fingerprints = async (revision: string) => {
      const { stdout } = await runCommand(['diff', 'base.yaml', revision, '--format', 'json'], { cwd: folder });
      const { findings } = JSON.parse(stdout);
      return findings
        .filter(({ rule }: { rule: string }) => rule === 'type-changed')
        .map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    };
    expect(await fingerprints('moved.yaml')).toEqual(await fingerprints('revision.yaml'));
  });
});

describe('levels', () => {
  const diff = (...more: readonly string[]) =>
    runCommand(['diff', 'base.yaml', 'revision.yaml', ...more], { cwd: folder });
  const lastLines = (stdout: string): readonly string[] => stdout.trimEnd().split('\n').slice(-2);

  test('come from a file, and the command line has the last word on the policy', async () => {
    writeFileSync(
      join(folder, 'levels.yaml'),
      'policy: strict\nlevels: {type-changed: {level: warning, reason: A test.}}\n',
    );
    const [file, named] = await Promise.all([
      diff('--levels', 'levels.yaml'),
      diff('--levels', 'levels.yaml', '--policy', 'intercom', '--fail-on', 'dangerous'),
    ]);
    expect([file.code, ...lastLines(file.stdout)]).toEqual([
      0,
      '1 change: 1 breaking. Required version bump: major.',
      'Levels of the policy "strict": 1 warning.',
    ]);
    expect(file.stdout).toContain('\n      warning: A test.\n');
    expect([named.code, ...lastLines(named.stdout).slice(1)]).toEqual([
      1,
      'Levels of the policy "intercom": 1 warning.',
    ]);
  });

  test('may turn a rule off', async () => {
    writeFileSync(join(folder, 'off.json'), '{"levels": {"type-changed": "off"}}');
    expect(await diff('--levels', 'off.json')).toEqual({
      code: 0,
      stdout:
        'Pets 1 → 2\nbase.yaml → revision.yaml\n\nNo changes but those that are off.\nLevels of the policy "default": 1 off.\n',
      stderr: '',
    });
  });

  test.each([
    [
      ['--policy', 'strickt'],
      'specshift: There is no policy "strickt". Did you mean "strict"? The policies are default, strict, intercom.\n',
    ],
    [['--levels', 'none.yaml'], 'specshift: "none.yaml" cannot be read: it does not exist.\n'],
    [['--hints', 'none.yaml'], 'specshift: "none.yaml" cannot be read: it does not exist.\n'],
    [['--fail-on', 'ERR'], 'specshift: --fail-on takes breaking, dangerous, none, error, warning, not "ERR".\n'],
  ])('%j cannot run', async (more, stderr) => {
    expect(await diff(...more)).toEqual({ code: 2, stdout: '', stderr });
  });

  test('a hint that names nothing is a warning', async () => {
    writeFileSync(join(folder, 'hints.yaml'), 'renames: [{from: Pet.a, to: Pet.b}]');
    expect(await diff('--hints', 'hints.yaml')).toEqual({
      code: 1,
      stdout: TEXT,
      stderr: 'warning: hints.yaml:1:11 Nothing was removed as "Pet.a" and added as "Pet.b": the hint has no effect.\n',
    });
  });
});
