import { posix } from 'node:path';
import { MAX_FILE_BYTES } from '../../openapi/source/text.js';
import { InputError } from '../command.js';

/** Whether a name has the form `<git-ref>:<path>`. */
export function isGitPath(name: string): boolean {
  const colon = name.indexOf(':');
  return colon > 0 && colon < name.length - 1 && !name.includes('://');
}

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
  // Most documents are files, and do without processes.
  const { execFile } = await import('node:child_process');
  return new Promise((resolve, reject) => {
    const options = { cwd, encoding: 'buffer', maxBuffer: MAX_FILE_BYTES, timeout: 60_000 } as const;
    execFile('git', ['cat-file', 'blob', spec], options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else {
        const reason =
          stderr
            .toString('utf8')
            .trim()
            .split('\n')[0]
            ?.replace(/^fatal: /, '') || error.message;
        reject(new InputError(`"${shown}" cannot be read from git: ${reason}`, { cause: error }));
      }
    });
  });
}
