import { loadFile } from '../../openapi/load/load-file.js';
import { DocumentError } from '../../openapi/source/diagnostic.js';
import { field } from '../../openapi/source/json.js';
import { type ApiConfig, type ApiVersion, NAME, outputOf } from './api-config.js';
import { CLIENT_FIELDS, readClientFields } from './client-fields.js';
import { ConfigFields, type ConfigObject } from './config-fields.js';
import { confined, filesOf } from './confined.js';
import { VersionFields } from './version-fields.js';

const FIELDS = ['$schema', 'apis'];
const DOCUMENT_FIELDS = ['document', 'overlays'];
const API_FIELDS = ['name', 'title', 'output', 'versionHeader', 'versions', ...DOCUMENT_FIELDS, ...CLIENT_FIELDS];

/**
 * Reads a `specshift.config.yaml`, which lies in the working folder. It is data: nothing in it is run, and no path in it leads out.
 * @throws DocumentError with the place of everything that is wrong in it
 */
export function parseProjectConfig(path: string, bytes: Uint8Array): readonly ApiConfig[] {
  const file = loadFile(path, bytes);
  const fields = new ConfigFields(file);
  const root = fields.object(file.value, [], 'This file', FIELDS);
  const list = root === undefined ? [] : fields.list(root, 'apis');
  if (root !== undefined && list.length === 0) {
    fields.fault(['apis'], 'missing', '"apis" must be a list with at least one entry.');
  }
  const seen = new Map<string, string>();
  const apis = list.flatMap((item) => {
    const object = fields.object(item.raw, item.path, 'An API', API_FIELDS);
    if (object === undefined) return [];
    const api = readApi(fields, object, path);
    refuseDouble(fields, object, 'name', api.name, seen);
    refuseDouble(fields, object, 'output', outputOf(api), seen);
    return [api];
  });
  if (fields.faults.length > 0) throw new DocumentError(fields.faults);
  return apis;
}

function readApi(fields: ConfigFields, object: ConfigObject, path: string): ApiConfig {
  const name = fields.text(object, 'name');
  if (name !== '' && !NAME.test(name)) {
    const message = `${JSON.stringify(name)} cannot be the name of an API: letters, digits, ".", "-" and "_" are, and the first is a letter or digit.`;
    fields.fault([...object.path, 'name'], 'name', message);
  }
  const versionHeader = fields.optionalText(object, 'versionHeader');
  const output = fields.optionalText(object, 'output');
  const isSingle = (field(object.raw, 'document') ?? null) !== null;
  return {
    name,
    title: fields.optionalText(object, 'title') ?? name,
    ...(versionHeader === undefined ? {} : { versionHeader }),
    ...(output === undefined ? {} : { output: outputFolder(fields, object, output) }),
    versions: isSingle ? [theDocument(fields, object)] : new VersionFields(fields, true).read(object),
    ...readClientFields(fields, object),
    isSingle,
    path,
    folder: '.',
  };
}

/** What an API without versions consists of. */
function theDocument(fields: ConfigFields, object: ConfigObject): ApiVersion {
  if ((field(object.raw, 'versions') ?? null) !== null) {
    fields.fault([...object.path, 'versions'], 'versions', 'An API has either a "document" or "versions".');
  }
  const at = [...object.path, 'document'];
  return {
    version: 'current',
    label: 'current',
    kind: 'stable',
    file: confined(fields, at, fields.text(object, 'document')),
    overlays: filesOf(fields, object, 'overlays'),
    editions: [],
  };
}

/** Without what leads nowhere, so that a folder has one name. */
function outputFolder(fields: ConfigFields, object: ConfigObject, output: string): string {
  const folder = confined(fields, [...object.path, 'output'], output)
    .split(/[\\/]/)
    .filter((step) => step !== '' && step !== '.')
    .join('/');
  if (folder === '') fields.fault([...object.path, 'output'], 'output', '"output" must be a folder of its own.');
  return folder;
}

function refuseDouble(
  fields: ConfigFields,
  object: ConfigObject,
  key: 'name' | 'output',
  value: string,
  seen: Map<string, string>,
): void {
  if (value === '') return;
  const id = `${key} ${value.toLowerCase()}`;
  const other = seen.get(id);
  if (other === undefined) {
    seen.set(id, value);
    return;
  }
  const path = (field(object.raw, key) ?? null) === null ? object.path : [...object.path, key];
  fields.fault(path, 'duplicate', `The ${key} "${value}" is used twice.`);
}
