import { closeSync, openSync, promises, readSync } from 'node:fs';
import { join } from 'node:path';

/** Folders that hold what others wrote. */
const SKIPPED = new Set(['node_modules', 'dist', 'build', 'out', 'coverage', 'vendor', 'target', 'generated']);
const MAX_DEPTH = 6;
const MAX_FILES = 20_000;
const HEAD_BYTES = 8_192;

/** The files below a folder that look like OpenAPI documents, relative to it and sorted. Links and hidden folders are left out. */
export async function findDocuments(cwd: string): Promise<readonly string[]> {
  const found: string[] = [];
  const folders: { readonly path: string; readonly depth: number }[] = [{ path: '', depth: 0 }];
  let seen = 0;
  for (let folder = folders.shift(); folder !== undefined && seen < MAX_FILES; folder = folders.shift()) {
    const { path, depth } = folder;
    const entries = await promises.readdir(join(cwd, path), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) {
        if (depth < MAX_DEPTH && !entry.name.startsWith('.') && !SKIPPED.has(entry.name)) {
          folders.push({ path: below, depth: depth + 1 });
        }
      } else if (entry.isFile() && /\.(?:ya?ml|json)$/i.test(entry.name)) {
        seen++;
        if (isDocument(join(cwd, below))) found.push(below);
      }
    }
  }
  return found.sort();
}

/** The specification asks for `openapi` in every document, and all of the usual ones begin with it. */
function isDocument(path: string): boolean {
  const head = headOf(path);
  return /^\s*\{?\s*["']?openapi["']?\s*:\s*["']?3\./m.test(head);
}

function headOf(path: string): string {
  try {
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(HEAD_BYTES);
      return bytes.toString('utf8', 0, readSync(file, bytes, 0, HEAD_BYTES, 0));
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
}
