import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { counted } from '../../diff/counted.js';
import type { GeneratedFile } from '../../generator/generated-file.js';
import { encodeTerminal } from '../../report/encode/terminal.js';
import type { ExitCode, Io } from '../command.js';
import { hashOf, readManifest } from '../output/manifest.js';
import { checkFolder, hasLeftovers, type WriteResult, writeFolder } from '../output/write-folder.js';
import type { MadeClient } from './make-client.js';

/** Where generated files go. */
export interface Target {
  readonly io: Io;
  /** Absolute. */
  readonly folder: string;
  /** Only tell what is not up to date. */
  readonly check: boolean;
}

/** Brings a folder to hold its clients and their runtime, or checks that it does. 1 where a check found something stale. */
export async function bringAbout(
  shown: string,
  { io, folder, check }: Target,
  runtime: readonly GeneratedFile[],
  clients: readonly MadeClient[],
  hashOnDisk: (path: string) => string | undefined,
  elapsed: () => string,
): Promise<ExitCode> {
  const wanted = new Map(runtime.map(({ path, text }) => [path, hashOf(text)]));
  for (const { files } of clients) for (const [path, hash] of files) wanted.set(path, hash);
  if (isUpToDate(folder, wanted, hashOnDisk)) {
    io.stderr.write(`${tallyOf({ written: [], removed: [], unchanged: wanted.size }, check)} in ${elapsed()}\n`);
    return 0;
  }
  const files = [...clients.flatMap((client) => filesOf(client, folder)), ...runtime];
  const result = check ? await checkFolder(folder, files) : await write(folder, shown, io, files);
  if (check) tellStale(shown, result, io);
  io.stderr.write(`${tallyOf(result, check)} in ${elapsed()}\n`);
  const isStale = check && result.written.length + result.removed.length > 0;
  if (isStale) io.stderr.write('Run "specshift generate" in the same way without --check and commit the result.\n');
  return isStale ? 1 : 0;
}

function write(folder: string, shown: string, io: Io, files: readonly GeneratedFile[]): Promise<WriteResult> {
  return writeFolder({ path: folder, shown, cwd: io.cwd }, files);
}

/** Whether there is nothing to write, nothing to remove, and nothing to mend. */
function isUpToDate(
  folder: string,
  wanted: ReadonlyMap<string, string>,
  hashOnDisk: (path: string) => string | undefined,
): boolean {
  if (hasLeftovers(folder)) return false;
  const manifest = readManifest(folder);
  if (manifest.size !== wanted.size) return false;
  return [...wanted].every(([path, hash]) => manifest.get(path) === hash && hashOnDisk(join(folder, path)) === hash);
}

function filesOf({ made, files }: MadeClient, folder: string): readonly GeneratedFile[] {
  return made ?? [...files.keys()].map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

function tellStale(shown: string, { written, removed }: WriteResult, io: Io): void {
  for (const path of written) io.stderr.write(`${encodeTerminal(`${shown}/${path}`)} is not up to date\n`);
  for (const path of removed) io.stderr.write(`${encodeTerminal(`${shown}/${path}`)} is no longer generated\n`);
}

function tallyOf({ written, removed, unchanged }: WriteResult, check: boolean): string {
  if (check)
    return `${counted(written.length, 'file')} not up to date, ${removed.length} to be removed, ${unchanged} up to date`;
  return `${counted(written.length, 'file')} written, ${removed.length} removed, ${unchanged} unchanged`;
}
