import { WEBHOOK_SECTIONS } from '../../resolve/webhook-sections.js';
import { field, isObject } from '../../source/json.js';
import type { Origin } from '../../source/origin.js';
import { pathIdentity } from '../identity.js';
import type { Operation, PathItem } from '../operation.js';
import type { DocumentReader } from './document-reader.js';
import type { Fields } from './fields.js';
import type { Shared } from './inherited.js';
import { readPathItem } from './read-path-item.js';
import { NO_NAMES, templateNames } from './read-path-parameters.js';

/** What the template of a path cannot hold, its names erased. */
const ODD_TEMPLATE = /[?#]|\{(?!\})|(?<!\{)\}/;

/** Reads `paths`. */
export function readPaths(reader: DocumentReader, root: Fields, shared: Shared): readonly PathItem[] {
  const items: PathItem[] = [];
  const byPath = new Map<string, PathItem>();
  const conflicting = new Map<string, Map<string, Operation>>();
  for (const { name, raw, origin } of root.entries('paths', false)) {
    if (!name.startsWith('/')) {
      reader.context.fault('path', origin, `The path "${name}" must begin with "/".`, true);
      continue;
    }
    const path = pathIdentity(name);
    const listed = templateNames(name);
    const names = new Set(listed);
    if (ODD_TEMPLATE.test(path) || names.size < listed.length) warnAboutTemplate(reader, name, origin);
    const item = readPathItem(reader, raw, origin, { kind: 'operation', path: name, names }, shared);
    if (item === undefined) continue;
    items.push(item);
    const first = byPath.get(path);
    if (first === undefined) {
      byPath.set(path, item);
      continue;
    }
    const methods =
      conflicting.get(path) ?? new Map(first.operations.map((operation) => [operation.method, operation]));
    conflicting.set(path, methods);
    for (const operation of item.operations) {
      const before = methods.get(operation.method);
      if (before === undefined) {
        methods.set(operation.method, operation);
      } else {
        const message = `"${name}" and "${before.path}" are the same path with other parameter names, and both have ${operation.method}. Keep one of them.`;
        reader.context.fault('path-conflict', origin, message, true);
      }
    }
  }
  return items;
}

/** Reads the webhooks in the given fields of a document; a name in several of them is that of the first. */
export function readWebhooks(
  reader: DocumentReader,
  root: Fields,
  sections: readonly string[],
  shared: Shared,
): readonly PathItem[] {
  const items = new Map<string, PathItem>();
  for (const { name, raw, origin } of sections.flatMap((section) => root.entries(section))) {
    if (items.has(name)) continue;
    const item = readPathItem(reader, raw, origin, { kind: 'webhook', path: name, names: NO_NAMES }, shared);
    if (item !== undefined) items.set(name, item);
  }
  return [...items.values()];
}

/** The fields in which a document has webhooks. An extension of that name may hold something else, which is no fault. */
export function webhookSections(root: Fields): readonly string[] {
  return WEBHOOK_SECTIONS.filter((section) => {
    const items = root.get(section);
    if (items === undefined || section === 'webhooks') return items !== undefined;
    return isObject(items) && Object.keys(items).every((name) => isObject(field(items, name) ?? null));
  });
}

/** An operationId names one operation; generators and links rely on it. */
export function warnAboutSharedIds(reader: DocumentReader, operations: readonly Operation[]): void {
  const byId = new Map<string, Operation>();
  for (const operation of operations) {
    if (operation.id === undefined) continue;
    const before = byId.get(operation.id);
    if (before === undefined) byId.set(operation.id, operation);
    else {
      const message = `The operationId "${operation.id}" is also that of ${before.method} ${before.path}.`;
      reader.context.warn('duplicate-operation-id', operation.origin.at('operationId'), message);
    }
  }
}

/** What a path template cannot hold (OpenAPI 3.2, "Path Templating"); it is read as far as it goes. */
function warnAboutTemplate(reader: DocumentReader, path: string, origin: Origin): void {
  const rest = path.replaceAll(/\{[^{}]*\}/g, '');
  const names = templateNames(path);
  const seen = new Set<string>();
  const twice = names.find((name) => seen.size === seen.add(name).size);
  const message = /[{}]/.test(rest)
    ? `The braces in the path "${path}" do not pair up.`
    : /[?#]/.test(rest)
      ? `The path "${path}" holds "?" or "#", which end a path. Describe a query by parameters.`
      : twice !== undefined
        ? `"{${twice}}" stands twice in the path "${path}"; both get one value.`
        : undefined;
  if (message !== undefined) reader.context.warn('path-template', origin, message, true);
}
