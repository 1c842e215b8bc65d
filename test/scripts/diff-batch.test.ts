import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../io.js';
import { root } from '../shared.js';

const api = (paths: string): string => `openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
${paths}`;
const operation = (path: string): string => `  ${path}: {get: {responses: {'200': {description: ok}}}}\n`;

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'specshift-'));
  mkdirSync(join(folder, 'pairs'));
  const write = (name: string, text: string): void => writeFileSync(join(folder, 'pairs', name), text);
  write('one.yaml', api(operation('/pets')));
  write('two.yaml', api(operation('/pets') + operation('/cats')));
  write('bad.yaml', api('  /pets: 5\n'));
  const safe = { base: 'one.yaml', revision: 'two.yaml', name: 'grows' };
  const breaking = { base: 'two.yaml', revision: 'one.yaml' };
  write('safe.json', JSON.stringify([safe, { base: 'one.yaml', revision: 'one.yaml', name: 'same' }]));
  write('breaking.json', JSON.stringify([safe, breaking]));
  write(
    'broken.yaml',
    `- {base: one.yaml, revision: bad.yaml, name: bad}\n- {base: gone.yaml, revision: one.yaml, name: gone}\n- {base: two.yaml, revision: one.yaml}\n`,
  );
  write('empty.json', '[]');
  write('wrong.yaml', '- {base: one.yaml, revison: two.yaml}\n- 5\n- {base: 3, revision: "", name: 4}\n');
});

afterAll(() => rmSync(folder, { recursive: true }));

const batch = (file: string, ...more: readonly string[]) =>
  runCommand(['diff', '--batch', file, ...more], { cwd: folder });

describe('a batch', () => {
  test('tells a line for each pair, and passes when all do', async () => {
    expect(await batch('pairs/safe.json')).toEqual({
      code: 0,
      stdout: '✓ grows  1 safe\n✓ same   no changes\n\n2 pairs: 2 passed, 0 failed.\n',
      stderr: '',
    });
  });

  test('fails when one pair fails, unless told otherwise', async () => {
    const stdout = '✓ grows                1 safe\n✗ two.yaml → one.yaml  1 breaking\n\n2 pairs: 1 passed, 1 failed.\n';
    expect(await batch('pairs/breaking.json')).toEqual({ code: 1, stdout, stderr: '' });
    const quiet = await batch('pairs/breaking.json', '--fail-on', 'none');
    expect([quiet.code, quiet.stdout]).toEqual([0, stdout.replaceAll('✗', '✓').replace('1 passed, 1', '2 passed, 0')]);
  });

  test('compares the others when one cannot be compared, and then ends with 2', async () => {
    const gone = '"pairs/gone.yaml" does not exist. Name a file, "-", <git-ref>:<path> or <api>@<version>.';
    const bad = 'pairs/bad.yaml:4:10 [type] #/paths/~1pets A path item must be an object, not a number.';
    expect(await batch('pairs/broken.yaml')).toEqual({
      code: 2,
      stdout: `✗ bad                  not compared: ${bad}\n✗ gone                 not compared: ${gone}\n✗ two.yaml → one.yaml  1 breaking\n\n3 pairs: 0 passed, 1 failed, 2 not compared.\n`,
      stderr: `bad: ${bad}\ngone: ${gone}\n`,
    });
  });

  test('has JSON that keeps to its schema and holds the reports of single runs', async () => {
    const { code, stdout } = await batch('pairs/broken.yaml', '--format', 'json');
    const ajv = new Ajv2020();
    const schema = (name: string) => JSON.parse(readFileSync(join(root, `report/${name}-1.schema.json`), 'utf8'));
    ajv.addSchema(schema('diff'));
    const validate = ajv.compile(schema('batch'));
    const result = JSON.parse(stdout);
    expect([code, validate(result) ? [] : validate.errors]).toEqual([2, []]);
    const single = await runCommand(['diff', 'pairs/two.yaml', 'pairs/one.yaml', '--format', 'json'], { cwd: folder });
    expect(result.pairs.map(({ name }: { name: string }) => name)).toEqual(['bad', 'gone', 'two.yaml → one.yaml']);
    expect(result.pairs[2]).toEqual({ name: 'two.yaml → one.yaml', passed: false, report: JSON.parse(single.stdout) });
  });

  test('may be empty, or come from standard input', async () => {
    expect(await batch('pairs/empty.json')).toEqual({ code: 0, stdout: '0 pairs: 0 passed, 0 failed.\n', stderr: '' });
    const stdin = '[{"base": "pairs/one.yaml", "revision": "pairs/two.yaml", "name": "grows"}]';
    const result = await runCommand(['diff', '--batch', '-'], { cwd: folder, stdin });
    expect([result.code, result.stdout]).toEqual([0, '✓ grows  1 safe\n\n1 pair: 1 passed, 0 failed.\n']);
  });

  test('takes levels and tells hints that no pair knows once', async () => {
    writeFileSync(join(folder, 'levels.yaml'), 'levels: {operation-removed: off}');
    writeFileSync(join(folder, 'hints.yaml'), 'renames: [{from: GET /cats, to: GET /felines}]');
    expect(await batch('pairs/breaking.json', '--levels', 'levels.yaml', '--hints', 'hints.yaml')).toEqual({
      code: 0,
      stdout: '✓ grows                1 safe\n✓ two.yaml → one.yaml  1 off\n\n2 pairs: 2 passed, 0 failed.\n',
      stderr:
        'warning: hints.yaml:1:11 Nothing was removed as "GET /cats" and added as "GET /felines": the hint has no effect.\n',
    });
  });

  test.each([
    [
      ['pairs/wrong.yaml'],
      'pairs/wrong.yaml:1:20 [unknown-key] #/0/revison "revison" means nothing here. Did you mean "revision"?\n' +
        'pairs/wrong.yaml:1:3 [type] #/0 "revision" must be text that is not empty.\n' +
        'pairs/wrong.yaml:2:3 [type] #/1 A pair must be a mapping with "base" and "revision", not a number.\n' +
        'pairs/wrong.yaml:3:10 [type] #/2/base "base" must be text that is not empty.\n' +
        'pairs/wrong.yaml:3:23 [type] #/2/revision "revision" must be text that is not empty.\n' +
        'pairs/wrong.yaml:3:33 [type] #/2/name "name" must be text that is not empty.\n6 faults were found.\n',
    ],
    [['pairs/one.yaml'], 'pairs/one.yaml:1:1 [type] # A batch must be a list of {base, revision}, not an object.\n'],
    [['pairs/nothing.json'], 'specshift: "pairs/nothing.json" cannot be read: it does not exist.\n'],
    [
      ['pairs/safe.json', 'pairs/one.yaml'],
      'specshift: --batch takes its documents from its file: specshift diff --batch <file>.\n',
    ],
    [
      ['pairs/safe.json', '--base-overlay', 'overlay.yaml'],
      'specshift: --base-overlay and --revision-overlay are for the comparison of two documents.\n',
    ],
  ])('%j cannot run', async ([file = '', ...more], stderr) => {
    expect(await batch(file, ...more)).toEqual({ code: 2, stdout: '', stderr });
  });
});
