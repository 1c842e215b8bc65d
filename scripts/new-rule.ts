import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { didYouMean } from '../openapi/source/suggest.js';
import { encodeTerminal } from '../report/encode/terminal.js';
import { type ExitCode, InputError, type Io, UsageError } from './command.js';
import { nodeIo } from './io.js';

const USAGE = 'Usage: npm run new-rule <id> <kind>';
const LINE_WIDTH = 120;
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
  if (tables.some(({ text }) => text.includes(` from './${id}.js';`))) {
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

function kindsIn(table: string): readonly string[] {
  return [...table.matchAll(/^ {2}'([^']+)': \[/gm)].map(([, name = '']) => name);
}

function unknownKind(kind: string, kinds: readonly string[]): UsageError {
  return new UsageError(
    `There is no kind of change "${kind}".${didYouMean(kind, kinds)} diff/change.ts lists the kinds.`,
  );
}

/** A rule table with one rule more, formatted as the formatter would. */
export function register(table: string, id: string, kind: string): string {
  return addToKind(addImport(table, id), id, kind);
}

function addImport(table: string, id: string): string {
  const lines = table.split('\n');
  const isLater = (line: string): boolean => {
    const [, other] = /^import .* from '\.\/([^']+)\.js';$/.exec(line) ?? [];
    return other !== undefined && other > id;
  };
  const later = lines.findIndex(isLater);
  const end = lines.findLastIndex((line) => line.startsWith('import ')) + 1;
  lines.splice(later < 0 ? end : later, 0, `import { ${exportName(id)} } from './${id}.js';`);
  return lines.join('\n');
}

function addToKind(table: string, id: string, kind: string): string {
  const start = table.indexOf(`  '${kind}': [`);
  const open = table.indexOf('[', start);
  const close = table.indexOf(']', open);
  const present = table.slice(open + 1, close).split(',');
  const names = [...present.map((name) => name.trim()).filter((name) => name !== ''), exportName(id)].sort();
  const line = `  '${kind}': [${names.join(', ')}],`;
  const entry =
    line.length <= LINE_WIDTH ? line : `  '${kind}': [\n${names.map((name) => `    ${name},\n`).join('')}  ],`;
  return `${table.slice(0, start)}${entry}${table.slice(close + 2)}`;
}

function exportName(id: string): string {
  return id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
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
