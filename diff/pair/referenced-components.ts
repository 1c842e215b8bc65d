import type { ApiDocument } from '../../openapi/model/document.js';
import { isData, isNameMap } from '../../openapi/resolve/members.js';
import { WEBHOOK_SECTIONS } from '../../openapi/resolve/webhook-sections.js';
import { field, isArray, isObject, type Json, type JsonObject } from '../../openapi/source/json.js';
import { parsePointer } from '../../openapi/source/pointer.js';

/**
 * Tells whether operations and webhooks of all documents lead to the component schema of a name by references, through whatever else
 * stands between them. What a component says counts there, also where it is only one of several schemas that hold together.
 */
export function referencedComponents(documents: readonly ApiDocument[]): (name: string) => boolean {
  const known = new Map<JsonObject, readonly string[]>();
  const found = new Map<ApiDocument, ReadonlySet<string>>();
  // Most pairs of documents have nothing of which this has to be asked, and the answer of one document may be enough.
  return (name) =>
    documents.every((document) => {
      const names = found.get(document) ?? componentsFrom(document.root ?? document.bundled, known);
      found.set(document, names);
      return names.has(name);
    });
}

/** @param known the references in objects that were looked through, for versions of a document share most of them */
function componentsFrom(root: JsonObject, known: Map<JsonObject, readonly string[]>): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const queue = ['paths', ...WEBHOOK_SECTIONS].flatMap((section) => Object.values(field(root, section) ?? {}));
  while (queue.length > 0) {
    const value = queue.pop();
    for (const ref of isObject(value) ? referencesIn(value, known) : []) {
      if (seen.has(ref)) continue;
      seen.add(ref);
      const segments = parsePointer(ref.slice(1)) ?? [];
      const [components, kind, name] = segments;
      if (components === 'components' && kind === 'schemas' && name !== undefined) found.add(name);
      queue.push(at(root, segments));
    }
  }
  return found;
}

function referencesIn(value: JsonObject, known: Map<JsonObject, readonly string[]>): readonly string[] {
  const before = known.get(value);
  if (before !== undefined) return before;
  const references: string[] = [];
  collect(value, references);
  known.set(value, references);
  return references;
}

/**
 * In the order in which the values lie in memory, which is several times faster than level by level.
 * @param hasNames whether the keys are names chosen by the author, which may look like words of the specification
 */
function collect(value: JsonObject | readonly Json[], references: string[], hasNames = false): void {
  if (isArray(value)) {
    for (const item of value) if (typeof item === 'object' && item !== null) collect(item, references);
    return;
  }
  // `for … in` is twice as fast as a list of keys, and objects of documents inherit nothing that it would list.
  for (const key in value) {
    const member = value[key];
    if (typeof member === 'object' && member !== null) {
      // Examples may be most of a document, and data refers to nothing.
      if (hasNames || !isData(key)) collect(member, references, !hasNames && isNameMap(key));
    } else if (key === '$ref' && typeof member === 'string' && member.startsWith('#')) {
      references.push(member);
    }
  }
}

function at(root: Json, segments: readonly string[]): Json | undefined {
  let value: Json | undefined = root;
  for (const segment of segments) {
    if (isArray(value)) value = value[Number(segment)];
    else value = isObject(value) ? field(value, segment) : undefined;
  }
  return value;
}
