import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../io.js';
import { BASE, REVISION } from './pets.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'specshift-'));
  mkdirSync(join(folder, 'specs/pets'), { recursive: true });
  writeFileSync(join(folder, 'base.yaml'), BASE);
  writeFileSync(join(folder, 'revision.yaml'), REVISION);
  writeFileSync(join(folder, 'specs/pets/1.yaml'), BASE);
  writeFileSync(join(folder, 'specs/pets/2.yaml'), REVISION);
  writeFileSync(
    join(folder, 'specs/pets/api.yaml'),
    `name: pets\ntitle: Pets\nversions:\n  - {version: '1', kind: stable, file: 1.yaml, date: '2026-01-01'}\n  - {version: '2', kind: stable, file: 2.yaml, date: '2026-02-01', base: '1'}\n`,
  );
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('input', () => {
  test('standard input', async () => {
    const { code, stdout } = await runCommand(['diff', 'base.yaml', '-'], { cwd: folder, stdin: BASE });
    expect([code, stdout]).toEqual([0, 'Pets 1 → 1\nbase.yaml → <stdin>\n\nNo changes.\n']);
  });

  test('a version of an API', async () => {
    const { code, stdout } = await runCommand(['diff', 'pets@1', 'pets@2'], { cwd: folder });
    expect([code, stdout.split('\n')[1]]).toEqual([1, 'specs/pets/1.yaml → specs/pets/2.yaml']);
  });

  test('a version that does not exist names those that do', async () => {
    const { code, stderr } = await runCommand(['diff', 'pets@1', 'pets@3'], { cwd: folder });
    expect([code, stderr]).toEqual([2, 'specshift: pets has no version "3". Its versions are 1, 2.\n']);
  });

  test('a file at a git revision', async () => {
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'init.defaultBranch=main', ...args],
        { cwd: folder },
      );
    git('init', '-q');
    git('add', 'base.yaml');
    git('commit', '-q', '-m', 'base');
    const { code, stdout } = await runCommand(['diff', 'HEAD:base.yaml', 'revision.yaml'], { cwd: folder });
    expect([code, stdout.split('\n')[1]]).toEqual([1, 'HEAD:base.yaml → revision.yaml']);
    const missing = await runCommand(['diff', 'HEAD:nothing.yaml', 'revision.yaml'], { cwd: folder });
    expect([missing.code, missing.stdout]).toEqual([2, '']);
    const option = await runCommand(['diff', '--', '--upload-pack=touch:x', 'revision.yaml'], { cwd: folder });
    expect([option.code, option.stderr]).toEqual([2, 'specshift: "--upload-pack=touch" is not a git revision.\n']);
  });

  test.each([
    [
      ['diff', 'nothing.yaml', 'base.yaml'],
      'specshift: "nothing.yaml" does not exist. Name a file, "-", <git-ref>:<path> or <api>@<version>.\n',
    ],
    [['diff', 'specs', 'base.yaml'], 'specshift: "specs" is a folder. Name the document in it.\n'],
    [
      ['diff', '/dev/zero', 'base.yaml'],
      'specshift: "/dev/zero" cannot be read: it is not a regular file. Use "-" to read from a pipe.\n',
    ],
    [['diff', 'base.yaml', ''], 'specshift: The name of a document is empty.\n'],
    [['diff', 'base.yaml', '-'], 'specshift: Standard input is empty. Pipe a document into the command.\n'],
    [['diff', 'base.yaml'], 'specshift: diff takes two documents: specshift diff <base> <revision>.\n'],
    [['diff', '-', '-'], 'specshift: Only one of the two documents can come from standard input.\n'],
    [
      ['diff', 'base.yaml', 'base.yaml', '--format', 'xml'],
      'specshift: --format takes text, json, markdown, comment, summary, sarif, junit, gitlab, github, not "xml".\n',
    ],
    [
      ['diff', 'base.yaml', 'base.yaml', '--fial-on'],
      `specshift: Unknown option '--fial-on'. See "specshift diff --help".\n`,
    ],
    [
      ['dif', 'base.yaml'],
      'specshift: There is no command "dif". The commands are changelog check, changelog write, diff, drift, explain, gate, generate, history, init, migrate.\n',
    ],
    [
      ['diff', 'https://example.com/a.yaml', 'base.yaml'],
      'specshift: The network is not used unless asked. Allow this address with --allow-remote https://example.com.\n',
    ],
  ])('%j cannot run', async (args, stderr) => {
    expect(await runCommand(args, { cwd: folder })).toEqual({ code: 2, stdout: '', stderr });
  });

  test('the faults of both documents are listed in one run', async () => {
    writeFileSync(join(folder, 'bad-1.yaml'), BASE.replace('integer', '[integer, 5]'));
    writeFileSync(join(folder, 'bad-2.yaml'), BASE.replace("'#/components/schemas/Pet'", "'#/components/schemas/Pte'"));
    const { code, stderr } = await runCommand(['diff', 'bad-1.yaml', 'bad-2.yaml'], { cwd: folder });
    expect([code, stderr]).toEqual([
      2,
      'bad-1.yaml:16:82 [type] #/components/schemas/Pet/properties/age/type/1 "type" must be a string, not a number.\n' +
        'bad-2.yaml:13:30 [reference-missing] #/paths/~1pets~1{id}/get/responses/200/content/application~1json/schema/$ref ' +
        '"#/components/schemas/Pte" does not exist. Did you mean "Pet"?\n2 faults were found.\n',
    ]);
  });

  test('help is printed for the whole and for a command', async () => {
    const results = await Promise.all(
      [['--help'], ['diff', '--help'], ['help', 'generate']].map((args) => runCommand(args)),
    );
    expect(results.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ''],
      [0, ''],
      [0, ''],
    ]);
    expect(results.map(({ stdout }) => /^Usage: /m.test(stdout))).toEqual([true, true, true]);
  });
});
