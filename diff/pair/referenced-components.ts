import type { ApiDocument } from '../../openapi/model/document.js';
import { WEBHOOK_SECTIONS } from '../../openapi/resolve/webhook-sections.js';
import { field, isArray, isObject, type Json } from '../../openapi/source/json.js';
import { parsePointer } from '../../openapi/source/pointer.js';

/**
 * The names of the component schemas that operations and webhooks lead to by references, through whatever else stands between
 * them. What a component says counts there, also where it is only one of several schemas that hold together.
 */
export function referencedComponents(document: ApiDocument): ReadonlySet<string> {
  const root = document.root ?? document.bundled;
  const found = new Set<string>();
  const seen = new Set<string>();
  const queue: (Json | undefined)[] = ['paths', ...WEBHOOK_SECTIONS].map((section) => field(root, section));
  const add = (value: Json | undefined): void => {
    if (typeof value === 'object' && value !== null) queue.push(value);
  };
  while (queue.length > 0) {
    const value = queue.pop();
    if (isArray(value)) for (const item of value) add(item);
    else if (isObject(value)) {
      // `for … in` is twice as fast as a list of keys, and objects of documents inherit nothing that it would list.
      for (const key in value) add(value[key]);
      const ref = field(value, '$ref');
      if (typeof ref !== 'string' || !ref.startsWith('#') || seen.has(ref)) continue;
      seen.add(ref);
      const segments = parsePointer(ref.slice(1)) ?? [];
      const [components, kind, name] = segments;
      if (components === 'components' && kind === 'schemas' && name !== undefined) found.add(name);
      add(at(root, segments));
    }
  }
  return found;
}

function at(root: Json, segments: readonly string[]): Json | undefined {
  let value: Json | undefined = root;
  for (const segment of segments) {
    if (isArray(value)) value = value[Number(segment)];
    else value = isObject(value) ? field(value, segment) : undefined;
  }
  return value;
}
