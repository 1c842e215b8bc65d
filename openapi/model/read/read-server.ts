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
    variable.note('description');
    const [fallback, values] = [readDefault(variable), variable.strings('enum')];
    variables.set(entry.name, { default: fallback, enum: values });
    if (values.length === 0 && variable.get('enum') !== undefined) {
      const message = `The "enum" of the server variable "${entry.name}" is empty; any value is taken as allowed.`;
      context.warn('server-variable', variable.origin.at('enum'), message);
    }
    if (values.length === 0 || values.includes(fallback) || variable.get('default') === undefined) continue;
    const message = `The default "${fallback}" is not in the "enum" of the server variable "${entry.name}".`;
    context.warn('server-variable', variable.origin, message);
  }
  warnAboutTemplate(fields, variables);
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

/** Every name in braces is a variable with a default (Server Object, `url`); without one no address can be made. */
function warnAboutTemplate(fields: Fields, variables: ReadonlyMap<string, ServerVariable>): void {
  const url = fields.get('url');
  if (typeof url !== 'string') return;
  const names = [...url.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
  const unknown = [...new Set(names)].filter((name) => !variables.has(name));
  if (unknown.length === 0) return;
  const listed = unknown.map((name) => `"{${name}}"`).join(', ');
  const message = `The server variable ${listed} is not declared. Add it to "variables" with a default.`;
  fields.context.warn('server-variable', fields.origin.at('url'), message);
}
