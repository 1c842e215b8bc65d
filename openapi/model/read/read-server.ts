import type { Json } from '../../source/json.js';
import type { Origin } from '../../source/origin.js';
import type { Server, ServerVariable } from '../server.js';
import type { ReadContext } from './context.js';
import { Fields } from './fields.js';

/** Reads `servers`, or `undefined` when the field is absent or empty, which mean the same. */
export function readServers(owner: Fields): readonly Server[] | undefined {
  if (owner.get('servers') === undefined) return undefined;
  const servers: Server[] = [];
  for (const { raw, origin } of owner.list('servers')) {
    const server = readServer(owner.context, raw, origin);
    if (server !== undefined) servers.push(server);
  }
  return servers.length === 0 ? undefined : servers;
}

export function readServer(context: ReadContext, raw: Json, origin: Origin): Server | undefined {
  const fields = Fields.of(context, raw, origin, 'A server');
  if (fields === undefined) return undefined;
  const variables = new Map<string, ServerVariable>();
  for (const entry of fields.entries('variables')) {
    const variable = Fields.of(context, entry.raw, entry.origin, 'A server variable');
    if (variable === undefined) continue;
    variables.set(entry.name, { default: readDefault(variable), enum: variable.strings('enum') });
  }
  const name = fields.string('name');
  const description = fields.string('description');
  return {
    origin,
    url: fields.requiredString('url'),
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    variables,
  };
}

/** Ports and versions are often written as numbers. */
function readDefault(variable: Fields): string {
  const value = variable.get('default');
  if (typeof value === 'number') {
    variable.context.warn(
      'number-as-text',
      variable.origin.at('default'),
      '"default" must be a string; the number is read as one.',
    );
    return String(value);
  }
  return variable.requiredString('default');
}
