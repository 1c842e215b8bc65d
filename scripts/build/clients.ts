import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/** What the published clients may be compiled with, and nothing that a caller need not have. */
const COMPILER_OPTIONS = [
  '--ignoreConfig',
  '--strict',
  '--exactOptionalPropertyTypes',
  '--target ES2022',
  '--module NodeNext',
  '--lib ES2022,DOM,DOM.Iterable,DOM.AsyncIterable',
  '--declaration',
  '--emitDeclarationOnly',
].flatMap((option) => option.split(' '));

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
  const compiler = join(root, 'node_modules/typescript7/bin/tsc');
  const folders = ['--rootDir', generated, '--outDir', out];
  execFileSync(process.execPath, [compiler, ...COMPILER_OPTIONS, ...folders, ...modules], {
    cwd: root,
    stdio: 'inherit',
  });
  for (const api of foldersIn(generated)) await writeEntries(join(out, api));
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
