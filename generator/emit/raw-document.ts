import type { Operation } from '../../openapi/model/operation.js';
import { WEBHOOK_SECTIONS } from '../../openapi/resolve/webhook-sections.js';
import { field, isArray, isObject, type Json, type JsonObject } from '../../openapi/source/json.js';
import { formatPointer, parsePointer } from '../../openapi/source/pointer.js';

/** Where a local reference leads. */
export interface Target {
  /** In one spelling, whatever the reference looked like. */
  readonly pointer: readonly string[];
  readonly value: Json;
}

/** An Operation Object and the Path Item Object around it. */
export interface RawOperation {
  readonly item: JsonObject;
  readonly value: JsonObject;
}

const FIXED_METHODS: ReadonlySet<string> = new Set([
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'query',
]);

/** A bundled document as plain JSON: all its references are local. */
export class RawDocument {
  readonly root: JsonObject;

  constructor(root: JsonObject) {
    this.root = root;
  }

  /** What a local reference names, or `undefined` when it names nothing. References on the way are followed. */
  target(reference: string): Target | undefined {
    const hash = reference.indexOf('#');
    const pointer = hash < 0 ? undefined : parsePointer(reference.slice(hash + 1));
    return pointer === undefined ? undefined : this.#walk(pointer, 0);
  }

  #walk(pointer: readonly string[], hops: number): Target | undefined {
    let value: Json = this.root;
    for (const [index, segment] of pointer.entries()) {
      const next = step(value, segment);
      if (next !== undefined) {
        value = next;
        continue;
      }
      const through = hops < 100 ? referenceOf(value) : undefined;
      const segments = through === undefined ? undefined : parsePointer(through.slice(through.indexOf('#') + 1));
      return segments && this.#walk([...segments, ...pointer.slice(index)], hops + 1);
    }
    return { pointer, value };
  }

  /** `value`, or the object its reference leads to. Meant for everything but schemas. */
  follow(value: Json | undefined): JsonObject | undefined {
    let current = value;
    for (let hops = 0; hops < 100; hops++) {
      const reference = referenceOf(current);
      if (reference === undefined) break;
      current = this.target(reference)?.value;
    }
    return isObject(current) ? current : undefined;
  }

  /** The name of `#/components/<kind>/<name>` when `value` is a reference to it and it exists. */
  component(kind: string, value: Json | undefined): string | undefined {
    const reference = referenceOf(value);
    if (reference === undefined) return undefined;
    const [root, folder, name, ...rest] = parsePointer(reference.slice(reference.indexOf('#') + 1)) ?? [];
    if (root !== 'components' || folder !== kind || name === undefined || rest.length > 0) return undefined;
    return isObject(this.components(kind)) && Object.hasOwn(this.components(kind), name) ? name : undefined;
  }

  components(kind: string): JsonObject {
    const components = field(this.root, 'components');
    const entries = isObject(components) ? field(components, kind) : undefined;
    return isObject(entries) ? entries : {};
  }

  /** The Operation Object of an operation of `paths` or `webhooks`, and the Path Item Object around it. */
  operation(operation: Operation): RawOperation | undefined {
    for (const section of operation.kind === 'webhook' ? WEBHOOK_SECTIONS : ['paths']) {
      const items = field(this.root, section);
      const item = isObject(items) ? field(items, operation.path) : undefined;
      if (item !== undefined) return this.operationOf(item, operation.method);
    }
    return undefined;
  }

  /** The Parameter Objects of an operation, then those of its path, references followed. */
  parameters(raw: RawOperation | undefined): JsonObject[] {
    return [raw?.value, raw?.item].flatMap((holder) => {
      const list = holder === undefined ? undefined : field(holder, 'parameters');
      return isArray(list) ? list.map((each) => this.follow(each)).filter(isObject) : [];
    });
  }

  operationOf(pathItem: Json | undefined, method: string): RawOperation | undefined {
    const target = this.follow(pathItem);
    if (target === undefined) return undefined;
    const item = isObject(pathItem) && pathItem !== target ? { ...target, ...pathItem } : target;
    const fixed = method === method.toUpperCase() && FIXED_METHODS.has(method.toLowerCase());
    const own = fixed ? this.follow(field(item, method.toLowerCase())) : undefined;
    const additional = field(item, 'additionalOperations');
    const value = own ?? (isObject(additional) ? this.follow(field(additional, method)) : undefined);
    return value === undefined ? undefined : { item, value };
  }
}

/** The text of `$ref`. */
export function referenceOf(value: Json | undefined): string | undefined {
  const reference = isObject(value) ? field(value, '$ref') : undefined;
  return typeof reference === 'string' ? reference : undefined;
}

/** `#/components/schemas/<name>`, percent-encoding undone. */
export function pointerText(pointer: readonly string[]): string {
  return formatPointer(pointer);
}

function step(value: Json, segment: string): Json | undefined {
  if (isObject(value)) return field(value, segment);
  return Array.isArray(value) && /^\d+$/.test(segment) ? value[Number(segment)] : undefined;
}
