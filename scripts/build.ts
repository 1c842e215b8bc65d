import { chmod, cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Makes the published command: one entry, and a chunk for whatever a command loads late. Packages stay packages, and are loaded
 * when they are needed.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

await rm(dist, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ['scripts/specshift.ts'],
  outdir: dist,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  chunkNames: 'chunks/[name]-[hash]',
  external: Object.keys(dependencies),
  legalComments: 'eof',
  logLevel: 'warning',
});
await cp(join(root, 'generator/runtime'), join(dist, 'runtime'), { recursive: true });
await chmod(join(dist, 'specshift.js'), 0o755);
