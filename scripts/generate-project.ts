import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { editSpace } from '../diff/edit-space/edit-space.js';
import { levelsSchema } from '../diff/policy/levels-schema.js';
import { groupRules } from '../diff/policy/rule-reference.js';
import { allRules } from '../diff/rules/table.js';
import type { Json } from '../openapi/source/json.js';
import { renderEditSpace } from '../report/edit-space-section.js';
import { renderRulePage } from '../report/rule-page.js';
import { run } from './cli.js';
import type { ExitCode, Io } from './command.js';
import { writeMigrations } from './commands/migrations/write-migrations.js';
import { nodeIo } from './io.js';

/** A file of this project that is made from its rules. */
export interface ReferenceFile {
  readonly path: string;
  readonly text: string;
}

/** The page of rules, and the schema that makes editors know them. */
export function referenceFiles(): readonly ReferenceFile[] {
  return [
    { path: 'generated/rules.md', text: rulesPage() },
    { path: 'diff/policy/levels-1.schema.json', text: `${layOut(levelsSchema(allRules), '')}\n` },
  ];
}

function rulesPage(): string {
  return renderRulePage(groupRules(allRules), [{ title: 'Edits', lines: renderEditSpace(editSpace) }]);
}

/** Writes the files below a folder, or with `check` only tells which are not up to date. */
export async function writeReference(folder: string, check: boolean, io: Io): Promise<ExitCode> {
  let code: ExitCode = 0;
  for (const { path, text } of referenceFiles()) {
    const target = join(folder, path);
    if ((await readFile(target, 'utf8').catch(() => undefined)) === text) continue;
    if (check) {
      io.stderr.write(`${path} is not up to date. Run "npm run generate" and commit the result.\n`);
      code = 1;
    } else {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, text);
      io.stderr.write(`${path} written\n`);
    }
  }
  return code;
}

/** JSON as the formatter of this project lays it out: lists of scalars on one line where they fit. */
function layOut(value: Json, indent: string): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const line = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    const isFlat = value.every((item) => item === null || typeof item !== 'object');
    if (isFlat) return line;
    return `[\n${value.map((item: Json) => inner + layOut(item, inner)).join(',\n')}\n${indent}]`;
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, item]) => `${inner}${JSON.stringify(key)}: ${layOut(item ?? null, inner)}`,
  );
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  const io = nodeIo(process);
  const isForAll = args.every((arg) => ['--check', '--force', '--warnings', '--watch'].includes(arg));
  const reference = isForAll ? await writeReference(io.cwd, args.includes('--check'), io) : 0;
  const code = await run(['generate', ...args], io);
  const options = { check: args.includes('--check'), force: args.includes('--force') };
  const migrations = isForAll && !args.includes('--watch') ? await writeMigrations(io, options) : 0;
  process.exitCode = Math.max(reference, code, migrations);
}
