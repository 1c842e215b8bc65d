import { accessSync, constants, existsSync, renameSync } from 'node:fs';
import { lstat, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import type { GeneratedFile } from '../../generator/generated-file.js';
import { InputError } from '../command.js';
import { reasonOf } from '../input/file.js';
import { withLock } from './lock.js';
import { hashOf, type Manifest, readManifest } from './manifest.js';
import { INNER_STAGE, replaceInPlace } from './replace-in-place.js';
import { fillStage } from './stage.js';

/** What writing a folder did, or would do. */
export interface WriteResult {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

/** What differs between a folder and the files it should hold. Nothing is written. */
export async function checkFolder(folder: string, files: readonly GeneratedFile[]): Promise<WriteResult> {
  return plan(folder, files, readManifest(folder));
}

/** A folder that generated files go to. */
export interface OutputFolder {
  /** Absolute. */
  readonly path: string;
  /** Its name for messages. */
  readonly shown: string;
  /** The working folder; what holds it is not moved away under it. */
  readonly cwd: string;
}

/**
 * Makes a folder hold exactly the generated files, beside whatever it holds that was not generated. The folder is put together
 * next to its place and then takes it, so that it is always wholly the old one or wholly the new one.
 * @throws InputError when it cannot be written, or when a file to be replaced was not written here or was edited since
 */
export async function writeFolder(folder: OutputFolder, files: readonly GeneratedFile[]): Promise<WriteResult> {
  const { path, shown } = folder;
  try {
    await refuseLinks(path, shown);
    await mkdir(dirname(path), { recursive: true });
    return await withLock(lockOf(path), shown, () => replace(folder, files));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`"${shown}" cannot be written: ${reasonOf(error)}.`, { cause: error });
  }
}

/** Whether a run that was stopped left something beside a folder, or in it. */
export function hasLeftovers(folder: string): boolean {
  const left = [...['lock', 'new', 'old'].map((suffix) => sibling(folder, suffix)), join(folder, INNER_STAGE)];
  return left.some((path) => existsSync(path));
}

async function replace(folder: OutputFolder, files: readonly GeneratedFile[]): Promise<WriteResult> {
  const { path, shown } = folder;
  const [stage, old] = [sibling(path, 'new'), sibling(path, 'old')];
  await repair(path, old);
  await rm(stage, { recursive: true, force: true });
  await rm(join(path, INNER_STAGE), { recursive: true, force: true });
  const manifest = readManifest(path);
  await refuseForeign(path, shown, files, manifest);
  const result = await plan(path, files, manifest);
  if (result.written.length + result.removed.length === 0) return result;
  const contents = { files, written: result.written, manifest };
  if (isFixed(folder)) await replaceInPlace(path, contents, result.removed);
  else {
    try {
      await fillStage(path, stage, contents);
      await swap(path, stage, old);
    } catch (error) {
      if (!isBusy(error)) throw error;
      await replaceInPlace(path, contents, result.removed);
    } finally {
      await rm(stage, { recursive: true, force: true });
    }
  }
  return result;
}

/** Nothing else runs between the two renames, so that a process can hardly be ended there. */
async function swap(folder: string, stage: string, old: string): Promise<void> {
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(stage, folder);
  await rm(old, { recursive: true, force: true });
}

/** A folder that holds the working folder, or whose own folder cannot be written, stays where it is. */
function isFixed({ path, cwd }: OutputFolder): boolean {
  return `${cwd}${sep}`.startsWith(`${path}${sep}`) || !isWritable(dirname(path));
}

/** What is mounted can neither be renamed nor be replaced. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EBUSY' || error.code === 'EXDEV');
}

function lockOf(folder: string): string {
  return isWritable(dirname(folder)) ? sibling(folder, 'lock') : join(folder, '.specshift-lock');
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Puts the old folder back when a former run was stopped between taking it away and putting the new one in its place. */
async function repair(folder: string, old: string): Promise<void> {
  if (!existsSync(old)) return;
  if (existsSync(folder)) await rm(old, { recursive: true, force: true });
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
    if (known?.split(' ').includes(hash) === true) continue;
    const same = files.some((file) => file.path === path && hashOf(file.text) === hash);
    if (same) continue;
    throw new InputError(
      known === undefined
        ? `"${shown}/${path}" was not written by specshift and would be replaced. Move it, or choose another folder.`
        : `"${shown}/${path}" was edited after it was generated. Move the edit elsewhere and remove the file.`,
    );
  }
}

async function refuseLinks(folder: string, shown: string): Promise<void> {
  const stats = await lstat(folder).catch(() => undefined);
  if (stats?.isSymbolicLink()) throw new InputError(`"${shown}" is a link. Name the folder itself.`);
  if (stats !== undefined && !stats.isDirectory()) throw new InputError(`"${shown}" is not a folder.`);
}

/** A name next to the folder, on the same file system, so that a rename is enough. */
function sibling(folder: string, suffix: string): string {
  return join(dirname(folder), `.${basename(folder)}.specshift-${suffix}`);
}
