import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from './workplace.js';

/** How large a program is that is sent to a browser, or deployed. */
export interface ProgramSize {
  readonly bytes: number;
  readonly gzipBytes: number;
}

/** Bundles and minifies a program of a folder. */
export async function sizeOf(folder: string, text: string): Promise<ProgramSize> {
  const { outputFiles } = await build({
    absWorkingDir: folder,
    stdin: { contents: text, resolveDir: folder, loader: 'ts' },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
  });
  const contents = outputFiles[0]?.contents ?? new Uint8Array();
  return { bytes: contents.length, gzipBytes: gzipSync(contents, { level: 9 }).length };
}

/** What the compiler does to check a program. */
export interface TypeWork {
  readonly instantiations: number;
  readonly seconds: number;
  readonly errors: number;
}

/** Checks a program with TypeScript 5.9 as an editor would. */
export function typeWorkOf(folder: string, text: string): TypeWork {
  const report = compile(folder, text, 'typescript', { strict: true, skipLibCheck: true }, ['--extendedDiagnostics']);
  const figure = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(report)?.[1] ?? Number.NaN);
  return { instantiations: figure('Instantiations'), seconds: figure('Check time'), errors: errorsIn(report) };
}

/** What the strictest of callers may have switched on, beside `strict`. */
const FLAGS = [
  'exactOptionalPropertyTypes',
  'noUncheckedIndexedAccess',
  'noPropertyAccessFromIndexSignature',
  'verbatimModuleSyntax',
  'isolatedDeclarations',
  'erasableSyntaxOnly',
  'noUnusedLocals',
] as const;

export const COMPILERS = ['typescript', 'typescript6', 'typescript7'] as const;

/** How many errors a program has with all flags, its libraries checked as well. */
export function errorsWithAllFlags(folder: string, text: string, compiler: (typeof COMPILERS)[number]): number {
  const flags = Object.fromEntries(FLAGS.map((flag) => [flag, true]));
  return errorsIn(
    compile(folder, text, compiler, { ...flags, strict: true, skipLibCheck: false, declaration: true }, []),
  );
}

function compile(folder: string, text: string, compiler: string, flags: object, args: readonly string[]): string {
  const lib = ['es2022', 'dom', 'dom.iterable', 'dom.asynciterable', 'esnext.disposable'];
  const shape = { target: 'es2022', module: 'esnext', moduleResolution: 'bundler', lib, types: [], noEmit: true };
  writeFileSync(join(folder, 'program.ts'), text);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...shape, ...flags }, files: ['program.ts'] }),
  );
  const bin = join(root, 'node_modules', compiler, 'bin/tsc');
  try {
    const options = { cwd: folder, encoding: 'utf8', stdio: 'pipe', maxBuffer: 1 << 28 } as const;
    return execFileSync(process.execPath, [bin, '-p', '.', '--pretty', 'false', ...args], options);
  } catch (error) {
    // The compiler ends with an error where it finds one, and says it on stdout.
    if (error instanceof Error && 'stdout' in error) return String(error.stdout);
    throw error;
  }
}

function errorsIn(report: string): number {
  return report.split('\n').filter((line) => /\berror TS\d+:/.test(line)).length;
}
