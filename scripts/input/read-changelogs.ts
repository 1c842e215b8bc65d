import { promises } from 'node:fs';
import { join } from 'node:path';
import type { Changelog } from '../../migrate/changelog/claim.js';
import { InputError } from '../command.js';
import type { ApiConfig } from './api-config.js';
import { isThere, readBelow, reasonOf } from './file.js';
import { type KnownVersions, parseChangelogs } from './parse-changelogs.js';

/**
 * Reads `specs/<api>/changelog/*.yaml`, in the order of the versions of the API.
 * @throws InputError when there are none
 * @throws DocumentError with the place of everything that is wrong in them
 */
export async function readChangelogs(config: ApiConfig, cwd: string): Promise<readonly Changelog[]> {
  const folder = `${config.folder}/changelog`;
  const entries = await promises.readdir(join(cwd, folder)).catch((cause: unknown) => {
    if (!isThere(join(cwd, folder))) return [];
    throw new InputError(`The folder "${folder}" cannot be read: ${reasonOf(cause)}.`, { cause });
  });
  const names = entries.filter((name) => /\.(?:ya?ml|json)$/i.test(name)).sort();
  if (names.length === 0) {
    throw new InputError(
      `There are no claims in ${folder}/. A file for each version belongs there: ${folder}/2.0.yaml.`,
    );
  }
  const files = await Promise.all(
    names.map(async (each) => {
      const name = `${folder}/${each}`;
      const bytes = await readBelow(join(cwd, folder), each).catch((cause: unknown) => {
        throw new InputError(`"${name}" cannot be read: ${reasonOf(cause)}.`, { cause });
      });
      return { name, bytes };
    }),
  );
  const changelogs = parseChangelogs(files, versionsOf(config));
  return config.versions.flatMap(({ version }) => changelogs.filter((changelog) => changelog.version === version));
}

/** The versions and editions of an API, by the names that claims use. */
function versionsOf({ versions }: ApiConfig): KnownVersions {
  return {
    bases: new Map(versions.map(({ version, base }) => [version, base])),
    names: new Set(
      versions.flatMap(({ version, editions }) => [version, ...editions.map(({ edition }) => `${version}@${edition}`)]),
    ),
  };
}
