import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { documentOf, FILES, type Project, project, tree } from './project.js';

let at: Project;

beforeEach(() => {
  at = project();
});

afterEach(() => at.end());

/** What a run says of each client, without the times. */
async function run(...args: string[]): Promise<readonly string[]> {
  const { code, stderr } = await at.generate(...args);
  return [String(code), ...stderr.trimEnd().split('\n')].map((line) => line.replace(/ (?:took|in) \d+\.\d s$/, ''));
}

const NOTHING = [
  '0',
  '[1/2] pets 1 is unchanged',
  '[2/2] pets 2 is unchanged',
  expect.stringMatching(/^0 files written, 0 removed, \d+ unchanged$/),
];

describe('a second run', () => {
  test('does nothing, and says the same on stdout', async () => {
    const first = await at.generate();
    const before = tree(join(at.folder, 'client'));
    const second = await at.generate();
    expect([second.code, second.stdout]).toEqual([0, first.stdout]);
    expect(first.stdout.split('\n')).toEqual([
      'pets 1: 1 operation, 0 schemas → client/1 (4 files)',
      'pets 2: 1 operation, 0 schemas → client/2 (4 files)',
      'pets 1 → 2: 1 breaking of 1 change (0 on the wire, 1 in compiled code only)',
      '',
    ]);
    expect(await run()).toEqual(NOTHING);
    expect(tree(join(at.folder, 'client'))).toEqual(before);
  });

  test.each([
    ['the document', '1.yaml', documentOf('1', 'somePets'), 1],
    ['a file that the document refers to', 'parts.yaml', 'all: {description: Every one.}\n', 2],
    ['an overlay', 'fix.yaml', FILES['fix.yaml']?.replace('Mended', 'Repaired'), 2],
    [
      'what the configuration says of a version',
      'specshift.config.yaml',
      FILES['specshift.config.yaml']?.replace('file: 2.yaml', 'file: 2.yaml, label: Two'),
      2,
    ],
  ])('makes anew what comes of %s', async (_, path, text, version) => {
    await at.generate();
    at.put(path, text ?? '');
    const title = text?.includes('label: Two') ? 'pets Two' : `pets ${version}`;
    const lines = (await run()).slice(1, 3);
    expect(lines).toEqual([
      version === 1 ? '[1/2] pets 1' : '[1/2] pets 1 is unchanged',
      version === 2 ? `[2/2] ${title}` : '[2/2] pets 2 is unchanged',
    ]);
    const after = tree(join(at.folder, 'client'));
    rmSync(join(at.folder, 'client'), { recursive: true });
    await at.generate('--force');
    expect(tree(join(at.folder, 'client'))).toEqual(after);
  });

  test('makes anew what names decide', async () => {
    await at.generate();
    const config = FILES['specshift.config.yaml'] ?? '';
    at.put('specshift.config.yaml', `${config}    names: {groups: {Pets: beasts}}\n`);
    expect((await run()).slice(1, 3)).toEqual(['[1/2] pets 1', '[2/2] pets 2']);
    expect(readdirSync(join(at.folder, 'client/1')).sort()).toEqual(['README.md', 'beasts.ts', 'index.ts', 'types.ts']);
  });

  test('brings back a file that is gone, and --check misses it', async () => {
    await at.generate();
    const before = tree(join(at.folder, 'client'));
    rmSync(join(at.folder, 'client/2/pets.ts'));
    expect(await run('--check')).toEqual([
      '1',
      '[1/2] pets 1 is unchanged',
      '[2/2] pets 2',
      'client/2/pets.ts is not up to date',
      expect.stringMatching(/^1 file not up to date, 0 to be removed, \d+ up to date$/),
      'Run "specshift generate" in the same way without --check and commit the result.',
    ]);
    expect((await run()).slice(3)).toEqual([expect.stringMatching(/^1 file written, 0 removed, \d+ unchanged$/)]);
    expect(tree(join(at.folder, 'client'))).toEqual(before);
  });

  test('does all where nothing is remembered, or not to be trusted', async () => {
    await at.generate();
    const all = ['[1/2] pets 1', '[2/2] pets 2'];
    expect((await run('--force')).slice(1, 3)).toEqual(all);
    for (const text of ['', '{', '[]', '{"format":"specshift.memory/1"}']) {
      for (const name of readdirSync(join(at.folder, '.cache'))) {
        writeFileSync(join(at.folder, '.cache', name), text);
      }
      expect((await run()).slice(1, 3)).toEqual(all);
      expect(await run()).toEqual(NOTHING);
    }
    rmSync(join(at.folder, '.cache'), { recursive: true });
    writeFileSync(join(at.folder, '.cache'), 'a file where the cache would be');
    expect((await run()).slice(1, 3)).toEqual(all);
  });

  test('of a document that is refused says so again', async () => {
    await at.generate();
    at.put('parts.yaml', 'nothing: {}\n');
    const first = await at.generate();
    expect([first.code, (await at.generate()).stderr]).toEqual([2, first.stderr]);
  });
});
