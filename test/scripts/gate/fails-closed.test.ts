import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../io.js';
import { root } from '../../shared.js';
import { BASE, REVISION } from './pets.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'specshift-closed-'));
  mkdirSync(join(folder, 'sub'));
  writeFileSync(join(folder, 'base.yaml'), BASE);
  writeFileSync(join(folder, 'revision.yaml'), REVISION);
  writeFileSync(join(folder, 'broken.yaml'), 'openapi: 3.1.0\npaths: [');
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('the exit code is 2, and nothing says that it passed', () => {
  test.each([
    [['gate', 'none.yaml', 'revision.yaml']],
    [['gate', 'base.yaml', 'broken.yaml']],
    [['gate', 'base.yaml']],
    [['gate', 'base.yaml', 'base.yaml', 'base.yaml']],
    [['gate', 'base.yaml', 'base.yaml', '--base', 'git:HEAD']],
    [['gate', 'base.yaml', 'base.yaml', '--fail-on', 'nothing']],
    [['gate', 'base.yaml', 'base.yaml', '--max-undecided', '-1']],
    [['gate', 'base.yaml', 'base.yaml', '--max-undecided', 'many']],
    [['gate', 'base.yaml', 'base.yaml', '--today', 'tomorrow']],
    [['gate', 'base.yaml', 'base.yaml', '--baseline', 'none.yaml']],
    [['gate', 'base.yaml', 'base.yaml', '--baseline', 'broken.yaml']],
    [['gate', 'base.yaml', 'base.yaml', '--levels', 'none.yaml']],
    [['gate', 'base.yaml', 'base.yaml', '--report', 'sarif']],
    [['gate', 'base.yaml', 'base.yaml', '--report', 'pdf=x']],
    [['gate', 'base.yaml', 'base.yaml', '--report', 'sarif=sub']],
    [['gate', 'base.yaml', 'base.yaml', '--report', 'sarif=base.yaml/x']],
  ])('%j', async (args) => {
    const { code, stdout, stderr } = await runCommand(args, { cwd: folder });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).not.toBe('');
    expect(stderr).not.toContain('internal error');
  });

  test.each([
    ['a text', 'accepted: all\n', '1:11 [type] #/accepted "accepted" must be a list, not a string.'],
    [
      'two names',
      `accepted:\n  - {fingerprint: '0123456789abcdef', rule: x, reason: a, until: '2027-01-01'}\n`,
      '2:5 [target] #/accepted/0 An accepted finding is named by its "fingerprint", or by "rule" and "pointer", and this one has both.',
    ],
    [
      'no name',
      `accepted:\n  - {reason: a, until: '2027-01-01'}\n`,
      '2:5 [target] #/accepted/0 An accepted finding is named by its "fingerprint", or by "rule" and "pointer", and this one has neither.',
    ],
    [
      'a part of a fingerprint',
      `accepted:\n  - {fingerprint: 'e8e8', reason: a, until: '2027-01-01'}\n`,
      '2:19 [fingerprint] #/accepted/0/fingerprint "fingerprint" must be all 16 digits of a fingerprint, as reports in JSON tell it.',
    ],
    [
      'no reason',
      `accepted:\n  - {fingerprint: '0123456789abcdef', until: '2027-01-01'}\n`,
      '2:5 [missing] #/accepted/0 "reason" is missing.',
    ],
    [
      'no last day',
      `accepted:\n  - {fingerprint: '0123456789abcdef', reason: a}\n`,
      '2:5 [missing] #/accepted/0 "until" is missing.',
    ],
    [
      'no day of the calendar',
      `accepted:\n  - {fingerprint: '0123456789abcdef', reason: a, until: 2027-02-29}\n`,
      '2:57 [date] #/accepted/0/until "until" must be a day such as "2027-01-31", not "2027-02-29".',
    ],
    [
      'a number',
      `accepted:\n  - {fingerprint: 1234567890123456, reason: a, until: '2027-01-01'}\n`,
      '2:19 [type] #/accepted/0/fingerprint "fingerprint" must be text, not a number. Put it in quotes.',
    ],
    [
      'no rule',
      `accepted:\n  - {rule: type-chnaged, pointer: '#/a', reason: a, until: '2027-01-01'}\n`,
      '2:12 [unknown-rule] #/accepted/0/rule There is no rule "type-chnaged". Did you mean "type-changed"?',
    ],
    [
      'no pointer',
      `accepted:\n  - {rule: type-changed, pointer: a/b, reason: a, until: '2027-01-01'}\n`,
      '2:35 [pointer] #/accepted/0/pointer "pointer" must be a JSON Pointer such as "#/components/schemas/contact", not "a/b".',
    ],
    [
      'a misspelt key',
      `accepted:\n  - {fingerprint: '0123456789abcdef', reason: a, untill: '2027-01-01', until: '2027-01-01'}\n`,
      '2:50 [unknown-key] #/accepted/0/untill "untill" means nothing here. Did you mean "until"?',
    ],
  ])('accepted findings with %s', async (_, text, message) => {
    writeFileSync(join(folder, 'accepted.yaml'), text);
    const { code, stdout, stderr } = await runCommand(
      ['gate', 'base.yaml', 'base.yaml', '--baseline', 'accepted.yaml'],
      { cwd: folder },
    );
    expect([code, stdout, stderr]).toEqual([2, '', `accepted.yaml:${message}\n`]);
  });
});

/** Runs the command in a process of its own, behind a line of the shell. */
function inShell(line: string) {
  const node = `"${process.execPath}" --import "${pathToFileURL(`${root}node_modules/tsx/dist/loader.mjs`)}"`;
  const script = line.replaceAll('SPECSHIFT', `${node} "${root}scripts/specshift.ts"`);
  return spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
}

describe('what cannot be written to its end is no verdict', () => {
  test.each([
    'gate base.yaml base.yaml',
    'gate --help',
    'migrate base.yaml base.yaml',
    'changelog write base.yaml base.yaml',
  ])('a full device (%s)', (command) => {
    const { status, stderr } = inShell(`SPECSHIFT ${command} > /dev/full`);
    expect([status, stderr]).toEqual([2, 'specshift: The output could not be written to its end (ENOSPC).\n']);
  });

  test('a reader that goes away', () => {
    const { stdout, stderr } = inShell(
      '(SPECSHIFT gate base.yaml base.yaml; echo "code $?" >&3) 3>&1 1> >(exec true); sleep 0.1',
    );
    expect([stdout, stderr]).toEqual(['code 2\n', 'specshift: The output could not be written to its end (EPIPE).\n']);
  });

  test('while all that was written may pass', () => {
    expect(inShell('SPECSHIFT gate base.yaml base.yaml | cat; exit $PIPESTATUS').status).toBe(0);
  });
});
