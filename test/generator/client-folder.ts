import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { GeneratedFile } from '../../generator/generate.js';
import { generateClient } from '../../generator/generate.js';
import type { GenerateOptions } from '../../generator/options.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import { DocumentError } from '../../openapi/source/diagnostic.js';
import { readPath } from '../documents.js';
import { root } from '../shared.js';

/** The compilers whose callers a client must suit, by package. */
export const COMPILERS = ['typescript', 'typescript6', 'typescript7'];

/** What the strictest of callers may have switched on. */
const COMPILER_OPTIONS = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  declaration: true,
  erasableSyntaxOnly: true,
  skipLibCheck: false,
  lib: ['ES2022', 'DOM', 'DOM.Iterable'],
  target: 'es2022',
  module: 'nodenext',
  noEmit: true,
  types: [],
};

export interface Client {
  readonly document: ApiDocument;
  readonly files: readonly GeneratedFile[];
}

/** The options clients of these tests are generated with. */
export const OPTIONS: GenerateOptions = { apiName: 'api', runtimeImport: '../runtime/index.js' };

/** A temporary folder with generated clients beside one runtime. */
export class ClientFolder {
  readonly path: string = mkdtempSync(join(tmpdir(), 'specshift-clients-'));

  constructor() {
    cpSync(join(root, 'generator/runtime'), join(this.path, 'runtime'), { recursive: true });
    writeFileSync(join(this.path, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(this.path, 'tsconfig.json'), JSON.stringify({ compilerOptions: COMPILER_OPTIONS }));
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }

  /** Generates the client of a document, or nothing where the document is refused. */
  async add(document: string, name: string): Promise<Client | undefined> {
    const read = await readPath(document).catch((error: unknown) => {
      if (error instanceof DocumentError) return undefined;
      throw error;
    });
    if (read === undefined) return undefined;
    const files = await generateClient(read, OPTIONS);
    mkdirSync(join(this.path, name));
    for (const file of files) writeFileSync(join(this.path, name, file.path), file.text);
    return { document: read, files };
  }

  /** What a compiler says about all clients; empty if they are right. */
  compile(compiler: string): Promise<string> {
    const binary = join(root, 'node_modules', compiler, 'bin/tsc');
    const args = ['--max-old-space-size=4096', binary, '-p', this.path, '--pretty', 'false'];
    return new Promise((done) => {
      execFile(process.execPath, args, { maxBuffer: 2 ** 26 }, (_, stdout, stderr) => done(stdout + stderr));
    });
  }

  /** A module of a client, as a program has it. */
  async load(name: string, file = 'index.ts'): Promise<Record<string, unknown>> {
    const outfile = join(this.path, `${name}.mjs`);
    const entryPoints = [join(this.path, name, file)];
    await build({ entryPoints, outfile, bundle: true, format: 'esm', logLevel: 'silent' });
    return import(pathToFileURL(outfile).href);
  }
}
