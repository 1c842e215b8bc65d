import { posix, relative, resolve } from 'node:path';
import type { ApiDocument } from '../../openapi/model/document.js';
import { readDocument } from '../../openapi/read.js';
import type { Versions } from '../../openapi/versions.js';
import { InputError, type Io, UsageError } from '../command.js';
import { type ApiConfig, isApiVersion, type NamedVersion, PROJECT_CONFIG, versionOf } from './api-config.js';
import { isThere, reasonOf } from './file.js';
import { isGitPath, readGitFile, splitGitPath } from './git.js';
import { parseApiConfig } from './parse-api-config.js';
import { parseProjectConfig } from './parse-project-config.js';
import { readInput } from './read-input.js';

const GIT = 'git:';

/** The revision that `git:<ref>` names; `undefined` for other names. */
export function gitBaseRef(name: string): string | undefined {
  return name.startsWith(GIT) ? name.slice(GIT.length) : undefined;
}

/**
 * Reads what a revision was at a git revision: the file in the same place, or the same version of an API as its configuration had
 * it there.
 * @param overlays files of overlays to apply to it, as they are now
 * @throws InputError when it was not there
 */
export async function readAtGit(
  ref: string,
  revision: string,
  io: Io,
  overlays: readonly string[],
  versions: Versions,
): Promise<ApiDocument> {
  if (ref === '' || ref.startsWith('-') || ref.includes(':')) {
    throw new UsageError(`--base takes git:<ref>, such as git:origin/main, not "${GIT}${ref}".`);
  }
  if (revision === '-' || /^https?:\/\//i.test(revision)) {
    throw new UsageError(`"${revision}" has no place in git. Name the file, or the base by itself.`);
  }
  const none: ReadonlySet<string> = new Set();
  if (isThere(resolve(io.cwd, revision))) {
    return readInput(`${ref}:./${inWorkingFolder(revision, io)}`, io, none, overlays, versions);
  }
  if (isApiVersion(revision) && overlays.length > 0) {
    throw new UsageError('An overlay is applied to a base in git where the revision is a file.');
  }
  if (isApiVersion(revision)) return readVersionAt(ref, revision, io, versions);
  if (isGitPath(revision)) return readInput(`${ref}:${splitGitPath(revision).path}`, io, none, overlays, versions);
  throw new InputError(`"${revision}" does not exist, so that nothing can be looked up in git for it.`);
}

/** A path that git takes from the working folder; it may lead out of it, and not out of the repository. */
function inWorkingFolder(name: string, io: Io): string {
  return (name.startsWith('/') ? relative(io.cwd, name) : posix.normalize(name)).replaceAll('\\', '/');
}

/** A version as the configuration of that time has it: its document may have had another name. */
async function readVersionAt(ref: string, name: string, io: Io, versions: Versions): Promise<ApiDocument> {
  const at = name.indexOf('@');
  const config = await configAt(ref, name.slice(0, at), io);
  const named: NamedVersion = versionOf(config, name.slice(at + 1));
  const overlays = await Promise.all(
    named.overlays.map(async (overlay) => {
      try {
        return { name: `${ref}:${overlay}`, bytes: await readGitFile(ref, `./${overlay}`, io.cwd) };
      } catch (cause) {
        throw new InputError(`"${ref}:${overlay}" cannot be read: ${reasonOf(cause)}.`, { cause });
      }
    }),
  );
  const inFolder = (below: string): string => posix.join(posix.dirname(named.file), below);
  return readDocument({
    name: `${ref}:${named.file}`,
    key: posix.basename(named.file),
    bytes: await readGitFile(ref, `./${named.file}`, io.cwd),
    readFile: (below) => readGitFile(ref, `./${inFolder(below)}`, io.cwd),
    displayName: (below) => `${ref}:${inFolder(below)}`,
    allowedOrigins: new Set(),
    fetchUrl: () => Promise.reject(new InputError('The network is not used for a base in git.')),
    overlays,
    versions,
  });
}

/** The API of a name: an entry of `specshift.config.yaml`, else `specs/<api>/api.yaml`. */
async function configAt(ref: string, api: string, io: Io): Promise<ApiConfig> {
  const project = await readGitFile(ref, `./${PROJECT_CONFIG}`, io.cwd).catch(() => undefined);
  const apis = project === undefined ? [] : parseProjectConfig(`${ref}:${PROJECT_CONFIG}`, project);
  const found = apis.find(({ name }) => name === api);
  if (found !== undefined) return found;
  const folder = `specs/${api}`;
  const path = `${folder}/api.yaml`;
  return parseApiConfig(`${ref}:${path}`, await readGitFile(ref, `./${path}`, io.cwd), folder);
}
