import { basename, dirname, join } from 'node:path';
import type { ApiDocument } from '../../openapi/model/document.js';
import { readDocument } from '../../openapi/read.js';
import { InputError, type Io } from '../command.js';
import { findVersion, isApiVersion } from './api-config.js';
import { isReadableFile, readBelow, readRegularFile } from './file.js';
import { isGitPath, readGitFile, splitGitPath } from './git.js';
import { fetchUrl } from './remote.js';

/**
 * Reads the document a user names: a file, `-`, `<git-ref>:<path>`, `<api>@<version>`, or a URL whose origin is allowed.
 * @throws InputError when there is no such input
 * @throws DocumentError when it is no document that can be worked on
 */
export async function readInput(name: string, io: Io, allowedOrigins: ReadonlySet<string>): Promise<ApiDocument> {
  const remote = { allowedOrigins, fetchUrl: (url: string) => fetchUrl(url, allowedOrigins) };
  if (name === '-') return readDocument({ name: '<stdin>', key: 'stdin', bytes: await io.readStdin(), ...remote });
  if (/^https?:\/\//i.test(name)) {
    const url = checkedUrl(name, allowedOrigins);
    return readDocument({ name: url, key: url, bytes: await fetchUrl(url, allowedOrigins), ...remote });
  }
  if (await isReadableFile(join(io.cwd, name), name)) return readFileInput(name, io, remote);
  if (isApiVersion(name)) {
    const file = await findVersion(name, io.cwd);
    if (file !== undefined) return readFileInput(file, io, remote);
  }
  if (isGitPath(name)) return readGitInput(name, io, remote);
  throw new InputError(`"${name}" does not exist. Name a file, "-", <git-ref>:<path> or <api>@<version>.`);
}

interface Remote {
  readonly allowedOrigins: ReadonlySet<string>;
  readonly fetchUrl: (url: string) => Promise<Uint8Array>;
}

async function readFileInput(name: string, io: Io, remote: Remote): Promise<ApiDocument> {
  const path = name.startsWith('/') ? name : join(io.cwd, name);
  const folder = dirname(path);
  const shownFolder = dirname(name);
  return readDocument({
    name,
    key: basename(name),
    bytes: await readRegularFile(path, name),
    readFile: (below) => readBelow(folder, below),
    displayName: (below) => (shownFolder === '.' ? below : `${shownFolder}/${below}`),
    ...remote,
  });
}

async function readGitInput(name: string, io: Io, remote: Remote): Promise<ApiDocument> {
  const { ref, path } = splitGitPath(name);
  const folder = dirname(path);
  const inFolder = (below: string): string => (folder === '.' ? below : `${folder}/${below}`);
  return readDocument({
    name,
    key: basename(path),
    bytes: await readGitFile(ref, path, io.cwd),
    readFile: (below) => readGitFile(ref, inFolder(below), io.cwd),
    displayName: (below) => `${ref}:${inFolder(below)}`,
    ...remote,
  });
}

function checkedUrl(text: string, allowed: ReadonlySet<string>): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch (cause) {
    throw new InputError(`"${text}" is not a valid address.`, { cause });
  }
  if (url.username !== '' || url.password !== '') throw new InputError('An address with a user name is not fetched.');
  if (allowed.has(url.origin)) return url.href;
  throw new InputError(`The network is not used unless asked. Allow this address with --allow-remote ${url.origin}.`);
}
