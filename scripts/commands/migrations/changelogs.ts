import { promises } from 'node:fs';
import { join } from 'node:path';
import type { Changelog } from '../../../migrate/changelog/claim.js';
import type { Io } from '../../command.js';
import type { ApiConfig } from '../../input/api-config.js';
import { readChangelogs } from '../../input/read-changelogs.js';

/** The changelogs of an API; empty where it has none. */
export async function changelogsOf(config: ApiConfig, io: Io): Promise<readonly Changelog[]> {
  const names = await promises.readdir(join(io.cwd, config.folder, 'changelog')).catch(() => []);
  return names.some((name) => /\.(?:ya?ml|json)$/i.test(name)) ? readChangelogs(config, io.cwd) : [];
}
