import { promises } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { InputError } from '../command.js';
import { reasonOf } from '../input/file.js';

/**
 * Writes a file so that it is always wholly the old one or wholly the new one, and keeps who may read it. Its folder is made where
 * there is none.
 * @param shown the name of the file for messages
 * @throws InputError when it cannot be written, or is no regular file
 */
export async function writeFileWhole(path: string, shown: string, text: string): Promise<void> {
  const stage = join(dirname(path), `.${basename(path)}.specshift-new-${process.pid}`);
  try {
    const found = await promises.lstat(path).catch(() => undefined);
    if (found?.isSymbolicLink()) throw new InputError(`"${shown}" is a link. Name the file itself.`);
    if (found !== undefined && !found.isFile()) throw new InputError(`"${shown}" is not a regular file.`);
    await promises.mkdir(dirname(path), { recursive: true });
    const mode = found === undefined ? undefined : (await promises.stat(path)).mode;
    await promises.writeFile(stage, text, { flag: 'wx', ...(mode === undefined ? {} : { mode }) });
    await promises.rename(stage, path);
  } catch (error) {
    await promises.rm(stage, { force: true }).catch(() => {});
    if (error instanceof InputError) throw error;
    throw new InputError(`"${shown}" cannot be written: ${reasonOf(error)}.`, { cause: error });
  }
}
