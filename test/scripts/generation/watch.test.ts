import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from '../../shared.js';
import { documentOf, FILES, type Project, project } from './project.js';

let at: Project;
let child: ChildProcess | undefined;
let told = '';

beforeEach(() => {
  at = project();
  told = '';
});

afterEach(() => {
  child?.kill('SIGKILL');
  at.end();
});

function watch(...args: string[]): void {
  const tsx = join(root, 'node_modules/tsx/dist/loader.mjs');
  child = spawn(
    process.execPath,
    ['--import', tsx, join(root, 'scripts/specshift.ts'), 'generate', '--watch', ...args],
    {
      cwd: at.folder,
      env: { ...process.env, SPECSHIFT_CACHE: join(at.folder, '.cache') },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  child.stderr?.on('data', (chunk) => {
    told += String(chunk);
  });
}

/** Waits until the command has said that it waits, as often as given, and gives what it said of clients and faults since. */
async function waits(times: number): Promise<readonly string[]> {
  const deadline = Date.now() + 60_000;
  while (told.split('Watching ').length - 1 < times) {
    if (Date.now() > deadline) throw new Error(`It does not wait: ${told}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const last = told.split(/Watching \d+ files …\n/)[times - 1] ?? '';
  return last
    .split('\n')
    .filter((line) => /^\[|\.yaml:/.test(line))
    .map((line) => line.replace(/ took .*/, ''));
}

test('every file that was read is watched, and a fault ends nothing', { timeout: 180_000 }, async () => {
  watch();
  expect(await waits(1)).toEqual(['[1/2] pets 1', '[2/2] pets 2']);
  at.put('1.yaml', documentOf('1', 'somePets'));
  expect(await waits(2)).toEqual(['[1/2] pets 1', '[2/2] pets 2 is unchanged']);
  expect(readFileSync(join(at.folder, 'client/1/pets.ts'), 'utf8')).toContain('somePets');
  at.put('fix.yaml', FILES['fix.yaml']?.replace('Mended', 'Repaired') ?? '');
  expect(await waits(3)).toEqual(['[1/2] pets 1 is unchanged', '[2/2] pets 2']);
  at.put('parts.yaml', 'all: {description: [}\n');
  const [first, fault] = await waits(4);
  expect([first, fault?.split(' ')[0]]).toEqual(['[1/2] pets 1 is unchanged', '2.yaml:5:73']);
  at.put('parts.yaml', 'all: {description: Every one.}\n');
  expect(await waits(5)).toEqual(['[1/2] pets 1 is unchanged', '[2/2] pets 2']);
  at.put('specshift.config.yaml', (FILES['specshift.config.yaml'] ?? '').replace('"1", file', '"1", label: One, file'));
  expect(await waits(6)).toEqual(['[1/2] pets One', '[2/2] pets 2 is unchanged']);
});

test('what cannot be watched is refused', async () => {
  expect((await at.generate('--watch', '--check')).stderr).toBe(
    'specshift: --watch writes what --check only looks at. Give one of them.\n',
  );
  expect((await at.generate('-', '--watch', '--out', 'x')).stderr).toBe(
    'specshift: Standard input cannot be watched.\n',
  );
});
