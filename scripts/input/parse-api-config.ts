import { loadFile } from '../../openapi/load/load-file.js';
import { DocumentError } from '../../openapi/source/diagnostic.js';
import type { ApiConfig } from './api-config.js';
import { CLIENT_FIELDS, readClientFields } from './client-fields.js';
import { ConfigFields } from './config-fields.js';
import { VersionFields } from './version-fields.js';

const FIELDS = ['$schema', 'name', 'title', 'versionHeader', 'versions', ...CLIENT_FIELDS];

/**
 * Reads an `api.yaml`. It is data: nothing in it is run.
 * @param folder the folder of the file, relative to the working folder
 * @throws DocumentError with the place of everything that is wrong in it
 */
export function parseApiConfig(path: string, bytes: Uint8Array, folder: string): ApiConfig {
  const file = loadFile(path, bytes);
  const fields = new ConfigFields(file);
  const root = fields.object(file.value, [], 'This file', FIELDS);
  if (root === undefined) throw new DocumentError(fields.faults);
  const versionHeader = fields.optionalText(root, 'versionHeader');
  const config: ApiConfig = {
    name: fields.text(root, 'name'),
    title: fields.text(root, 'title'),
    ...(versionHeader === undefined ? {} : { versionHeader }),
    versions: new VersionFields(fields, false).read(root),
    ...readClientFields(fields, root),
    isSingle: false,
    path,
    folder,
  };
  if (fields.faults.length > 0) throw new DocumentError(fields.faults);
  return config;
}
