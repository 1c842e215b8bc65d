import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The top of the project. */
export const root = join(here, '../../..');

/** The documents that all clients are generated from. */
export interface BenchDocuments {
  readonly name: string;
  readonly stable: string;
  readonly preview: string;
  /** A literal of the type that conversations have for their id. */
  readonly conversationId: string;
}

/** Intercom's own documents where they lie beside the project, else the ones of this project. */
export function benchDocuments(): BenchDocuments {
  const official = join(root, '../shared/intercom/official');
  if (existsSync(official)) {
    const [stable, preview] = [join(official, '2.15.yaml'), join(official, 'preview.yaml')];
    return { name: "Intercom's documents", stable, preview, conversationId: '1' };
  }
  const own = join(root, 'specs/intercom');
  const [stable, preview] = [join(own, '2.15.yaml'), join(own, 'preview.yaml')];
  return { name: 'our documents of Intercom', stable, preview, conversationId: "'1'" };
}

/** Installs what is compared, beside this file and only there. What is there already stays. */
export function installPeers(): void {
  const wanted: Record<string, string> = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')).dependencies;
  const missing = Object.entries(wanted).filter(([name, version]) => installedVersion(name) !== version);
  if (missing.length === 0) return;
  console.error(`Installing ${missing.map(([name, version]) => `${name} ${version}`).join(', ')} …`);
  const options = ['--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund', '--prefer-offline'];
  execFileSync('npm', ['install', ...options], { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });
}

function installedVersion(name: string): string | undefined {
  const path = join(here, 'node_modules', name, 'package.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).version : undefined;
}

/** The program of an installed package. */
export function programOf(name: string, path: string): string {
  return join(here, 'node_modules', name, path);
}

/** A folder for the time of a measurement, in which the installed packages are found. */
export async function withWorkplace<Value>(run: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'specshift-bench-'));
  try {
    symlinkSync(join(here, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
    mkdirSync(join(folder, 'specs'));
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
