import { dirname, join, resolve } from 'node:path';
import type { AcceptedEntry } from '../../diff/gate/acceptance.js';
import { ruleIds } from '../../diff/policy/read-levels.js';
import { allRules } from '../../diff/rules/table.js';
import type { Io } from '../command.js';
import { findVersion, isApiVersion } from './api-config.js';
import { isThere, readRegularFile } from './file.js';
import { parseBaseline } from './parse-baseline.js';

const NAME = 'baseline.yaml';

/** Where accepted findings are, and whether somebody named the file: one that is named must be there. */
export interface BaselineFile {
  /** As it is told. */
  readonly name: string;
  readonly path: string;
  readonly isNamed: boolean;
  /** The version of an API that is judged; `null` where the revision is not named by one. */
  readonly version: string | null;
}

/**
 * The file of accepted findings: the one that is named, else `baseline.yaml` beside the revision, or beside the `api.yaml` that
 * lists it. `undefined` where the revision is no file.
 */
export async function findBaseline(
  named: string | undefined,
  revision: string,
  io: Io,
): Promise<BaselineFile | undefined> {
  const version = await versionOfApi(revision, io);
  if (named !== undefined) return { name: named, path: resolve(io.cwd, named), isNamed: true, version };
  const folder = await folderOf(revision, io);
  if (folder === undefined) return undefined;
  const name = folder === '.' ? NAME : join(folder, NAME);
  return { name, path: resolve(io.cwd, name), isNamed: false, version };
}

async function versionOfApi(revision: string, io: Io): Promise<string | null> {
  if (!isApiVersion(revision) || isThere(resolve(io.cwd, revision))) return null;
  return (await findVersion(revision, io.cwd))?.version.version ?? null;
}

async function folderOf(revision: string, io: Io): Promise<string | undefined> {
  if (revision === '-' || /^https?:\/\//i.test(revision)) return undefined;
  if (isThere(resolve(io.cwd, revision))) return dirname(revision);
  const found = isApiVersion(revision) ? await findVersion(revision, io.cwd) : undefined;
  return found?.config.folder;
}

/**
 * Reads the accepted findings; none where no file is named and none lies beside the document.
 * @throws InputError when a named file cannot be read
 * @throws DocumentError with the place of everything that is wrong in it
 */
export async function readBaseline(file: BaselineFile | undefined): Promise<readonly AcceptedEntry[]> {
  if (file === undefined) return [];
  if (!file.isNamed && !isThere(file.path)) return [];
  const entries = parseBaseline(file.name, await readRegularFile(file.path, file.name), ruleIds(allRules));
  // What is for another version is neither used nor unused here.
  return entries.filter(({ version }) => version === null || file.version === null || version === file.version);
}
