import { closeSync, lstatSync, openSync, promises, readFileSync, readSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { MAX_FILE_BYTES } from '../../openapi/source/text.js';
import { InputError } from '../command.js';

/** Whether something stands under a path, be it a file or not, and be it readable or not. */
export function isThere(path: string): boolean {
  try {
    statSync(path);
    return true;
  } catch (error) {
    return !isAbsent(error);
  }
}

/** The bytes of a regular file; absent for anything else, and where nothing stands under the path. */
export function sizeOfFile(path: string): number | undefined {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found?.isFile() === true ? found.size : undefined;
  } catch {
    // Whatever is wrong with it is told by who reads it.
    return undefined;
  }
}

/** Whether a path is that of a link which leads to nothing. */
export function isDeadLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink() && !isThere(path);
  } catch {
    return false;
  }
}

/** What is not there is told apart from what is there and must not be read. */
function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/**
 * Reads a regular file. Pipes and devices may never end, so they are refused before they are opened.
 * @param shown the name for messages
 * @throws InputError when the file cannot be read
 */
export async function readRegularFile(path: string, shown: string): Promise<Uint8Array> {
  try {
    return read(path);
  } catch (error) {
    if (isFolder(error)) throw new InputError(`"${shown}" is a folder. Name the document in it.`, { cause: error });
    throw new InputError(`"${shown}" cannot be read: ${reasonOf(error)}.`, { cause: error });
  }
}

/** Why a file is not read, told without its name. */
class Unreadable extends InputError {
  override readonly name = 'InputError';
  readonly isFolder: boolean;

  constructor(reason: string, isFolder = false) {
    super(reason);
    this.isFolder = isFolder;
  }
}

function isFolder(error: unknown): boolean {
  return error instanceof Unreadable && error.isFolder;
}

function read(path: string): Uint8Array {
  // A local file is read sooner than a thread is asked to read it.
  const before = statSync(path);
  if (before.isDirectory()) throw new Unreadable('it is a folder', true);
  if (!before.isFile()) throw new Unreadable('it is not a regular file. Use "-" to read from a pipe');
  if (before.size > MAX_FILE_BYTES) throw new Unreadable(`it has ${before.size} bytes; ${LIMIT}`);
  const file = openSync(path, 'r');
  try {
    return before.size === 0 ? readToEnd(file) : readFileSync(file);
  } finally {
    closeSync(file);
  }
}

const LIMIT = `files up to ${MAX_FILE_BYTES / 1024 / 1024} MB are read`;

/** Files that systems make up as they are read have no size, and need have no end. */
function readToEnd(file: number): Uint8Array {
  const chunks: Buffer[] = [];
  for (let size = 0; size <= MAX_FILE_BYTES; ) {
    const chunk = Buffer.alloc(65_536);
    const length = readSync(file, chunk);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, length));
    size += length;
  }
  throw new Unreadable(`it has no end; ${LIMIT}`);
}

/**
 * Reads a file below a folder, never through a link that leads out of it.
 * @throws InputError with the reason alone: who asked says what for
 */
export async function readBelow(folder: string, path: string): Promise<Uint8Array> {
  try {
    const [root, target] = await Promise.all([folder, join(folder, path)].map((each) => promises.realpath(each)));
    if (root === undefined || target === undefined) throw new Unreadable('it does not exist');
    if (!target.startsWith(root.endsWith(sep) ? root : root + sep)) {
      throw new Unreadable('the file lies outside the folder of the document');
    }
    return read(target);
  } catch (error) {
    const reason = isAbsent(error) && isDeadLink(join(folder, path)) ? 'it is a link to nothing' : reasonOf(error);
    throw new InputError(reason, { cause: error });
  }
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
    case 'EIO':
      return 'the device reports a fault';
    case 'EMFILE':
    case 'ENFILE':
      return 'too many files are open';
    case 'ERR_INVALID_ARG_VALUE':
      return 'its name holds a character that no name has';
    case 'ELOOP':
      return 'its links lead in a circle';
    case '':
      return error instanceof Error ? error.message : String(error);
    default:
      return code;
  }
}
