import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The program we compare ourselves with, where it is installed: on the PATH, or where Go puts programs. */
export function findOasdiff(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return [...folders, join(goPath() ?? '', 'bin')]
    .map((folder) => join(folder, 'oasdiff'))
    .find((file) => existsSync(file));
}

function goPath(): string | undefined {
  try {
    return execFileSync('go', ['env', 'GOPATH'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}
