import { promises } from 'node:fs';
import { resolve } from 'node:path';
import type { ApiDocument } from '../../openapi/model/document.js';
import { InputError, type Io } from '../command.js';
import type { ApiConfig } from './api-config.js';
import { reasonOf } from './file.js';
import { readInput } from './read-input.js';

/** Gives the document of a version or an edition: `2.14`, `2.14@release`. `undefined` where there is none. */
export type ReadVersion = (version: string) => Promise<ApiDocument | undefined>;

const ENDINGS = ['yaml', 'yml', 'json'] as const;
const NOWHERE: ReadonlySet<string> = new Set();

/**
 * The documents of an API, or those in another folder: one file for each version, named after it.
 * @throws InputError when there is no such folder
 */
export async function documentsOf(config: ApiConfig, folder: string | undefined, io: Io): Promise<ReadVersion> {
  if (folder === undefined) return (version) => readInput(`${config.name}@${version}`, io, NOWHERE);
  const names = new Set(
    await promises.readdir(resolve(io.cwd, folder)).catch((cause: unknown) => {
      throw new InputError(`The folder "${folder}" cannot be read: ${reasonOf(cause)}.`, { cause });
    }),
  );
  const shown = folder.replace(/(?<=.)\/+$/, '');
  return async (version) => {
    const name = ENDINGS.map((ending) => `${version}.${ending}`).find((candidate) => names.has(candidate));
    return name === undefined ? undefined : readInput(shown === '.' ? name : `${shown}/${name}`, io, NOWHERE);
  };
}
