import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Io } from '../command.js';
import { isGitPath, splitGitPath } from './git.js';

/** The variables in which CI systems name the top of the repository. */
const TOPS = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'] as const;

/**
 * Where files lie for who reads a report of this run: from the top of the repository where the environment names it, else from
 * the working folder.
 */
export function repositoryPath(io: Io): (file: string) => string {
  const named = TOPS.map((name) => io.env[name]).find((path) => path !== undefined && isAbsolute(path));
  const top = named !== undefined && isInside(io.cwd, named) ? named : io.cwd;
  return (file) => {
    if (file === '<stdin>' || /^https?:\/\//i.test(file)) return file;
    const path = !isAbsolute(file) && isGitPath(file) ? splitGitPath(file).path : file;
    const absolute = resolve(io.cwd, path);
    return isInside(absolute, top) ? relative(top, absolute).split(sep).join('/') : path;
  };
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
