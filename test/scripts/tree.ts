import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder with its text, and every link. */
export function tree(path: string): Record<string, string> {
  const entries = readdirSync(path, { withFileTypes: true, recursive: true }).filter((entry) => !entry.isDirectory());
  return Object.fromEntries(
    entries
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(path.length + 1), readFileSync(file, 'utf8')]),
  );
}
