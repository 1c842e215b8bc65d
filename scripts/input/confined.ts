import type { ConfigFields, ConfigObject } from './config-fields.js';

/** A path that must not lead out of the folder of its configuration: a file of somebody else reads and writes only there. */
export function confined(fields: ConfigFields, path: readonly string[], file: string): string {
  if (/^[/\\]|^[a-z]:/i.test(file) || file.split(/[\\/]/).includes('..')) {
    const what = path.findLast((step) => !/^\d+$/.test(step));
    fields.fault(path, 'outside', `"${what}" must lie in the folder of this file.`);
  }
  return file;
}

/** The files of a list that may be absent. */
export function filesOf(fields: ConfigFields, object: ConfigObject, key: string): readonly string[] {
  return fields.list(object, key).flatMap(({ raw, path }) => {
    if (typeof raw === 'string' && raw.trim() !== '') return [confined(fields, path, raw)];
    fields.fault(path, 'type', `A file of "${key}" must be text.`);
    return [];
  });
}
