import { closeSync, openSync, promises, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { MAX_FILE_BYTES } from '../../openapi/source/text.js';
import { InputError } from '../command.js';

/** Whether something stands under a path, be it a file or not. */
export function isThere(path: string): boolean {
  try {
    statSync(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads a regular file. Pipes and devices may never end, so they are refused before they are opened.
 * @param shown the name for messages
 * @throws InputError when the file cannot be read
 */
export async function readRegularFile(path: string, shown: string): Promise<Uint8Array> {
  try {
    // A local file is read sooner than a thread is asked to read it.
    const before = statSync(path);
    if (before.isDirectory()) throw new InputError(`"${shown}" is a folder. Name the document in it.`);
    if (!before.isFile()) throw new InputError(`"${shown}" is not a regular file. Use "-" to read from a pipe.`);
    if (before.size > MAX_FILE_BYTES) {
      throw new InputError(
        `"${shown}" has ${before.size} bytes; files up to ${MAX_FILE_BYTES / 1024 / 1024} MB are read.`,
      );
    }
    const file = openSync(path, 'r');
    try {
      return readFileSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`"${shown}" cannot be read: ${reasonOf(error)}.`, { cause: error });
  }
}

/** Reads a file below a folder, never through a link that leads out of it. */
export async function readBelow(folder: string, path: string): Promise<Uint8Array> {
  const { realpath } = promises;
  const [root, target] = await Promise.all([realpath(folder), realpath(join(folder, path)).catch(() => undefined)]);
  if (target === undefined) throw new InputError('the file does not exist');
  if (!target.startsWith(root.endsWith(sep) ? root : root + sep)) {
    throw new InputError('the file lies outside the folder of the document');
  }
  return readRegularFile(target, path);
}

/** The reason of a failed system call in words, without paths of this machine. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      return 'it does not exist';
    case 'EACCES':
    case 'EPERM':
      return 'permission is denied';
    case 'EISDIR':
      return 'it is a folder';
    case 'ENOTDIR':
      return 'a part of its path is not a folder';
    case 'ENOSPC':
      return 'no space is left on the device';
    case 'EROFS':
      return 'the file system is read-only';
    case 'ENAMETOOLONG':
      return 'its name is too long';
    case 'ELOOP':
      return 'its links lead in a circle';
    case '':
      return error instanceof Error ? error.message : String(error);
    default:
      return code;
  }
}
