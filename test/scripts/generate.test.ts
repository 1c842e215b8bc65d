import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCommand } from '../io.js';
import { LISTING } from './pets.js';
import { tree } from './tree.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'specshift-'));
  writeFileSync(join(folder, 'pets.yaml'), LISTING);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function generate(...args: string[]) {
  return runCommand(['generate', ...args], { cwd: folder });
}

describe('generate', () => {
  test('writes a client with its runtime, and nothing else', async () => {
    const { code, stdout } = await generate('pets.yaml', '--out', 'client');
    expect([code, stdout]).toEqual([
      0,
      `Pets 1: 1 operation, 0 schemas → client (${Object.keys(tree(join(folder, 'client'))).length - 1} files)\n`,
    ]);
    expect(readdirSync(join(folder, 'client')).sort()).toEqual([
      '.specshift.json',
      'README.md',
      'index.ts',
      'pets.ts',
      'runtime',
      'types.ts',
    ]);
    expect(readdirSync(folder).sort()).toEqual(['client', 'pets.yaml']);
  });

  test('the same input gives the same bytes', async () => {
    await generate('pets.yaml', '--out', 'first');
    await generate('pets.yaml', '--out', 'second');
    expect(tree(join(folder, 'second'))).toEqual(tree(join(folder, 'first')));
  });

  test('a second run changes nothing, and --check agrees', async () => {
    await generate('pets.yaml', '--out', 'client');
    const { stderr } = await generate('pets.yaml', '--out', 'client');
    expect(stderr).toMatch(/^0 files written, 0 removed, \d+ unchanged in \d+\.\d s\n$/);
    expect((await generate('pets.yaml', '--out', 'client', '--check')).code).toBe(0);
  });

  test('--check tells what is stale and writes nothing', async () => {
    await generate('pets.yaml', '--out', 'client');
    const before = tree(join(folder, 'client'));
    writeFileSync(join(folder, 'pets.yaml'), LISTING.replace('listPets', 'allPets').replace('[Pets]', '[Animals]'));
    const { code, stderr } = await generate('pets.yaml', '--out', 'client', '--check');
    expect([
      code,
      stderr
        .split('\n')
        .slice(0, -3)
        .map((line) => line.split(' ')[0]),
    ]).toEqual([1, ['client/index.ts', 'client/animals.ts', 'client/types.ts', 'client/README.md', 'client/pets.ts']]);
    expect(tree(join(folder, 'client'))).toEqual(before);
  });

  test('what is no longer generated goes, what is foreign stays', async () => {
    await generate('pets.yaml', '--out', 'client');
    writeFileSync(join(folder, 'client/mine.ts'), 'export {};\n');
    mkdirSync(join(folder, 'client/notes'));
    writeFileSync(join(folder, 'client/notes/a.md'), 'a');
    writeFileSync(join(folder, 'pets.yaml'), LISTING.replace('[Pets]', '[Animals]'));
    expect((await generate('pets.yaml', '--out', 'client')).code).toBe(0);
    const names = readdirSync(join(folder, 'client')).sort();
    expect(names).toEqual([
      '.specshift.json',
      'README.md',
      'animals.ts',
      'index.ts',
      'mine.ts',
      'notes',
      'runtime',
      'types.ts',
    ]);
    expect(readFileSync(join(folder, 'client/notes/a.md'), 'utf8')).toBe('a');
  });

  test('a file that was edited or is foreign is not replaced', async () => {
    await generate('pets.yaml', '--out', 'client');
    writeFileSync(join(folder, 'client/pets.ts'), '// mine\n');
    const before = tree(join(folder, 'client'));
    expect(await generate('pets.yaml', '--out', 'client')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'specshift: "client/pets.ts" was edited after it was generated. Move the edit elsewhere and remove the file.\n',
    });
    expect(tree(join(folder, 'client'))).toEqual(before);
    mkdirSync(join(folder, 'other'));
    writeFileSync(join(folder, 'other/index.ts'), '// mine\n');
    expect((await generate('pets.yaml', '--out', 'other')).stderr).toBe(
      'specshift: "other/index.ts" was not written by specshift and would be replaced. Move it, or choose another folder.\n',
    );
  });

  test('links are not followed', async () => {
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'client'));
    expect((await generate('pets.yaml', '--out', 'client')).stderr).toBe(
      'specshift: "client" is a link. Name the folder itself.\n',
    );
    rmSync(join(folder, 'client'));
    mkdirSync(join(folder, 'client'));
    writeFileSync(join(folder, 'victim.ts'), 'victim');
    symlinkSync(join(folder, 'victim.ts'), join(folder, 'client/index.ts'));
    expect((await generate('pets.yaml', '--out', 'client')).code).toBe(2);
    expect([readFileSync(join(folder, 'victim.ts'), 'utf8'), readdirSync(join(folder, 'elsewhere'))]).toEqual([
      'victim',
      [],
    ]);
  });

  test('a bad document leaves the client as it was', async () => {
    await generate('pets.yaml', '--out', 'client');
    const before = tree(join(folder, 'client'));
    writeFileSync(join(folder, 'pets.yaml'), `${LISTING}paths: {}\n`);
    expect((await generate('pets.yaml', '--out', 'client')).code).toBe(2);
    expect(tree(join(folder, 'client'))).toEqual(before);
  });

  test('an output path that cannot be a folder', async () => {
    expect((await generate('pets.yaml', '--out', 'pets.yaml')).stderr).toBe(
      'specshift: "pets.yaml" is not a folder.\n',
    );
    expect((await generate('pets.yaml', '--out', 'pets.yaml/client')).code).toBe(2);
    expect((await generate('pets.yaml')).stderr).toBe('specshift: Say where to write the client: --out <folder>.\n');
  });

  test('a run that was stopped between the two renames is repaired', async () => {
    await generate('pets.yaml', '--out', 'client');
    const before = tree(join(folder, 'client'));
    cpSync(join(folder, 'client'), join(folder, '.client.specshift-old'), { recursive: true });
    rmSync(join(folder, 'client'), { recursive: true });
    mkdirSync(join(folder, '.client.specshift-new'));
    writeFileSync(join(folder, '.client.specshift-lock'), '999999999');
    expect((await generate('pets.yaml', '--out', 'client')).code).toBe(0);
    expect([tree(join(folder, 'client')), readdirSync(folder).sort()]).toEqual([before, ['client', 'pets.yaml']]);
  });

  test('several runs at once leave one whole client', async () => {
    const names = ['a', 'b', 'c', 'd'];
    for (const name of names)
      writeFileSync(
        join(folder, `${name}.yaml`),
        LISTING.replace('listPets', `list${name}`).replace('[Pets]', `[${name}]`),
      );
    const results = await Promise.all(
      names.map((name) => generate(`${name}.yaml`, '--out', 'client', '--name', 'pets')),
    );
    expect(results.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    const text = readFileSync(join(folder, 'client/index.ts'), 'utf8');
    const [winner] = names.filter(
      (name) => text.includes(`list${name}`) || existsSync(join(folder, `client/${name}.ts`)),
    );
    expect(readdirSync(join(folder, 'client')).filter((name) => /^[abcd]\.ts$/.test(name))).toEqual([`${winner}.ts`]);
  });
});
