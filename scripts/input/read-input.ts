import { basename, dirname, join, relative, resolve } from 'node:path';
import type { ApiDocument } from '../../openapi/model/document.js';
import type { OverlayInput } from '../../openapi/overlay/overlay-file.js';
import { readDocument } from '../../openapi/read.js';
import { Versions } from '../../openapi/versions.js';
import { InputError, type Io } from '../command.js';
import type { Reads } from '../memory/reads.js';
import { findVersion, isApiVersion, type NamedVersion } from './api-config.js';
import { isDeadLink, isThere, readBelow, readRegularFile, reasonOf } from './file.js';
import { isGitPath, readGitFile, splitGitPath } from './git.js';
import { fetchUrl } from './remote.js';

/**
 * Reads the document a user names: a file, `-`, `<git-ref>:<path>`, `<api>@<version>`, `<api>@<version>@<edition>`, or a URL whose
 * origin is allowed.
 * @param overlayNames files of overlays to apply to it, after those of its edition
 * @param versions what was read of other versions of it
 * @param reads is told of every file that is read
 * @throws InputError when there is no such input
 * @throws DocumentError when it is no document that can be worked on
 */
export async function readInput(
  name: string,
  io: Io,
  allowedOrigins: ReadonlySet<string>,
  overlayNames: readonly string[] = [],
  versions = new Versions(),
  reads?: Reads,
): Promise<ApiDocument> {
  const overlays = await Promise.all(overlayNames.map((overlay) => readOverlayFile(overlay, io, reads)));
  const remote = accessTo(allowedOrigins, overlays, versions, reads);
  if (name === '') throw new InputError('The name of a document is empty.');
  if (name === '-') {
    const bytes = await io.readStdin();
    if (bytes.length === 0) throw new InputError('Standard input is empty. Pipe a document into the command.');
    return readDocument({ name: '<stdin>', key: 'stdin', bytes, ...unrepeatable(remote) });
  }
  if (/^https?:\/\//i.test(name)) {
    const url = checkedUrl(name, allowedOrigins);
    const bytes = await fetchUrl(url, allowedOrigins);
    return readDocument({ name: url, key: url, bytes, ...unrepeatable(remote) });
  }
  if (isThere(resolve(io.cwd, name))) return readFileInput(name, io, remote);
  if (isApiVersion(name)) {
    const found = await findVersion(name, io.cwd);
    if (found !== undefined) return readNamed(found, io, remote);
  }
  if (isGitPath(name)) return readGitInput(name, io, unrepeatable(remote));
  if (isDeadLink(resolve(io.cwd, name))) throw new InputError(`"${name}" is a link to a file that does not exist.`);
  throw new InputError(`"${name}" does not exist. Name a file, "-", <git-ref>:<path> or <api>@<version>.`);
}

function accessTo(
  allowedOrigins: ReadonlySet<string>,
  overlays: readonly OverlayInput[],
  versions: Versions,
  reads: Reads | undefined,
): Access {
  const access: Access = {
    allowedOrigins,
    fetchUrl: (url) => fetchUrl(url, unrepeatable(access).allowedOrigins),
    overlays,
    versions,
    reads,
  };
  return access;
}

/** What comes from elsewhere may be another thing the next time. */
function unrepeatable(access: Access): Access {
  if (access.reads !== undefined) access.reads.isRepeatable = false;
  return access;
}

interface Access {
  readonly allowedOrigins: ReadonlySet<string>;
  readonly fetchUrl: (url: string) => Promise<Uint8Array>;
  readonly overlays: readonly OverlayInput[];
  readonly versions: Versions;
  /** Absent: nobody asks what is read. */
  readonly reads: Reads | undefined;
}

/**
 * Reads a version of an API, or an edition of one.
 * @param reads is told of every file that is read
 * @param versions what was read of other versions of it
 * @throws InputError when a file cannot be read
 * @throws DocumentError when it is no document that can be worked on
 */
export function readVersion(
  named: NamedVersion,
  io: Io,
  allowedOrigins: ReadonlySet<string>,
  reads: Reads,
  versions = new Versions(),
): Promise<ApiDocument> {
  return readNamed(named, io, accessTo(allowedOrigins, [], versions, reads));
}

/** The overlays of the version and the edition come first. */
async function readNamed({ config, file, overlays }: NamedVersion, io: Io, access: Access): Promise<ApiDocument> {
  const folder = join(io.cwd, config.folder);
  const own: OverlayInput[] = [];
  for (const name of overlays) {
    try {
      own.push({
        name,
        bytes: await readNoted(join(io.cwd, name), access, () => readBelow(folder, relative(config.folder, name))),
      });
    } catch (cause) {
      throw new InputError(`"${name}" cannot be read: ${reasonOf(cause)}.`, { cause });
    }
  }
  return readFileInput(file, io, { ...access, overlays: [...own, ...access.overlays] });
}

async function readOverlayFile(name: string, io: Io, reads: Reads | undefined): Promise<OverlayInput> {
  const path = resolve(io.cwd, name);
  return { name, bytes: await readNoted(path, { reads }, () => readRegularFile(path, name)) };
}

/** Reads a file, and notes what was found in its place. */
async function readNoted(
  path: string,
  { reads }: Pick<Access, 'reads'>,
  read: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  try {
    const bytes = await read();
    reads?.add(path, bytes);
    return bytes;
  } catch (error) {
    reads?.add(path, undefined);
    throw error;
  }
}

async function readFileInput(name: string, io: Io, remote: Access): Promise<ApiDocument> {
  const path = resolve(io.cwd, name);
  const folder = dirname(path);
  const shownFolder = dirname(name);
  return readDocument({
    name,
    key: basename(name),
    bytes: await readNoted(path, remote, () => readRegularFile(path, name)),
    readFile: (below) => readNoted(join(folder, below), remote, () => readBelow(folder, below)),
    displayName: (below) => (shownFolder === '.' ? below : `${shownFolder}/${below}`),
    ...remote,
  });
}

async function readGitInput(name: string, io: Io, remote: Access): Promise<ApiDocument> {
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
