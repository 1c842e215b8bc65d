import type { Json } from '../../source/json.js';
import type { Origin } from '../../source/origin.js';
import type { Link, Operation } from '../operation.js';
import type { DocumentReader } from './document-reader.js';
import { Fields } from './fields.js';
import { readServer } from './read-server.js';

const NO_LINKS: ReadonlyMap<string, Link> = new Map();

/** Reads a `links` map. */
export function readLinks(reader: DocumentReader, owner: Fields): ReadonlyMap<string, Link> {
  if (owner.get('links') === undefined) return NO_LINKS;
  const links = new Map<string, Link>();
  for (const { name, raw, origin } of owner.entries('links')) {
    const link = readLink(reader, raw, origin);
    if (link !== undefined) links.set(name, link);
  }
  return links;
}

function readLink(reader: DocumentReader, raw: Json, origin: Origin): Link | undefined {
  const fields = Fields.behind(reader.context, raw, origin, 'A link');
  if (fields === undefined) return undefined;
  const operationId = fields.string('operationId');
  const operationRef = fields.string('operationRef');
  if (operationId !== undefined) reader.linkedIds.push({ id: operationId, origin: fields.origin.at('operationId') });
  if ((operationId === undefined) === (operationRef === undefined)) {
    const found = operationId === undefined ? 'neither' : 'both';
    const message = `A link names its operation by "operationId" or by "operationRef"; this one has ${found}.`;
    reader.context.warn('link-target', fields.origin, message);
  }
  fields.note('description');
  const requestBody = fields.get('requestBody');
  const server = fields.get('server');
  const linkServer = server === undefined ? undefined : readServer(reader.context, server, fields.origin.at('server'));
  return {
    origin: fields.origin,
    ...(operationId === undefined ? {} : { operationId }),
    ...(operationRef === undefined ? {} : { operationRef }),
    parameters: new Map(fields.entries('parameters').map((entry) => [entry.name, entry.raw])),
    ...(requestBody === undefined ? {} : { requestBody }),
    ...(linkServer === undefined ? {} : { server: linkServer }),
  };
}

/** Warns about links to operations that are not there. */
export function warnAboutLinks(reader: DocumentReader, operations: readonly Operation[]): void {
  if (reader.linkedIds.length === 0) return;
  const ids = new Set<string>();
  const pending = [...operations];
  for (let operation = pending.pop(); operation !== undefined; operation = pending.pop()) {
    if (operation.id !== undefined) ids.add(operation.id);
    for (const callback of operation.callbacks) pending.push(...callback.operations);
  }
  for (const { id, origin } of reader.linkedIds) {
    if (ids.has(id)) continue;
    reader.context.warn('link-target', origin, `No operation has the operationId "${id}".`);
  }
}
