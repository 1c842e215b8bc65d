import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from '../../shared.js';
import { documentOf, type Project, project, tree } from './project.js';

let at: Project;
const PAIR = {
  'a.yaml': documentOf('1', 'listPets'),
  'b.yaml': documentOf('2', 'allPets').replace('[Pets]', '[Toys]'),
};

beforeEach(() => {
  at = project(PAIR);
});

afterEach(() => at.end());

/** A run of its own process. `writer.ts` is the part of the command that writes, so that it is stopped there and not while it loads. */
function start(...args: string[]): ChildProcess {
  const writer = join(root, 'test/scripts/generation/writer.ts');
  return spawn(process.execPath, ['--import', 'tsx', writer, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.on('close', () => resolve()));
}

test('a run that is killed leaves the old folder or the new one, and the next one mends the rest', {
  timeout: 180_000,
}, async () => {
  const client = join(at.folder, 'client');
  await at.generate('b.yaml', '--out', 'client', '--name', 'pets');
  const second = tree(client);
  rmSync(client, { recursive: true });
  await at.generate('a.yaml', '--out', 'client', '--name', 'pets');
  const first = tree(client);
  at.put('client/mine.ts', 'export {};\n');
  at.put('sets.json', JSON.stringify([first, second]));
  const sets = join(at.folder, 'sets.json');
  const child = start(client, sets);
  let rounds = 0;
  let mixtures = 0;
  // It writes one and the other in turn, and is killed at another moment each time.
  await new Promise<void>((resolve) => child.stdout?.once('data', () => resolve()));
  for (let round = 0; round < 12; round++) {
    const runner = round === 0 ? child : start(client, sets);
    if (round > 0) await new Promise<void>((resolve) => runner.stdout?.once('data', () => resolve()));
    await new Promise((resolve) => setTimeout(resolve, 3 + round * 5));
    runner.kill('SIGKILL');
    await ended(runner);
    rounds++;
    // Between two renames there may be no folder, which the next run puts back.
    const found = existsSync(client) ? tree(client) : undefined;
    const { 'mine.ts': mine, ...files } = found ?? { 'mine.ts': 'export {};\n', ...first };
    const isWhole = [first, second].some((one) => JSON.stringify(one) === JSON.stringify(files));
    if (!isWhole || mine !== 'export {};\n') mixtures++;
  }
  expect([rounds, mixtures]).toEqual([12, 0]);
  expect((await at.generate('a.yaml', '--out', 'client', '--name', 'pets')).code).toBe(0);
  expect(tree(client)).toEqual({ ...first, 'mine.ts': 'export {};\n' });
  expect(readdirSync(at.folder).sort()).toEqual(['.cache', 'a.yaml', 'b.yaml', 'client', 'sets.json']);
});
