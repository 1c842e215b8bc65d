import { createHash } from 'node:crypto';
import { cp, lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { GeneratedFile } from '../../generator/generate.js';
import { InputError } from '../command.js';
import { reasonOf } from '../input/file.js';
import { withLock } from './lock.js';

/** Lists the files of a folder that were generated, with the hash of what was written: nothing else is ever replaced or removed. */
export const MANIFEST = '.specshift.json';

type Manifest = ReadonlyMap<string, string>;

/** What writing a folder did, or would do. */
export interface WriteResult {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

/** What differs between a folder and the files it should hold. Nothing is written. */
export async function checkFolder(folder: string, files: readonly GeneratedFile[]): Promise<WriteResult> {
  return plan(folder, files, await readManifest(folder));
}

/**
 * Makes a folder hold exactly the generated files, beside whatever it holds that was not generated. The folder is put together
 * next to its place and then takes it, so that it is always wholly the old one or wholly the new one.
 * @param shown the name of the folder for messages
 * @throws InputError when it cannot be written, or when a file to be replaced was not written here or was edited since
 */
export async function writeFolder(
  folder: string,
  shown: string,
  files: readonly GeneratedFile[],
): Promise<WriteResult> {
  try {
    await refuseLinks(folder, shown);
    await mkdir(dirname(folder), { recursive: true });
    return await withLock(sibling(folder, 'lock'), shown, () => replace(folder, shown, files));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`"${shown}" cannot be written: ${reasonOf(error)}.`, { cause: error });
  }
}

async function replace(folder: string, shown: string, files: readonly GeneratedFile[]): Promise<WriteResult> {
  const [stage, old] = [sibling(folder, 'new'), sibling(folder, 'old')];
  await repair(folder, old);
  await rm(stage, { recursive: true, force: true });
  const manifest = await readManifest(folder);
  await refuseForeign(folder, shown, files, manifest);
  const result = await plan(folder, files, manifest);
  if (result.written.length + result.removed.length === 0) return result;
  try {
    await mkdir(stage, { recursive: true });
    await copyForeign(folder, stage, manifest);
    for (const { path, text } of [...files, { path: MANIFEST, text: manifestText(files) }]) {
      const target = join(stage, path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, text);
    }
  } catch (error) {
    await rm(stage, { recursive: true, force: true });
    throw error;
  }
  if (await exists(folder)) await rename(folder, old);
  await rename(stage, folder);
  await rm(old, { recursive: true, force: true });
  return result;
}

/** Puts the old folder back when a former run was stopped between taking it away and putting the new one in its place. */
async function repair(folder: string, old: string): Promise<void> {
  if (!(await exists(old))) return;
  if (await exists(folder)) await rm(old, { recursive: true, force: true });
  else await rename(old, folder);
}

async function plan(folder: string, files: readonly GeneratedFile[], manifest: Manifest): Promise<WriteResult> {
  const paths = new Set(files.map(({ path }) => path));
  const written: string[] = [];
  for (const { path, text } of files) {
    const present = await readFile(join(folder, path), 'utf8').catch(() => undefined);
    if (present !== text || manifest.get(path) !== hashOf(text)) written.push(path);
  }
  const removed = [...manifest.keys()].filter((path) => !paths.has(path));
  return { written, removed, unchanged: files.length - written.length };
}

/** A file that was not written here, or was edited since, belongs to somebody. */
async function refuseForeign(
  folder: string,
  shown: string,
  files: readonly GeneratedFile[],
  manifest: Manifest,
): Promise<void> {
  const names = new Set([...files.map(({ path }) => path), ...manifest.keys()]);
  for (const path of [...names].sort()) {
    const target = join(folder, path);
    const stats = await lstat(target).catch(() => undefined);
    if (stats === undefined) continue;
    if (!stats.isFile()) throw new InputError(`"${shown}/${path}" is not a regular file. Remove it and run again.`);
    const hash = hashOf(await readFile(target, 'utf8'));
    const known = manifest.get(path);
    if (known === hash) continue;
    const same = files.some((file) => file.path === path && hashOf(file.text) === hash);
    if (same) continue;
    throw new InputError(
      known === undefined
        ? `"${shown}/${path}" was not written by specshift and would be replaced. Move it, or choose another folder.`
        : `"${shown}/${path}" was edited after it was generated. Move the edit elsewhere and remove the file.`,
    );
  }
}

async function copyForeign(folder: string, stage: string, manifest: Manifest): Promise<void> {
  if (!(await exists(folder))) return;
  await cp(folder, stage, {
    recursive: true,
    verbatimSymlinks: true,
    preserveTimestamps: true,
    filter: (source) => {
      const path = source.slice(folder.length + 1).replaceAll('\\', '/');
      return path !== MANIFEST && !manifest.has(path);
    },
  });
  await removeEmptyFolders(stage, false);
}

/** Folders that only held generated files come back when they still do. */
async function removeEmptyFolders(folder: string, isInner: boolean): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await removeEmptyFolders(join(folder, entry.name), true);
  }
  if (isInner && (await readdir(folder)).length === 0) await rm(folder, { recursive: true });
}

async function refuseLinks(folder: string, shown: string): Promise<void> {
  const stats = await lstat(folder).catch(() => undefined);
  if (stats?.isSymbolicLink()) throw new InputError(`"${shown}" is a link. Name the folder itself.`);
  if (stats !== undefined && !stats.isDirectory()) throw new InputError(`"${shown}" is not a folder.`);
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => undefined);
  if (text === undefined) return new Map();
  const manifest = new Map<string, string>();
  try {
    const value: unknown = JSON.parse(text);
    const files = typeof value === 'object' && value !== null && 'files' in value ? value.files : undefined;
    for (const [path, hash] of Object.entries(files ?? {})) {
      const isInside = !path.startsWith('/') && !path.split(/[\\/]/).includes('..');
      if (typeof hash === 'string' && isInside) manifest.set(path, hash);
    }
  } catch {
    // A manifest that cannot be read owns nothing, so nothing is replaced on its word.
  }
  return manifest;
}

function manifestText(files: readonly GeneratedFile[]): string {
  const hashes = files
    .map(({ path, text }): [string, string] => [path, hashOf(text)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ format: 'specshift.manifest/1', files: Object.fromEntries(hashes) }, null, 2)}\n`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A name next to the folder, on the same file system, so that a rename is enough. */
function sibling(folder: string, suffix: string): string {
  return join(dirname(folder), `.${basename(folder)}.specshift-${suffix}`);
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
