import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseProjectConfig } from '../../scripts/input/parse-project-config.js';
import { runCommand } from '../io.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'specshift-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, title: string, version: string, paths = '{}'): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(
    join(folder, path),
    `openapi: 3.1.0\ninfo: {title: ${JSON.stringify(title)}, version: ${JSON.stringify(version)}}\npaths: ${paths}\n`,
  );
}

function init(...args: string[]) {
  return runCommand(['init', ...args], { cwd: folder });
}

function written() {
  const path = join(folder, 'specshift.config.yaml');
  return parseProjectConfig('specshift.config.yaml', readFileSync(path)).map(({ name, title, output, versions }) => ({
    name,
    title,
    output,
    versions: versions.map(({ version, file, base }) => [version, file, base]),
  }));
}

test('finds documents, and takes those of one title for versions', async () => {
  put('api/pets-2.10.yaml', 'Pets', '2.10');
  put('api/pets-2.9.yaml', 'Pets', '2.9');
  put('toys.yml', 'Töys & more', '1');
  put('node_modules/x/openapi.yaml', 'Not ours', '1');
  put('.hidden/openapi.yaml', 'Not ours', '1');
  writeFileSync(join(folder, 'package.json'), '{"name": "x"}');
  writeFileSync(join(folder, 'broken.yaml'), 'openapi: 3.1.0\ninfo: [\n');
  const { code, stdout, stderr } = await init();
  expect([code, stdout]).toEqual([
    0,
    'Pets 2.10: api/pets-2.10.yaml\nPets 2.9: api/pets-2.9.yaml\nTöys & more 1: toys.yml\nspecshift.config.yaml is written. "specshift generate" does what it says.\n',
  ]);
  expect(stderr.split('\n').slice(-2)).toEqual(['"broken.yaml" is left out.', '']);
  expect(written()).toEqual([
    {
      name: 'pets',
      title: 'Pets',
      output: 'generated/pets',
      versions: [
        ['2.9', 'api/pets-2.9.yaml', undefined],
        ['2.10', 'api/pets-2.10.yaml', '2.9'],
      ],
    },
    {
      name: 'toys-more',
      title: 'Töys & more',
      output: 'generated/toys-more',
      versions: [['current', 'toys.yml', undefined]],
    },
  ]);
});

test('what it writes can be generated at once, and compared', async () => {
  put('1.yaml', 'Pets', '1', '{/pets: {get: {operationId: listPets, responses: {"200": {description: All.}}}}}');
  put('2.yaml', 'Pets', '2');
  await init('./1.yaml', '2.yaml', '1.yaml');
  const { code, stdout } = await runCommand(['generate'], { cwd: folder });
  expect([code, stdout]).toEqual([
    0,
    'Pets 1: 1 operation, 0 schemas → generated/pets/1 (4 files)\nPets 2: 0 operations, 0 schemas → generated/pets/2 (3 files)\nPets 1 → 2: 1 breaking of 1 change (1 on the wire, 0 in compiled code only)\n',
  ]);
  expect((await runCommand(['diff', 'pets@1', 'pets@2'], { cwd: folder })).code).toBe(1);
  expect((await runCommand(['generate', '--check'], { cwd: folder })).code).toBe(0);
});

test('text of documents stays text', async () => {
  const title = 'Pets"\n    output: ../x # \u2028*/';
  put('a.yaml', title, '"}\nplugin: x');
  put('b.yaml', title, '"}\nplugin: y');
  expect((await init()).code).toBe(0);
  expect(written()).toEqual([
    {
      name: 'pets-output-..-x',
      title: title.trim(),
      output: 'generated/pets-output-..-x',
      versions: [
        ['plugin-x', 'a.yaml', undefined],
        ['plugin-y', 'b.yaml', 'plugin-x'],
      ],
    },
  ]);
});

test('what it cannot do it says, and touches nothing', async () => {
  expect(await init()).toEqual({
    code: 2,
    stdout: '',
    stderr: 'specshift: There is no OpenAPI document in this folder. Name one: specshift init <document>.\n',
  });
  expect((await init('../a.yaml')).stderr).toBe(
    'specshift: "../a.yaml" is not a file of this folder, and specshift.config.yaml names only such.\n',
  );
  writeFileSync(join(folder, 'specshift.config.yaml'), 'mine');
  put('a.yaml', 'Pets', '1');
  expect((await init()).stderr).toBe('specshift: "specshift.config.yaml" exists already. Remove it to start anew.\n');
  expect(readFileSync(join(folder, 'specshift.config.yaml'), 'utf8')).toBe('mine');
});
