import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { didYouMean } from '../openapi/source/suggest.js';
import { encodeTerminal } from '../report/encode/terminal.js';
import { type ExitCode, InputError, type Io, UsageError } from './command.js';
import { nodeIo } from './io.js';
import { exportName, imports, kindsIn, register } from './rule-table.js';

const USAGE = 'Usage: npm run new-rule <id> <kind>';
/** The files that hold rules by the kind they judge: each kind is in one of them. */
const TABLES = ['access-table', 'extension-table', 'message-table', 'operation-table', 'table'].map(
  (name) => `diff/rules/${name}.ts`,
);

/** Writes a rule, its test and its registration into the project in the working folder; the texts are left to fill in. */
export async function newRule(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const [id, kind, ...rest] = args;
    if (id === undefined || kind === undefined || rest.length > 0) throw new UsageError(USAGE);
    const written = await writeRule(id, kind, io.cwd);
    for (const file of written) io.stdout.write(`${file}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof InputError)) throw error;
    io.stderr.write(`new-rule: ${encodeTerminal(error.message)}\n`);
    return 2;
  }
}

async function writeRule(id: string, kind: string, folder: string): Promise<readonly string[]> {
  // A name of one word could be a reserved word, and says either the element or what happened to it, not both.
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id)) {
    throw new UsageError(
      `"${id}" is not an id: lower-case words joined by hyphens, such as "parameter-became-required".`,
    );
  }
  const rule = `diff/rules/${id}.ts`;
  const test = `test/diff/rules/${id}.test.ts`;
  const tables = await Promise.all(TABLES.map(async (table) => ({ table, text: await readTable(folder, table) })));
  for (const file of [rule, test])
    if (await exists(join(folder, file))) throw new UsageError(`${file} exists already.`);
  if (tables.some(({ text }) => imports(text, id))) {
    throw new UsageError(`The rule "${id}" is registered already.`);
  }
  const { table, text } = tables.find((one) => kindsIn(one.text).includes(kind)) ?? {};
  if (table === undefined || text === undefined)
    throw unknownKind(
      kind,
      tables.flatMap((one) => kindsIn(one.text)),
    );
  const registered = register(text, id, kind);
  await writeFile(join(folder, rule), ruleText(id, kind), { flag: 'wx' });
  await writeFile(join(folder, test), testText(id), { flag: 'wx' });
  await writeFile(join(folder, table), registered);
  return [rule, test, table];
}

async function readTable(folder: string, table: string): Promise<string> {
  try {
    return await readFile(join(folder, table), 'utf8');
  } catch (cause) {
    throw new InputError(`${table} cannot be read. Run the command in the folder of the project.`, { cause });
  }
}

function unknownKind(kind: string, kinds: readonly string[]): UsageError {
  return new UsageError(
    `There is no kind of change "${kind}".${didYouMean(kind, kinds)} diff/change.ts lists the kinds.`,
  );
}

function ruleText(id: string, kind: string): string {
  return `import { defineRule } from './rule.js';

export const ${exportName(id)} = defineRule({
  id: '${id}',
  on: '${kind}',
  contract: 'wire',
  impact: { request: 'breaking', response: 'breaking' },
  summary: '',
  why: '',
  fix: '',
  judge() {
    return undefined;
  },
});
`;
}

function testText(id: string): string {
  return `import { ${exportName(id)} } from '../../../diff/rules/${id}.js';
import { testRule } from './rule-tester.js';

testRule(${exportName(id)}, { reports: [], ignores: [] });
`;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = await newRule(process.argv.slice(2), nodeIo(process));
}
