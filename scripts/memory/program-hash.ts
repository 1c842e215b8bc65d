import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What decides over the generated files beside their inputs: folders of the sources, and the list of packages with their versions. */
const SOURCES = ['openapi', 'generator', 'diff', 'migrate', 'report', 'scripts'];

/** A hash of the running program, whether it is built or run from its sources: another program may write other files. */
export function programHash(): string {
  const own = fileURLToPath(import.meta.url);
  const folder = dirname(own);
  const hash = createHash('sha256');
  if (basename(own).endsWith('.ts')) {
    const root = join(folder, '../..');
    for (const name of SOURCES) addFolder(hash, join(root, name));
    hash.update(readFileSync(join(root, 'package.json')));
  } else {
    hash.update(readFileSync(own));
    addFolder(hash, join(folder, 'runtime'));
    hash.update(readFileSync(join(folder, '../package.json')));
  }
  return hash.digest('hex');
}

function addFolder(hash: ReturnType<typeof createHash>, folder: string): void {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    const text = readFileSync(file);
    hash.update(`${file.slice(folder.length)} ${text.length}\n`).update(text);
  }
}
