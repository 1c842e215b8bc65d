import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeShell } from '../../../report/encode/shell.js';
import { runCommand } from '../../io.js';
import { BASE, REVISION } from './pets.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'specshift-report-'));
  writeFileSync(join(folder, 'base.yaml'), BASE);
  writeFileSync(join(folder, "it's $(x).yaml"), REVISION);
});
afterAll(() => rmSync(folder, { recursive: true }));

const FORMATS = ['json', 'markdown', 'comment', 'summary', 'sarif', 'junit', 'gitlab', 'github'];

describe.each(['gate', 'diff'])('%s --report', (command) => {
  const args = [command, 'base.yaml', "it's $(x).yaml", '--today', '2026-06-01'];

  test('writes what --format prints, whole, and nothing beside it', async () => {
    const out = join(folder, command);
    mkdirSync(out);
    writeFileSync(join(out, 'sarif'), 'former');
    const reports = FORMATS.flatMap((format) => ['--report', `${format}=${command}/${format}`]);
    const text = await runCommand(args, { cwd: folder });
    expect(await runCommand([...args, ...reports], { cwd: folder })).toEqual(text);
    expect(readdirSync(out).sort()).toEqual([...FORMATS].sort());
    for (const format of FORMATS) {
      const { stdout } = await runCommand([...args, '--format', format], { cwd: folder });
      expect(readFileSync(join(out, format), 'utf8')).toBe(stdout);
    }
  });

  test('is the same whatever the reader of the terminal is', async () => {
    const plain = await runCommand([...args, '--format', 'sarif'], { cwd: folder });
    const terminal = await runCommand([...args, '--format', 'sarif'], { cwd: folder, terminal: true, width: 200 });
    expect(terminal).toEqual(plain);
  });
});

test('a comment has a marker that stays, and differs for another document', async () => {
  const marker = async (...args: readonly string[]): Promise<string> =>
    (await runCommand(['gate', ...args, '--format', 'comment'], { cwd: folder })).stdout.split('\n')[0] ?? '';
  const [one, same, other] = [
    await marker('base.yaml', "it's $(x).yaml"),
    await marker("it's $(x).yaml", "it's $(x).yaml"),
    await marker('base.yaml', 'base.yaml'),
  ];
  expect([one === same, one === other, /^<!-- specshift gate [0-9a-f]{16} -->$/.test(one)]).toEqual([
    true,
    false,
    true,
  ]);
});

test('the command that is advised can be copied', async () => {
  const { stdout } = await runCommand(['gate', 'base.yaml', "it's $(x).yaml", '--baseline', 'b.yaml'], { cwd: folder });
  expect(stdout).toBe('');
  writeFileSync(join(folder, 'b.yaml'), 'accepted: []\n');
  const told = await runCommand(['gate', 'base.yaml', "it's $(x).yaml", '--baseline', 'b.yaml'], { cwd: folder });
  expect(told.stdout.trimEnd().split('\n').at(-1)).toBe(
    `  specshift gate base.yaml 'it'\\''s $(x).yaml' --baseline b.yaml --accept e8e88368 --reason "…" --until <date>`,
  );
  expect(['a', 'a b', '', '`x`', 'git:origin/main', 'a\nb'].map(encodeShell)).toEqual([
    'a',
    "'a b'",
    "''",
    "'`x`'",
    'git:origin/main',
    "'a\nb'",
  ]);
});
