import type { Json } from '../../source/json.js';
import type { Origin } from '../../source/origin.js';
import { isHttpToken } from '../http-token.js';
import type { Operation, PathItem } from '../operation.js';
import type { DocumentReader } from './document-reader.js';
import { Fields } from './fields.js';
import type { Inherited, PathPlace, Shared } from './inherited.js';
import { operationOf } from './read-operation.js';
import { mergeParameters, readParameters } from './read-parameter.js';
import { readServers } from './read-server.js';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'] as const;
const METHOD_OF: ReadonlyMap<string, string> = new Map(METHODS.map((key) => [key, key.toUpperCase()]));
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
  { kind, path, names }: PathPlace,
  shared: Shared,
): PathItem | undefined {
  const own = Fields.of(reader.context, raw, origin, 'A path item');
  if (own === undefined) return undefined;
  own.expectOnly(FIELDS);
  own.note('summary');
  own.note('description');
  const target = own.get('$ref') === undefined ? undefined : Fields.behind(reader.context, raw, origin, 'A path item');
  const servers = readServers(own) ?? (target && readServers(target));
  const inherited: Inherited = {
    kind,
    path,
    names,
    parameters: mergeParameters(
      target === undefined ? [] : readParameters(reader, target),
      readParameters(reader, own),
    ),
    servers: servers ?? shared.servers,
    serversFrom: servers === undefined ? (shared.serversFrom ?? 'document') : 'path',
    security: shared.security,
    schemes: shared.schemes,
  };
  if (target === undefined) {
    return { origin, path, operations: readOperations(reader, own, inherited), extensions: own.extensions() };
  }
  const taken = new Set<string>();
  const operations = readOperations(reader, own, inherited, taken);
  operations.push(...readOperations(reader, target, inherited, taken));
  return { origin, path, operations, extensions: new Map([...target.extensions(), ...own.extensions()]) };
}

/** @param taken methods that are not to be read again */
function readOperations(
  reader: DocumentReader,
  fields: Fields,
  inherited: Inherited,
  taken?: Set<string>,
): Operation[] {
  const operations: Operation[] = [];
  const add = (method: string, value: Json, at: Origin): void => {
    if (taken?.has(method) === true) return;
    taken?.add(method);
    const operation = operationOf(reader, method, value, at, inherited);
    if (operation !== undefined) operations.push(operation);
  };
  for (const key in fields.raw) {
    const method = METHOD_OF.get(key);
    const value = method === undefined ? undefined : fields.get(key);
    if (method === undefined || value === undefined) continue;
    if (key === 'query' && reader.context.line !== '3.2') {
      reader.context.warn('newer-field', fields.origin.at(key), 'The method "query" exists since OpenAPI 3.2.', true);
    }
    add(method, value, fields.origin.at(key));
  }
  if (fields.get('additionalOperations') === undefined) return operations;
  fields.since('3.2', 'additionalOperations');
  for (const { name, raw, origin } of fields.entries('additionalOperations')) {
    if (isAdditionalMethod(reader, name, origin)) add(name, raw, origin);
  }
  return operations;
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
