import { posix } from 'node:path';
import { MAX_FILE_BYTES } from '../../openapi/source/text.js';
import { InputError } from '../command.js';

/** Whether a name has the form `<git-ref>:<path>`. */
export function isGitPath(name: string): boolean {
  const colon = name.indexOf(':');
  return colon > 0 && colon < name.length - 1 && !name.includes('://');
}

/** The revision and the path of such a name. */
export function splitGitPath(name: string): { readonly ref: string; readonly path: string } {
  const colon = name.indexOf(':');
  return { ref: name.slice(0, colon), path: name.slice(colon + 1) };
}

/**
 * Reads a file as it was at a revision. The path counts from the top of the repository, as git has it, or from the working folder
 * when it begins with "./".
 * @throws InputError when there is no such revision or file
 */
export async function readGitFile(ref: string, path: string, cwd: string): Promise<Uint8Array> {
  const shown = `${ref}:${path}`;
  if (ref.startsWith('-')) throw new InputError(`"${ref}" is not a git revision.`);
  const normal = posix.normalize(path);
  if (normal.startsWith('../') || normal.startsWith('/'))
    throw new InputError(`"${shown}" lies outside the repository.`);
  const spec = `${ref}:${path.startsWith('./') ? `./${normal}` : normal}`;
  return runGit(['cat-file', 'blob', spec], cwd).catch((cause: unknown) => {
    throw new InputError(`"${shown}" cannot be read from git: ${messageOf(cause)}`, { cause });
  });
}

/** Git has so long for an answer, in milliseconds. */
const PATIENCE = 60_000;

/**
 * What git prints. It is asked in its own words, whatever the language of the machine, and does not use the network, which a clone
 * without its files would make it do.
 * @throws InputError with the first line of what git says when it fails
 */
export async function runGit(args: readonly string[], cwd: string): Promise<Uint8Array> {
  // Most documents are files, and do without processes.
  const { execFile } = await import('node:child_process');
  return new Promise((resolve, reject) => {
    const env = { ...process.env, LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0' };
    const options = { cwd, env, encoding: 'buffer', maxBuffer: MAX_FILE_BYTES, timeout: PATIENCE } as const;
    execFile('git', ['-c', 'protocol.allow=never', ...args], options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else {
        const [first = ''] = stderr.toString('utf8').trim().split('\n');
        const isTooLong = error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER';
        const isTooLate = error.killed === true && !isTooLong;
        const reason = isTooLate ? `git took longer than ${PATIENCE / 1_000} seconds.` : error.message;
        reject(new InputError(first.replace(/^fatal: /, '') || reason, { cause: error }));
      }
    });
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
