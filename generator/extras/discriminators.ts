import { field, isArray, isObject, type Json, type JsonObject } from '../../openapi/source/json.js';
import { type RawDocument, referenceOf } from '../emit/raw-document.js';
import { statedTags } from '../emit/schema-tags.js';

/** The property that tells a schema from others, and what it holds. */
export interface Tag {
  readonly property: string;
  readonly value: string;
}

type Alternative = readonly [tag: string, target: JsonObject];

/** What the discriminators of a document say of its schemas. */
export class Discriminators {
  readonly #document: RawDocument;
  readonly #tags = new Map<JsonObject, Tag>();
  /** As the mapping of a base says. */
  readonly #inherited = new Map<JsonObject, Tag>();
  /** By Discriminator Object, which a schema keeps when it is put together with others. */
  readonly #known = new Map<Json | undefined, readonly Alternative[]>();

  constructor(document: RawDocument) {
    this.#document = document;
    // What the mapping of a base says holds for unions of its heirs that have none.
    const all = discriminated(document.root);
    const bases = new Set(all.filter((schema) => isObject(mappingOf(schema)) && !isUnion(schema)));
    for (const schema of new Set([...bases, ...all])) {
      const property = propertyOf(schema);
      if (property === undefined) continue;
      for (const [value, target] of this.#alternatives(schema, property)) {
        if (!this.#tags.has(target)) this.#tags.set(target, { property, value });
        if (bases.has(schema) && !this.#inherited.has(target)) this.#inherited.set(target, { property, value });
      }
    }
  }

  /** Absent: nothing tells it apart. */
  tagOf(schema: JsonObject): Tag | undefined {
    return this.#tags.get(schema);
  }

  /** What tells an alternative from the others of a union. Absent: nothing does. */
  tagIn(union: JsonObject, alternative: Json): Tag | undefined {
    const property = propertyOf(union);
    const target = this.#document.target(referenceOf(alternative) ?? '')?.value;
    if (property === undefined) return undefined;
    const [value] = this.#alternatives(union, property).find(([, each]) => each === target) ?? [];
    return value === undefined ? undefined : { property, value };
  }

  /** The alternative that a value says it is of; `undefined` for one that says none. */
  chosen(union: JsonObject, value: JsonObject): JsonObject | undefined {
    const property = propertyOf(union);
    const tag = property === undefined ? undefined : field(value, property);
    if (property === undefined || typeof tag !== 'string') return undefined;
    return this.#alternatives(union, property).find(([each]) => each === tag)?.[1];
  }

  #alternatives(schema: JsonObject, property: string): readonly Alternative[] {
    const discriminator = field(schema, 'discriminator');
    const known = this.#known.get(discriminator) ?? this.#find(schema, property);
    this.#known.set(discriminator, known);
    return known;
  }

  /** As the mapping says, else as the schemas say themselves, else by their names. */
  #find(schema: JsonObject, property: string): readonly Alternative[] {
    const found: [string, JsonObject][] = [];
    const mapped = new Set<JsonObject>();
    const add = (reference: string, tags: readonly string[]): void => {
      const target = this.#document.target(reference)?.value;
      if (!isObject(target)) return;
      for (const tag of tags) found.push([tag, target]);
      if (tags.length > 0) mapped.add(target);
    };
    const mapping = mappingOf(schema);
    const schemas = this.#document.components('schemas');
    for (const [tag, text] of isObject(mapping) ? Object.entries(mapping) : []) {
      if (typeof text !== 'string') continue;
      add(Object.hasOwn(schemas, text) ? `#/components/schemas/${escaped(text)}` : text, [tag]);
    }
    for (const { reference, tags } of statedTags(this.#document, schema, property)) {
      const target = this.#document.target(reference)?.value;
      if (isObject(target) && mapped.has(target)) continue;
      const known = isObject(target) ? this.#inherited.get(target) : undefined;
      const name =
        known?.property === property ? known.value : this.#document.component('schemas', { $ref: reference });
      add(reference, tags.length > 0 ? tags : [name ?? '']);
    }
    for (const [name, heir] of Object.entries(schemas)) {
      if (isObject(heir) && !mapped.has(heir) && this.#inherits(heir, schema)) found.push([name, heir]);
    }
    return found;
  }

  #inherits(heir: JsonObject, base: JsonObject): boolean {
    const parts = field(heir, 'allOf');
    return isArray(parts) && parts.some((part) => this.#document.target(referenceOf(part) ?? '')?.value === base);
  }
}

function propertyOf(schema: JsonObject): string | undefined {
  const discriminator = field(schema, 'discriminator');
  const property = isObject(discriminator) ? field(discriminator, 'propertyName') : undefined;
  return typeof property === 'string' ? property : undefined;
}

function isUnion(schema: JsonObject): boolean {
  return isArray(field(schema, 'oneOf')) || isArray(field(schema, 'anyOf'));
}

function mappingOf(schema: JsonObject): Json | undefined {
  const discriminator = field(schema, 'discriminator');
  return isObject(discriminator) ? field(discriminator, 'mapping') : undefined;
}

/** Every object of a document that has a discriminator. */
function discriminated(root: JsonObject): JsonObject[] {
  const found: JsonObject[] = [];
  const waiting: (Json | undefined)[] = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (isArray(value)) for (const item of value) waiting.push(item);
    if (!isObject(value)) continue;
    if (propertyOf(value) !== undefined) found.push(value);
    for (const item of Object.values(value)) waiting.push(item);
  }
  return found;
}

function escaped(name: string): string {
  return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}
