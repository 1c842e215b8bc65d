import { posix, relative } from 'node:path';
import type { Revision } from '../../diff/history/history-report.js';
import { InputError, type Io } from '../command.js';
import { findVersion, isApiVersion } from './api-config.js';
import { readGitFile, runGit } from './git.js';
import { isIsoDate } from './iso-date.js';

/** A revision that git holds. */
export interface CommittedRevision extends Revision {
  readonly commit: string;
  readonly date: string;
  readonly subject: string;
}

/**
 * The file that a name means, from the working folder: a path, or the document of `<api>@<version>` as `api.yaml` has it now.
 * @throws InputError when it means no single file
 */
export async function fileOf(name: string, io: Io): Promise<string> {
  if (name === '-' || /^https?:\/\//i.test(name)) throw new InputError(`"${name}" has no history in git.`);
  const found = isApiVersion(name) ? await findVersion(name, io.cwd) : undefined;
  if (found?.edition !== undefined)
    throw new InputError(`"${name}" is an edition. Name the version, whose history it is.`);
  if (found !== undefined) return found.file;
  const path = name.startsWith('/') ? relative(io.cwd, name) : name;
  return posix.normalize(path.replaceAll('\\', '/'));
}

/**
 * The commits that changed a file, the oldest first, along the main line of the current branch: what a merge brought is one
 * change. Former names of the file are followed.
 * @throws InputError when git knows nothing of it
 */
export async function historyOf(file: string, io: Io): Promise<readonly CommittedRevision[]> {
  const options = ['--first-parent', '-m', '--follow', '--name-status', '-z', '--no-color', '--no-show-signature'];
  const format = '--format=%H%x00%ct%x00%s';
  const output = await runGit(['log', ...options, format, 'HEAD', '--', file], io.cwd).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`The history of "${file}" cannot be read from git: ${reason}`, { cause });
  });
  const revisions = parseLog(Buffer.from(output).toString('utf8')).reverse();
  if (revisions.length === 0) throw new InputError(`Git has no commit that changed "${file}".`);
  return revisions;
}

/** Commit, time and subject, then what happened to the file and its name; of a renamed one the former name first. */
function parseLog(output: string): CommittedRevision[] {
  const tokens = output.split('\0');
  const revisions: CommittedRevision[] = [];
  for (let at = 0; at + 3 < tokens.length; ) {
    const [commit = '', seconds = '', subject = '', status = ''] = tokens.slice(at, at + 4);
    at += 3;
    if (!status.startsWith('\n')) continue;
    const names = /^\n[RC]/.test(status) ? 2 : 1;
    const file = tokens[at + names] ?? '';
    at += names + 1;
    revisions.push({ commit, date: isoTime(Number(seconds)), subject, file });
  }
  return revisions;
}

function isoTime(seconds: number): string {
  return new Date(seconds * 1_000).toISOString().replace('.000Z', 'Z');
}

/**
 * The file as it stood at a revision of git, or at the end of a day in UTC.
 * @param history where a day is looked up, and the former names of the file
 * @throws InputError when there is no such revision, or none before that day
 */
export async function revisionAt(
  moment: string,
  history: readonly CommittedRevision[],
  io: Io,
): Promise<CommittedRevision> {
  if (isIsoDate(moment)) {
    const before = history.filter(({ date }) => date.slice(0, 10) <= moment);
    const latest = before.reduce<CommittedRevision | undefined>(
      (best, one) => (best === undefined || one.date >= best.date ? one : best),
      undefined,
    );
    if (latest !== undefined) return latest;
    throw new InputError(`The file did not stand in git on ${moment}: it came on ${history[0]?.date.slice(0, 10)}.`);
  }
  const { commit, date, subject } = await commitAt(moment, io);
  // The newest name comes first.
  for (const file of new Set(history.map((one) => one.file).reverse())) {
    const isThere = await readGitFile(commit, file, io.cwd).then(
      () => true,
      () => false,
    );
    if (isThere) return { commit, date, subject, file };
  }
  throw new InputError(`The file does not stand in git at "${moment}".`);
}

async function commitAt(ref: string, io: Io): Promise<Omit<CommittedRevision, 'file'>> {
  const args = [
    'log',
    '-1',
    '-z',
    '--no-color',
    '--no-show-signature',
    '--format=%H%x00%ct%x00%s',
    '--end-of-options',
    `${ref}^{commit}`,
  ];
  const output = await runGit([...args, '--'], io.cwd).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`"${ref}" is neither a revision of git nor a day such as 2027-01-31: ${reason}`, { cause });
  });
  const [commit = '', seconds = '', subject = ''] = Buffer.from(output).toString('utf8').split('\0');
  return { commit, date: isoTime(Number(seconds)), subject };
}
