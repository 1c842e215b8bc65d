import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MigrationReport } from '../../../migrate/report/migration-report.js';
import { root } from '../../shared.js';

/** One piece of code against the client of a version. */
export interface Snippet {
  readonly name: string;
  readonly setup: string;
  readonly code: string;
}

/** The pieces of code of a report: those of one side, or those of before against the client of after. */
export function snippetsOf(report: MigrationReport, side: 'before' | 'after' | 'stale'): readonly Snippet[] {
  const setup = report.setup?.[side === 'before' ? 'before' : 'after'] ?? '';
  const [old = '', now = ''] = [report.setup?.before, report.setup?.after].map(
    (text) => /'(\S+)'/.exec(text ?? '')?.[1] ?? '',
  );
  return report.sections.flatMap(({ cards }) =>
    cards.flatMap(({ id, code }) => {
      const text = code?.[side === 'after' ? 'after' : 'before'];
      if (typeof text !== 'string') return [];
      return [{ name: id, setup, code: side === 'stale' ? text.replaceAll(old, now) : text }];
    }),
  );
}

/** Compiles pieces of code, each in a function of its own, and gives the errors of each: `<name>: <message>`. */
export async function compile(pieces: readonly Snippet[]): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'specshift-snippets-'));
  try {
    symlinkSync(join(root, 'generated'), join(folder, 'generated'));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const files = [...new Set(pieces.map(({ setup }) => setup))].map((setup, index) => {
      const functions = pieces
        .filter((piece) => piece.setup === setup)
        .map(({ name, code }) => `export async function f_${name}() {\n${code}\n}\n`);
      const file = `${index}.ts`;
      writeFileSync(join(folder, file), `declare const token: string;\n${setup}\n${functions.join('')}`);
      return file;
    });
    const compilerOptions = { ...OPTIONS, rootDir: '/' };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
    const output = await typeCheck(folder);
    return errorsIn(output, folder, files);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a strict caller has switched on. */
const OPTIONS = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  target: 'ES2022',
  module: 'NodeNext',
  lib: ['ES2023', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
  types: [],
  skipLibCheck: true,
  noEmit: true,
};

function typeCheck(folder: string): Promise<string> {
  const compiler = join(root, 'node_modules/typescript7/bin/tsc');
  return new Promise((resolve) => {
    execFile(process.execPath, [compiler, '-p', folder], { maxBuffer: 1 << 26 }, (_, stdout) => resolve(stdout));
  });
}

/** Errors by the function they are in; what is wrong elsewhere keeps its file. */
function errorsIn(output: string, folder: string, files: readonly string[]): readonly string[] {
  const starts = new Map(
    files.map((file) => {
      const lines = readFileSync(join(folder, file), 'utf8').split('\n');
      return [file, lines.map((line) => /^export async function f_(\w+)/.exec(line)?.[1])];
    }),
  );
  return output.split('\n').flatMap((line) => {
    const [, file = '', number = '', message = ''] = /([^/\s]+)\((\d+),\d+\): error (.*)$/.exec(line) ?? [];
    const names = starts.get(file);
    if (message === '') return [];
    const name = names?.slice(0, Number(number)).findLast((one) => one !== undefined);
    return [`${name ?? line}: ${message}`];
  });
}
