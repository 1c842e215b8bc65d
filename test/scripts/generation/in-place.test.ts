import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCommand } from '../../io.js';
import { documentOf, type Project, project, tree } from './project.js';

let at: Project;

beforeEach(() => {
  at = project({ 'pets.yaml': documentOf('1', 'listPets'), 'work/mine.ts': 'mine' });
});

afterEach(() => at.end());

function generateHere() {
  return runCommand(['generate', '../pets.yaml', '--out', '.'], { cwd: join(at.folder, 'work') });
}

test('the working folder is filled and not replaced', async () => {
  const work = join(at.folder, 'work');
  const { ino } = statSync(work);
  expect((await generateHere()).code).toBe(0);
  await runCommand(['generate', 'pets.yaml', '--out', 'other'], { cwd: at.folder });
  expect(tree(work)).toEqual({ ...tree(join(at.folder, 'other')), 'mine.ts': 'mine' });
  at.put('pets.yaml', documentOf('1', 'allPets').replace('[Pets]', '[Toys]'));
  expect((await generateHere()).code).toBe(0);
  expect([statSync(work).ino, readdirSync(work).sort(), readdirSync(at.folder).sort()]).toEqual([
    ino,
    ['.specshift.json', 'README.md', 'index.ts', 'mine.ts', 'runtime', 'toys.ts', 'types.ts'],
    ['other', 'pets.yaml', 'work'],
  ]);
});

test('what was stopped half way is mended, also for another document', async () => {
  const work = join(at.folder, 'work');
  await generateHere();
  const first = tree(work);
  at.put('pets.yaml', documentOf('1', 'allPets').replace('[Pets]', '[Toys]'));
  await generateHere();
  const second = tree(work);
  // A run from the first to the second that was stopped: the manifest lists both, and one file has come.
  const hashes = (files: Record<string, string>): Record<string, string> =>
    JSON.parse(files['.specshift.json'] ?? '{}').files;
  const both: Record<string, string> = { ...hashes(first) };
  for (const [path, hash] of Object.entries(hashes(second))) {
    both[path] = both[path] === undefined || both[path] === hash ? hash : `${both[path]} ${hash}`;
  }
  for (const [path, text] of Object.entries(first)) at.put(`work/${path}`, text);
  at.put('work/toys.ts', second['toys.ts'] ?? '');
  at.put('work/index.ts', second['index.ts'] ?? '');
  at.put('work/.specshift.json', JSON.stringify({ format: 'specshift.manifest/1', files: both }));
  mkdirSync(join(work, '.specshift-new'));
  at.put('work/.specshift-new/types.ts', 'half');
  at.put('pets.yaml', documentOf('1', 'listPets'));
  expect((await generateHere()).code).toBe(0);
  expect(tree(work)).toEqual(first);
});

test('what stays the same keeps its times', async () => {
  await at.generate('pets.yaml', '--out', 'client');
  at.put('client/mine.ts', 'mine');
  const times = (): readonly number[] =>
    ['mine.ts', 'runtime/index.ts', 'pets.ts'].map((name) => statSync(join(at.folder, 'client', name)).mtimeMs);
  const [mine, runtime, pets] = times();
  at.put('pets.yaml', documentOf('1', 'allPets'));
  await new Promise((resolve) => setTimeout(resolve, 20));
  await at.generate('pets.yaml', '--out', 'client');
  const after = times();
  expect([after[0], after[1], after[2] === pets]).toEqual([mine, runtime, false]);
  expect(readFileSync(join(at.folder, 'client/pets.ts'), 'utf8')).toContain('allPets');
});
