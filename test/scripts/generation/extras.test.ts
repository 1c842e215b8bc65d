import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { documentOf, FILES, type Project, project } from './project.js';

let at: Project;

beforeEach(() => {
  at = project({ ...FILES, 'pets.yaml': documentOf('1', 'listPets') });
});

afterEach(() => at.end());

function extrasIn(folder: string): readonly string[] {
  return readdirSync(join(at.folder, folder))
    .filter((name) => /^(?:zod|msw)\.ts$/.test(name))
    .sort();
}

test('are written where they are asked for, and go where they are not', async () => {
  await at.generate('pets.yaml', '--out', 'one', '--zod', '--msw');
  expect(extrasIn('one')).toEqual(['msw.ts', 'zod.ts']);
  expect((await at.generate('pets.yaml', '--out', 'one', '--zod', '--check')).code).toBe(1);
  await at.generate('pets.yaml', '--out', 'one', '--zod');
  expect(extrasIn('one')).toEqual(['zod.ts']);
});

test('are written for every version where the configuration asks for them, and more by an option', async () => {
  at.put('specshift.config.yaml', `${FILES['specshift.config.yaml']}    extras: [zod]\n`);
  await at.generate();
  expect([extrasIn('client/1'), extrasIn('client/2')]).toEqual([['zod.ts'], ['zod.ts']]);
  await at.generate('pets', '--msw');
  expect(extrasIn('client/2')).toEqual(['msw.ts', 'zod.ts']);
});
