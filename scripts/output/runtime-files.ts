import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GeneratedFile } from '../../generator/generate.js';

/** Beside the bundle, and in the source tree. */
const FOLDERS = ['./runtime/', '../runtime/', '../../generator/runtime/'];

/** The client runtime as files of a folder: ordinary TypeScript that is shipped with every client. */
export async function runtimeFiles(folder: string): Promise<readonly GeneratedFile[]> {
  for (const candidate of FOLDERS) {
    const path = fileURLToPath(new URL(candidate, import.meta.url));
    const names = (await readdir(path).catch(() => [])).filter((name) => name.endsWith('.ts')).sort();
    if (!names.includes('index.ts')) continue;
    const texts = await Promise.all(names.map((name) => readFile(join(path, name), 'utf8')));
    return names.map((name, index) => ({ path: `${folder}/${name}`, text: texts[index] ?? '' }));
  }
  throw new Error('The client runtime is missing from this installation.');
}
