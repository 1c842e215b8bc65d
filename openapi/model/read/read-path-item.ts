import type { Json } from '../../source/json.js';
import type { Origin } from '../../source/origin.js';
import { isHttpToken } from '../http-token.js';
import type { Operation, PathItem } from '../operation.js';
import type { DocumentReader } from './document-reader.js';
import { Fields } from './fields.js';
import type { Inherited } from './inherited.js';
import { operationOf } from './read-operation.js';
import { mergeParameters, readParameters } from './read-parameter.js';
import { readServers } from './read-server.js';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'] as const;
const METHOD_KEYS: ReadonlySet<string> = new Set(METHODS);
const FIELDS = ['$ref', 'summary', 'description', 'servers', 'parameters', 'additionalOperations', ...METHODS];

/** Methods the browser's fetch refuses; a client cannot offer them. */
const UNCALLABLE = new Set(['CONNECT', 'TRACE', 'TRACK']);

/**
 * Reads a Path Item Object. Fields beside its `$ref` are read too: the referenced item fills in what they leave open, and
 * path-level parameters and servers hold for the operations of both.
 */
export function readPathItem(
  reader: DocumentReader,
  raw: Json,
  origin: Origin,
  inherited: Omit<Inherited, 'serversFrom'> & { readonly serversFrom?: 'path' | 'document' },
): PathItem | undefined {
  const own = Fields.of(reader.context, raw, origin, 'A path item');
  if (own === undefined) return undefined;
  own.expectOnly(FIELDS);
  for (const key of ['summary', 'description']) own.note(key);
  const target = own.get('$ref') === undefined ? undefined : Fields.behind(reader.context, raw, origin, 'A path item');
  const layers = target === undefined ? [own] : [own, target];
  const servers = readServers(own) ?? (target && readServers(target));
  const shared: Inherited = {
    ...inherited,
    parameters: mergeParameters(
      target === undefined ? [] : readParameters(reader, target),
      readParameters(reader, own),
    ),
    servers: servers ?? inherited.servers,
    serversFrom: servers === undefined ? (inherited.serversFrom ?? 'document') : 'path',
  };
  const operations: Operation[] = [];
  const taken = new Set<string>();
  for (const fields of layers) {
    fields.since('3.2', 'additionalOperations');
    const add = (method: string, value: Json, at: Origin): void => {
      if (taken.has(method)) return;
      taken.add(method);
      const operation = operationOf(reader, method, value, at, shared);
      if (operation !== undefined) operations.push(operation);
    };
    for (const key of Object.keys(fields.raw)) {
      const value = fields.get(key);
      if (value === undefined || !METHOD_KEYS.has(key)) continue;
      if (key === 'query' && reader.context.line !== '3.2') {
        reader.context.warn('newer-field', fields.origin.at(key), 'The method "query" exists since OpenAPI 3.2.', true);
      }
      add(key.toUpperCase(), value, fields.origin.at(key));
    }
    for (const { name, raw: value, origin: at } of fields.entries('additionalOperations')) {
      if (isAdditionalMethod(reader, name, at)) add(name, value, at);
    }
  }
  const extensions = new Map(layers.reverse().flatMap((fields) => [...fields.extensions()]));
  return { origin, path: inherited.path, operations, extensions };
}

/** Path Item Object of OpenAPI 3.2, `additionalOperations`: any token that has no field of its own. */
function isAdditionalMethod(reader: DocumentReader, name: string, origin: Origin): boolean {
  if (!isHttpToken(name)) {
    reader.context.fault(
      'method',
      origin,
      'This is not an HTTP method: a method is a word without spaces or brackets.',
      true,
    );
    return false;
  }
  if (METHODS.some((method) => method.toUpperCase() === name)) {
    const message = `The method "${name}" has a field of its own, "${name.toLowerCase()}". Move it there.`;
    reader.context.fault('method', origin, message, true);
    return false;
  }
  if (UNCALLABLE.has(name)) {
    reader.context.warn('method-uncallable', origin, `Browsers refuse to send "${name}".`, true);
  }
  return true;
}
