import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/** What the published clients may be compiled with, and nothing that a caller need not have. */
const COMPILER_OPTIONS = {
  strict: true,
  exactOptionalPropertyTypes: true,
  target: 'ES2022',
  module: 'NodeNext',
  lib: ['ES2022', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
  types: [],
  declaration: true,
  emitDeclarationOnly: true,
};

/**
 * Makes the clients that are published with the package of those that are generated: for each module one in JavaScript and its
 * declarations, not bundled, so that a program takes only what it calls. `<api>/<version>.js` stands for the client as a whole.
 * @param generated the folder of all generated clients
 * @param out where they go, a folder for each API
 */
export async function buildClients(root: string, generated: string, out: string): Promise<void> {
  const modules = readdirSync(generated, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (modules.length === 0) return;
  await build({
    entryPoints: modules,
    outdir: out,
    outbase: generated,
    bundle: false,
    format: 'esm',
    target: 'es2022',
    // The comments are with the declarations, where editors look for them. Names stay for those who debug.
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  await writeDeclarations(root, generated, out, modules);
  for (const api of foldersIn(generated)) await writeEntries(join(out, api));
}

async function writeDeclarations(
  root: string,
  rootDir: string,
  outDir: string,
  files: readonly string[],
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'specshift-build-'));
  try {
    const project = join(folder, 'tsconfig.json');
    await writeFile(project, JSON.stringify({ compilerOptions: { ...COMPILER_OPTIONS, rootDir, outDir }, files }));
    const compiler = join(root, 'node_modules/typescript7/bin/tsc');
    const { status } = spawnSync(process.execPath, [compiler, '-p', project], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (status !== 0) throw new Error('The clients do not compile.');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeEntries(folder: string): Promise<void> {
  const versions = foldersIn(folder).filter((name) => name !== 'runtime');
  for (const version of versions) {
    const text = `export * from './${version}/index.js';\n`;
    await writeFile(join(folder, `${version}.js`), text);
    await writeFile(join(folder, `${version}.d.ts`), text);
  }
  // The folder above holds the command, which is made of scripts and not of modules.
  await writeFile(join(folder, 'package.json'), '{ "type": "module", "sideEffects": false }\n');
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
