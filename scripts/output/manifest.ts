import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedFile } from '../../generator/generated-file.js';

/** Lists the files of a folder that were generated, with the hash of what was written: nothing else is ever replaced or removed. */
export const MANIFEST = '.specshift.json';

/** The generated files of a folder, each with the hash of what was written, or with two, by a space, while it is being replaced. */
export type Manifest = ReadonlyMap<string, string>;

/** What the manifest of a folder lists; nothing where there is none. */
export function readManifest(folder: string): Manifest {
  const manifest = new Map<string, string>();
  try {
    const value: unknown = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'));
    const files = typeof value === 'object' && value !== null && 'files' in value ? value.files : undefined;
    for (const [path, hash] of Object.entries(files ?? {})) {
      const isInside = !path.startsWith('/') && !path.split(/[\\/]/).includes('..');
      if (typeof hash === 'string' && isInside) manifest.set(path, hash);
    }
  } catch {
    // A manifest that cannot be read owns nothing, so nothing is replaced on its word.
  }
  return manifest;
}

/** The manifest of a folder that holds these files. */
export function manifestText(files: readonly GeneratedFile[]): string {
  return manifestOf(new Map(files.map(({ path, text }) => [path, hashOf(text)])));
}

/** A manifest as text. */
export function manifestOf(manifest: Manifest): string {
  const hashes = [...manifest].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ format: 'specshift.manifest/1', files: Object.fromEntries(hashes) }, null, 2)}\n`;
}

/** The hash by which files are recognised. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The hash of a file as it stands; `undefined` where it cannot be read. */
export function hashOfFile(path: string): string | undefined {
  try {
    return hashOf(readFileSync(path));
  } catch {
    return undefined;
  }
}
