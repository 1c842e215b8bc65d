import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newRule } from '../../../scripts/new-rule.js';
import { register } from '../../../scripts/rule-table.js';
import { root } from '../../shared.js';

const TABLES = ['access-table', 'extension-table', 'message-table', 'operation-table', 'table'].map(
  (name) => `diff/rules/${name}.ts`,
);

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'new-rule-'));
  await mkdir(join(folder, 'diff/rules'), { recursive: true });
  await mkdir(join(folder, 'test/diff/rules'), { recursive: true });
  for (const table of TABLES) await writeFile(join(folder, table), await readFile(join(root, table)));
  await writeFile(join(folder, 'diff/rules/is-closed.ts'), '');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const code = await newRule(args, {
    stdout: { write: (text) => stdout.push(text), isTerminal: false, width: 80 },
    stderr: { write: (text) => stderr.push(text), isTerminal: false, width: 80 },
    cwd: folder,
    env: {},
    readStdin: () => Promise.resolve(new Uint8Array()),
  });
  return { code, stdout: stdout.join(''), stderr: stderr.join('') };
}

describe('new-rule', () => {
  test('writes the rule, its test and its registration', async () => {
    expect(await run('server-moved', 'server.removed')).toEqual({
      code: 0,
      stdout: 'diff/rules/server-moved.ts\ntest/diff/rules/server-moved.test.ts\ndiff/rules/access-table.ts\n',
      stderr: '',
    });
    expect(
      await readFile(join(folder, 'diff/rules/server-moved.ts'), 'utf8'),
    ).toBe(`import { defineRule } from './rule.js';

export const serverMoved = defineRule({
  id: 'server-moved',
  on: 'server.removed',
  contract: 'wire',
  impact: { request: 'breaking', response: 'breaking' },
  summary: '',
  why: '',
  fix: '',
  judge() {
    return undefined;
  },
});
`);
    expect(
      await readFile(join(folder, 'test/diff/rules/server-moved.test.ts'), 'utf8'),
    ).toBe(`import { serverMoved } from '../../../diff/rules/server-moved.js';
import { testRule } from './rule-tester.js';

testRule(serverMoved, { reports: [], ignores: [] });
`);
    const before = (await readFile(join(root, 'diff/rules/access-table.ts'), 'utf8')).split('\n');
    const after = (await readFile(join(folder, 'diff/rules/access-table.ts'), 'utf8')).split('\n');
    expect(after.filter((line) => !before.includes(line))).toEqual([
      "import { serverMoved } from './server-moved.js';",
      "  'server.removed': [serverMoved, serverRemoved],",
    ]);
    const added = after.indexOf("import { serverMoved } from './server-moved.js';");
    expect(after[added + 1]).toBe("import { serverRemoved } from './server-removed.js';");
  });

  test.each([
    [[], 'new-rule: Usage: npm run new-rule <id> <kind>\n'],
    [['server-moved'], 'new-rule: Usage: npm run new-rule <id> <kind>\n'],
    [['server-moved', 'server.removed', 'x'], 'new-rule: Usage: npm run new-rule <id> <kind>\n'],
    [['server-removed', 'server.removed'], 'new-rule: The rule "server-removed" is registered already.\n'],
    [['is-closed', 'server.removed'], 'new-rule: diff/rules/is-closed.ts exists already.\n'],
    [
      ['server-moved', 'server.remved'],
      'new-rule: There is no kind of change "server.remved". Did you mean "server.removed"? diff/change.ts lists the kinds.\n',
    ],
    ...['delete', 'ServerMoved', 'server_moved', 'server--moved', '-server-moved', 'server-', '../a-b', 'a-b\n'].map(
      (id): [string[], string] => [
        [id, 'server.removed'],
        `new-rule: "${id.replace('\n', '\\u{a}')}" is not an id: lower-case words joined by hyphens, such as "parameter-became-required".\n`,
      ],
    ),
  ])('refuses %j and writes nothing', async (args, stderr) => {
    const files = await readdir(folder, { recursive: true });
    expect(await run(...args)).toEqual({ code: 2, stdout: '', stderr });
    expect(await readdir(folder, { recursive: true })).toEqual(files);
  });

  test('needs the folder of the project', async () => {
    await rm(join(folder, 'diff/rules/table.ts'));
    expect(await run('server-moved', 'server.removed')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'new-rule: diff/rules/table.ts cannot be read. Run the command in the folder of the project.\n',
    });
  });
});

test.each(TABLES)('%s, registered anew, rule by rule, comes out as it is', async (path) => {
  const table = await readFile(join(root, path), 'utf8');
  const imports = [...table.matchAll(/^import \{ (\w+) \} from '\.\/(?!\w+-table)(.+)\.js';\n/gm)];
  expect(imports.length).toBeGreaterThan(3);
  for (const [line, name = '', id = ''] of imports) {
    const kind = [...table.matchAll(/^ {2}'([^']+)': \[([^\]]*)\]/gm)].find(([, , names = '']) =>
      names.split(',').some((other) => other.trim() === name),
    )?.[1];
    const without = table
      .replace(line, '')
      .replace(new RegExp(`(\\[|, | {4})${name}(,\\n|(?=[\\],]))`), (_, open: string) =>
        open.trim() === '[' ? '[' : '',
      );
    expect(register(without, id, kind ?? '')).toBe(table);
  }
});
