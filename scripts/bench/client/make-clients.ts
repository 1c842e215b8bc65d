import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildClients } from '../../build/clients.js';
import { type BenchDocuments, programOf, root } from './workplace.js';

/** Generates all clients into a folder, with each generator as its pages say and the same documents. */
export async function makeClients(folder: string, { stable, preview }: BenchDocuments): Promise<void> {
  const versions = [
    ['2.15', stable],
    ['preview', preview],
  ] as const;
  for (const [version, path] of versions) copyFileSync(path, join(folder, 'specs', `${version}.yaml`));
  makeOurs(folder);
  await buildClients(root, join(folder, 'all'), folder);
  mkdirSync(join(folder, 'openapi-fetch'));
  mkdirSync(join(folder, 'redocly'));
  for (const [version, path] of versions) {
    run(folder, programOf('openapi-typescript', 'bin/cli.js'), path, '-o', `openapi-fetch/${version}.ts`);
    run(folder, programOf('@redocly/cli', 'bin/cli.js'), 'generate-client', path, '--output', `redocly/${version}.ts`);
    const config = { input: path, output: join(folder, 'hey-api', version), plugins: ['@hey-api/client-fetch'] };
    writeFileSync(join(folder, 'hey.config.mjs'), `export default ${JSON.stringify(config)};\n`);
    run(folder, programOf('@hey-api/openapi-ts', 'bin/run.js'), '-f', 'hey.config.mjs');
  }
  await bundle(folder, 'hey-api/2.15/index.ts', 'bundled/hey-api.mjs');
  await bundle(folder, 'redocly/2.15.ts', 'bundled/redocly.mjs');
}

function makeOurs(folder: string): void {
  writeFileSync(
    join(folder, 'specshift.config.yaml'),
    `apis:
  - name: intercom
    output: all/published
    versionHeader: Intercom-Version
    versions:
      - {version: "2.15", header: "2.15", file: specs/2.15.yaml}
      - {version: preview, header: Preview, file: specs/preview.yaml}
    names: {methods: {ListContacts: list, retrieveConversation: retrieve, replyConversation: reply}}
`,
  );
  const specshift = join(root, 'dist/specshift.js');
  execFileSync(process.execPath, [specshift, 'generate'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  execFileSync(process.execPath, [specshift, 'generate', 'intercom', '--out', 'specshift'], {
    cwd: folder,
    stdio: 'pipe',
  });
}

function run(cwd: string, program: string, ...args: readonly string[]): void {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', DO_NOT_TRACK: '1' };
  execFileSync(process.execPath, [program, ...args], { cwd, env, stdio: 'pipe' });
}

/** Clients that come as TypeScript have to be compiled before they can be loaded; one file is the fastest way to load them. */
async function bundle(folder: string, entry: string, outfile: string): Promise<void> {
  await build({
    absWorkingDir: folder,
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
}
