import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hashOf, MANIFEST, manifestOf, manifestText } from './manifest.js';
import type { StagePlan } from './stage.js';

/** Where files are put together inside a folder that is replaced in place. */
export const INNER_STAGE = '.specshift-new';

/**
 * Takes generated files one by one into a folder that cannot be replaced as a whole: the working folder, or one that is mounted.
 * Meanwhile the manifest lists what goes and what comes, so that the next run mends what was stopped half way.
 */
export async function replaceInPlace(
  folder: string,
  { files, written, manifest }: StagePlan,
  removed: readonly string[],
): Promise<void> {
  const stage = join(folder, INNER_STAGE);
  try {
    const changed = new Set(written);
    const both = new Map(manifest);
    for (const { path, text } of files) {
      if (!changed.has(path)) continue;
      both.set(path, [manifest.get(path), hashOf(text)].filter((hash) => hash !== undefined).join(' '));
      await put(join(stage, path), text);
    }
    await put(join(stage, MANIFEST), manifestOf(both));
    await rename(join(stage, MANIFEST), join(folder, MANIFEST));
    for (const path of removed) {
      await rm(join(folder, path), { force: true });
      await removeEmptyAbove(folder, path);
    }
    for (const path of written) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await rename(join(stage, path), join(folder, path));
    }
    await put(join(stage, MANIFEST), manifestText(files));
    await rename(join(stage, MANIFEST), join(folder, MANIFEST));
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

async function put(target: string, text: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, text);
}

/** The folders that held nothing else. */
async function removeEmptyAbove(folder: string, path: string): Promise<void> {
  for (let at = dirname(path); at !== '.'; at = dirname(at)) {
    const entries = await readdir(join(folder, at)).catch(() => ['']);
    if (entries.length > 0) return;
    await rmdir(join(folder, at));
  }
}
