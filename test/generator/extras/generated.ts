import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { generateClient } from '../../../generator/generate.js';
import type { ApiDocument } from '../../../openapi/model/document.js';
import { root } from '../../shared.js';

/** Clients with all extras, in a folder of their own. */
export interface GeneratedExtras {
  readonly folder: string;
  readonly add: (name: string, document: ApiDocument) => Promise<void>;
  /** What the compiler says of all of them. */
  readonly compile: (compiler: string) => Promise<string>;
  /** Loads a module of a client. */
  readonly load: (path: string) => Promise<Record<string, unknown>>;
  readonly end: () => void;
}

const FLAGS = {
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
  skipLibCheck: true,
  lib: ['ES2022', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
  target: 'es2022',
  module: 'nodenext',
  noEmit: true,
  types: [],
};

export function generatedExtras(): GeneratedExtras {
  const folder = mkdtempSync(join(tmpdir(), 'specshift-extras-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  cpSync(join(root, 'generator/runtime'), join(folder, 'runtime'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: FLAGS, include: ['*/*.ts'] }));
  return {
    folder,
    add: async (name, document) => {
      const options = { apiName: 'api', runtimeImport: '../runtime/index.js', extras: ['zod', 'msw'] as const };
      mkdirSync(join(folder, name));
      for (const { path, text } of await generateClient(document, options))
        writeFileSync(join(folder, name, path), text);
    },
    compile: (compiler) =>
      new Promise((resolve) => {
        const bin = join(root, 'node_modules', compiler, 'bin/tsc');
        const args = [bin, '-p', folder, '--pretty', 'false'];
        execFile(process.execPath, args, (_, stdout, stderr) => resolve(stdout + stderr));
      }),
    load: async (path) => {
      const outfile = join(folder, `${path.replace(/\W/g, '-')}.mjs`);
      const entryPoints = [join(folder, path)];
      await build({ entryPoints, outfile, bundle: true, packages: 'external', format: 'esm', logLevel: 'error' });
      return import(pathToFileURL(outfile).href);
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}
