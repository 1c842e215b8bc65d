import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Io } from '../command.js';
import { hashOf } from '../output/manifest.js';
import type { ReadFile } from './reads.js';

/** What a client was made of when it was last written. */
export interface RememberedClient {
  /** Of its document and of the settings that it was made with. */
  readonly digest: string;
  /** Its files below the output folder, each with its hash. */
  readonly files: Readonly<Record<string, string>>;
  /** What people call it. */
  readonly title: string;
  /** What is in it, in words. */
  readonly contents: string;
}

/** How two versions compared. */
export interface RememberedStep {
  /** Of both documents. */
  readonly digest: string;
  readonly line: string;
}

/** What the last run into a folder did. It only saves work: without it everything is done anew. */
export interface Memory {
  /** The hash of the program that ran. */
  readonly program: string;
  /** What each document was read from. */
  readonly documents: Readonly<Record<string, readonly ReadFile[]>>;
  readonly clients: Readonly<Record<string, RememberedClient>>;
  readonly steps: Readonly<Record<string, RememberedStep>>;
}

const FORMAT = 'specshift.memory/1';

/**
 * What is remembered of the last run into an output folder; `undefined` where there is nothing, or another program wrote it.
 * It is kept on this machine and never with the generated files, whose bytes are the same for everybody.
 */
export function recall(outputFolder: string, program: string, io: Io): Memory | undefined {
  const path = memoryFile(outputFolder, io);
  if (path === undefined || !existsSync(path)) return undefined;
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== FORMAT)
      return undefined;
    // A file of this format was written by `remember`, whose program is the same one if its hash is.
    const memory = value as unknown as Memory;
    return memory.program === program ? memory : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what a run did. Where it cannot be kept the next run takes longer, which is no fault. */
export function remember(outputFolder: string, memory: Memory, io: Io): void {
  const path = memoryFile(outputFolder, io);
  if (path === undefined) return;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const stage = `${path}.${process.pid}`;
    writeFileSync(stage, JSON.stringify({ format: FORMAT, ...memory }));
    renameSync(stage, path);
  } catch {
    // As said: no fault.
  }
}

/** Where the user says; else beside the packages of the project, where caches of tools are expected; else in the cache of the user. */
function memoryFile(outputFolder: string, { cwd, env }: Io): string | undefined {
  const folder = env['SPECSHIFT_CACHE'] ?? projectCache(outputFolder) ?? projectCache(cwd) ?? userCache(env);
  return folder === undefined ? undefined : join(folder, `${hashOf(outputFolder).slice(0, 32)}.json`);
}

function projectCache(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const packages = join(at, 'node_modules');
    if (existsSync(join(at, 'package.json')) && existsSync(packages)) return join(packages, '.cache/specshift');
    if (dirname(at) === at) return undefined;
  }
}

function userCache(env: Io['env']): string | undefined {
  const home = env['HOME'] ?? env['USERPROFILE'];
  const cache = env['XDG_CACHE_HOME'] ?? env['LOCALAPPDATA'] ?? (home === undefined ? undefined : join(home, '.cache'));
  return cache === undefined ? undefined : join(cache, 'specshift');
}
