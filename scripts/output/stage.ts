import { copyFile, link, lstat, mkdir, readdir, readlink, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { GeneratedFile } from '../../generator/generated-file.js';
import { MANIFEST, type Manifest, manifestText } from './manifest.js';

/** What a folder is to hold. */
export interface StagePlan {
  readonly files: readonly GeneratedFile[];
  /** The paths of `files` that the present folder does not hold as they are. */
  readonly written: readonly string[];
  /** What is known to be generated in the present folder; all else in it is kept. */
  readonly manifest: Manifest;
}

/**
 * Puts a folder together in another place: the generated files, the manifest, and what else the present folder holds. What does
 * not change is linked and not copied, so that it keeps its times and a large folder takes no longer than a small one.
 */
export async function fillStage(folder: string, stage: string, { files, written, manifest }: StagePlan): Promise<void> {
  await mkdir(stage, { recursive: true });
  await keepForeign(folder, stage, '', (path) => path === MANIFEST || manifest.has(path));
  const changed = new Set(written);
  for (const { path, text } of files) {
    const target = join(stage, path);
    await mkdir(dirname(target), { recursive: true });
    if (changed.has(path)) await writeFile(target, text);
    else await keepFile(join(folder, path), target);
  }
  await writeFile(join(stage, MANIFEST), manifestText(files));
}

/** Folders come along where they hold something that stays, or were empty before. */
async function keepForeign(
  folder: string,
  stage: string,
  below: string,
  isOurs: (path: string) => boolean,
): Promise<void> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    const [source, target] = [join(folder, path), join(stage, path)];
    if (entry.isDirectory()) {
      await keepForeign(folder, stage, path, isOurs);
      if ((await readdir(source)).length === 0) await mkdir(target, { recursive: true });
    } else if (!isOurs(path)) {
      await makeFolders(folder, stage, below);
      if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
      else await keepFile(source, target);
    }
  }
}

/** The folders down to a path, with the permissions that they have at present. */
async function makeFolders(folder: string, stage: string, path: string): Promise<void> {
  if (path === '') return;
  const target = join(stage, path);
  if ((await lstat(target).catch(() => undefined)) !== undefined) return;
  await makeFolders(folder, stage, path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '');
  await mkdir(target, { mode: (await lstat(join(folder, path))).mode });
}

/** Some file systems have no links. */
async function keepFile(source: string, target: string): Promise<void> {
  await link(source, target).catch(() => copyFile(source, target));
}
