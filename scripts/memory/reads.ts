import { hashOf, hashOfFile } from '../output/manifest.js';

/** A file by its path, and the hash of what it held; `null` where it could not be read. */
export type ReadFile = readonly [path: string, hash: string | null];

/** What reading a document is told to: every file that was looked at, and what cannot be looked at again. */
export class Reads {
  readonly #files = new Map<string, string | null>();
  /** False once something was read that may be different without any file being so: a pipe, a commit, an address. */
  isRepeatable = true;

  /** @param bytes absent where the file could not be read */
  add(path: string, bytes: Uint8Array | undefined): void {
    this.#files.set(path, bytes === undefined ? null : hashOf(bytes));
  }

  /** In the order of their paths. */
  get files(): readonly ReadFile[] {
    return [...this.#files].sort(([a], [b]) => (a < b ? -1 : 1));
  }
}

/** Whether files hold what they held, and those that could not be read still cannot. */
export function isSame(files: readonly ReadFile[]): boolean {
  return files.every(([path, hash]) => (hashOfFile(path) ?? null) === hash);
}

/** One hash for all of a document. */
export function digestOf(files: readonly ReadFile[]): string {
  return hashOf(JSON.stringify(files));
}
