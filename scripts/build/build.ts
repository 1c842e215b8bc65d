import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { buildClients } from './clients.js';
import { listLowering } from './list-lowering.js';
import { PARTS } from './parts.js';
import type { Reach } from './program.js';
import { keepsNames, PROGRAMS } from './programs.js';
import { writeSamples } from './samples.js';

/**
 * Makes what is published, in `dist` or in the folder that is given: the clients, and the command.
 *
 * The command is a launcher, its programs as one file each, their large parts as one file each, and what V8 compiles of them to
 * compare documents. In one file nothing is looked up on disk, and what a command loads late is still run late. Packages that people install
 * with the command stay packages.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = resolve(process.argv[2] ?? join(root, 'dist'));
const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

const packages = Object.keys(dependencies);

const common: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  external: packages,
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'eof',
  logLevel: 'warning',
};

/** What makes a file a function, as Node makes one of a module: done here, it need not be done at each start. */
const FUNCTION = { start: '(function (exports, require, module, __filename, __dirname) {', end: '\n})' };

const lowered = listLowering(root);
const lowering: Plugin = {
  name: 'list-lowering',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const contents = lowered(path);
      return contents === undefined ? undefined : { contents, loader: 'ts' };
    });
  },
};

await rm(dist, { recursive: true, force: true });
for (const [name, leftOut] of Object.entries(PROGRAMS)) {
  await build({
    ...common,
    entryPoints: { [name]: 'scripts/specshift.ts' },
    outdir: dist,
    minifyIdentifiers: !keepsNames(name),
    plugins: [lowering],
    external: [...packages, ...Object.keys(PARTS), ...leftOut],
    alias: { 'node:module': join(root, 'scripts/build/node-module.ts') },
    // A script that is compiled from a cache has no loader of modules: everything is required.
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'module.url' },
    banner: { js: FUNCTION.start },
    footer: { js: FUNCTION.end },
  });
}
await build({
  ...common,
  entryPoints: Object.fromEntries(Object.entries(PARTS).map(([id, name]) => [name, id])),
  outdir: dist,
  banner: { js: FUNCTION.start },
  footer: { js: FUNCTION.end },
});
await build({
  ...common,
  entryPoints: { specshift: 'scripts/build/launch.ts' },
  outdir: dist,
  banner: { js: '#!/usr/bin/env node' },
});
await escapeLetters();
// The folder above holds ECMAScript modules.
await writeFile(join(dist, 'package.json'), '{ "type": "commonjs" }\n');
await cp(join(root, 'generator/runtime'), join(dist, 'runtime'), { recursive: true });
await buildClients(root, join(root, 'generated'), dist);
await chmod(join(dist, 'specshift.js'), 0o755);
await writeCodeCache();

async function writeCodeCache(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'specshift-build-'));
  try {
    const outfile = join(folder, 'code-cache.cjs');
    await build({ ...common, entryPoints: ['scripts/build/code-cache.ts'], outfile });
    const compile = async (name: keyof typeof PROGRAMS, reach: Reach): Promise<void> => {
      const documents = await writeSamples(root, folder, reach);
      // What it says is told with the error where it fails.
      execFileSync(process.execPath, [outfile, dist, name, reach, ...documents], {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
    };
    await compile('program', 'small');
    await compile('comparison', 'small');
    await compile('comparison', 'large');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A program is read as ASCII when it starts. The bundler escapes every other letter, but for those in regular expressions. */
async function escapeLetters(): Promise<void> {
  for (const name of [...Object.keys(PROGRAMS), ...Object.values(PARTS)]) {
    const file = join(dist, `${name}.js`);
    const text = await readFile(file, 'utf8');
    const escaped = text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    if (escaped !== text) await writeFile(file, escaped);
  }
}
