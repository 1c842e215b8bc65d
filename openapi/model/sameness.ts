import { isData, isNameMap } from '../resolve/members.js';
import { field, isObject, type Json, type JsonObject } from '../source/json.js';
import type { ApiDocument } from './document.js';
import type { Header, MediaType, Operation, PathItem, RequestBody, Response } from './operation.js';
import type { Schema } from './schema.js';

/** An element whose whole meaning is its own text, what that refers to, and what it inherits from its document. */
export type Comparable = Schema | PathItem | Operation | RequestBody | Response | Header | MediaType;

const NOTHING: ReadonlySet<string> = new Set();
const PATH_LEVEL = ['$ref', 'parameters', 'servers'] as const;
/** Maps by name in which no reference is looked for elsewhere. */
const NAME_MAPS: ReadonlySet<string> = new Set(['links', 'variables', 'additionalOperations', 'dependentRequired']);
/** What holds names deeper inside; nothing in it is ignored. */
const NAMES_WITHIN: ReadonlySet<string> = new Set(['callbacks', 'security', 'flows', 'discriminator']);
const BESIDE_NULLABLE = ['$ref', 'allOf', 'anyOf', 'oneOf', 'not'] as const;
const DOCUMENT_LEVEL = ['servers', 'security', 'jsonSchemaDialect'] as const;

/**
 * Tells quickly that two elements of two documents mean the same, so that nobody has to read and compare them: their text is
 * equal, what it refers to is the same, and so is all that they inherit. `false` says nothing: they may still mean the same.
 */
export class Sameness {
  readonly #base: JsonObject | undefined;
  readonly #revision: JsonObject | undefined;
  readonly #inherit: boolean;
  readonly #ignored: ReadonlySet<string>;
  #components: ReadonlySet<string> | undefined;

  /** @param ignored fields that mean nothing to the caller, as `description`; never names that look like them, nor data */
  constructor(base: ApiDocument, revision: ApiDocument, ignored: ReadonlySet<string> = NOTHING) {
    this.#ignored = ignored;
    const isSure = base.root !== undefined && revision.root !== undefined && base.line === revision.line;
    this.#base = isSure ? base.root : undefined;
    this.#revision = isSure ? revision.root : undefined;
    this.#inherit = isSure && inheritTheSame(base.root, revision.root);
  }

  same(base: Comparable, revision: Comparable): boolean {
    if (this.#base === undefined || this.#revision === undefined) return false;
    if ('kind' in base && base.kind === 'schema') {
      return 'kind' in revision && revision.kind === 'schema' && this.#sameSchema(base, revision);
    }
    if (!this.#sameContext(base, revision)) return false;
    const before = rawAt(this.#base, base.origin.segments);
    const after = rawAt(this.#revision, revision.origin.segments);
    return before !== undefined && after !== undefined && this.#sameText(before, after);
  }

  /**
   * Whether what operations state themselves under a field means the same. `parameters` are what the path item states as well, and
   * mean the same on the same path only.
   */
  sameField(
    base: Operation,
    revision: Operation,
    key: 'parameters' | 'requestBody' | 'responses' | 'callbacks',
  ): boolean {
    const before = rawAt(this.#base, base.origin.segments);
    const after = rawAt(this.#revision, revision.origin.segments);
    if (before === undefined || after === undefined || !isObject(before) || !isObject(after)) return false;
    if (key === 'parameters' && !this.#samePathParameters(base, revision)) return false;
    return this.#sameText(field(before, key) ?? null, field(after, key) ?? null);
  }

  #samePathParameters(base: Operation, revision: Operation): boolean {
    const [before, after] = [this.#pathItemOf(base, this.#base), this.#pathItemOf(revision, this.#revision)];
    if (before === undefined || after === undefined || base.path !== revision.path) return false;
    const isSame = (key: string): boolean => this.#sameText(field(before, key) ?? null, field(after, key) ?? null);
    return isSame('parameters') && isSame('$ref');
  }

  /** A `nullable` beside other schemas is read as a union of two schemas, each with the text of the whole. */
  #sameSchema(base: Schema, revision: Schema): boolean {
    const { raw } = base;
    if (
      isObject(raw) &&
      field(raw, 'nullable') === true &&
      BESIDE_NULLABLE.some((key) => field(raw, key) !== undefined)
    )
      return false;
    return this.#sameText(base.raw, revision.raw);
  }

  #sameContext(base: Comparable, revision: Comparable): boolean {
    if ('path' in base) {
      if (!('path' in revision) || base.path !== revision.path || !this.#inherit) return false;
      if (!('method' in base)) return !('method' in revision);
      return 'method' in revision && this.#sameOperationContext(base, revision);
    }
    if (!('kind' in base && 'kind' in revision) || base.kind !== revision.kind) return false;
    return base.kind !== 'mediaType' || (revision.kind === 'mediaType' && base.name === revision.name);
  }

  #sameOperationContext(base: Operation, revision: Operation): boolean {
    if (base.kind !== revision.kind || base.method !== revision.method) return false;
    const [before, after] = [this.#pathItemOf(base, this.#base), this.#pathItemOf(revision, this.#revision)];
    if (before === undefined || after === undefined) return false;
    return PATH_LEVEL.every((key) => this.#sameText(field(before, key) ?? null, field(after, key) ?? null));
  }

  /** The path item an operation stands in, unless another one refers to it, which would add to what is inherited. */
  #pathItemOf({ kind, path, origin }: Operation, root: JsonObject | undefined): JsonObject | undefined {
    const [section, name, , ...rest] = origin.segments;
    if (root === undefined || name !== path || rest.length > 0) return undefined;
    if (section !== (kind === 'operation' ? 'paths' : 'webhooks')) return undefined;
    const item = rawAt(root, [section, name]);
    return item !== undefined && isObject(item) ? item : undefined;
  }

  #sameText(base: Json, revision: Json): boolean {
    const text = new TextComparison(this.#ignored);
    if (!text.equal(base, revision)) return false;
    this.#components ??= sameComponents(this.#base, this.#revision, this.#ignored);
    for (const reference of text.references) if (!this.#components.has(reference)) return false;
    return true;
  }
}

function inheritTheSame(base: JsonObject | undefined, revision: JsonObject | undefined): boolean {
  if (base === undefined || revision === undefined) return false;
  const schemes = (root: JsonObject): Json => rawAt(root, ['components', 'securitySchemes']) ?? null;
  const text = new TextComparison(NOTHING);
  const isEqual =
    DOCUMENT_LEVEL.every((key) => text.equal(field(base, key) ?? null, field(revision, key) ?? null, 'data')) &&
    text.equal(schemes(base), schemes(revision), 'data');
  return isEqual && text.references.size === 0;
}

/** The references to components that mean the same in both documents, with all that those refer to. */
function sameComponents(
  base: JsonObject | undefined,
  revision: JsonObject | undefined,
  ignored: ReadonlySet<string>,
): ReadonlySet<string> {
  const same = new Set<string>();
  const referrers = new Map<string, string[]>();
  const sections = base && field(base, 'components');
  for (const section of isObject(sections) ? Object.keys(sections) : []) {
    const before = rawAt(base, ['components', section]);
    const after = rawAt(revision, ['components', section]);
    if (!isObject(before) || !isObject(after)) continue;
    for (const name of Object.keys(before)) {
      // Such a name is spelt differently in a reference, or not at all.
      if (/[/~%]/.test(name)) continue;
      const comparison = new TextComparison(ignored);
      const other = field(after, name);
      if (other === undefined || !comparison.equal(field(before, name) ?? null, other)) continue;
      const text = `#/components/${section}/${name}`;
      same.add(text);
      for (const reference of comparison.references) {
        const known = referrers.get(reference);
        if (known === undefined) referrers.set(reference, [text]);
        else known.push(text);
      }
    }
  }
  // What refers to something that is not the same is not the same either, however far away.
  const pending = [...referrers.keys()].filter((reference) => !same.has(reference));
  for (let reference = pending.pop(); reference !== undefined; reference = pending.pop()) {
    for (const referrer of referrers.get(reference) ?? []) if (same.delete(referrer)) pending.push(referrer);
  }
  return same;
}

/** What the keys of an object are: words of the specification, names chosen by the author, or data. */
type Keys = 'words' | 'names' | 'data';

/** Compares text of two documents, the order of keys and ignored fields apart, and collects what it refers to. */
class TextComparison {
  readonly references = new Set<string>();
  readonly #ignored: ReadonlySet<string>;

  constructor(ignored: ReadonlySet<string>) {
    this.#ignored = ignored;
  }

  equal(base: Json, revision: Json, keys: Keys = 'words'): boolean {
    if (typeof base !== 'object' || typeof revision !== 'object' || base === null || revision === null) {
      return base === revision;
    }
    if (isObject(base)) return isObject(revision) && this.#equalMembers(base, revision, keys);
    if (isObject(revision) || base.length !== revision.length) return false;
    const inside = keys === 'names' ? 'words' : keys;
    for (let index = 0; index < base.length; index++) {
      if (!this.equal(base[index] ?? null, revision[index] ?? null, inside)) return false;
    }
    return true;
  }

  #equalMembers(base: JsonObject, revision: JsonObject, keys: Keys): boolean {
    const mayIgnore = keys === 'words';
    let more = 0;
    // `for … in` is twice as fast as a list of keys, and objects of documents inherit nothing that it would list.
    for (const _ in revision) more++;
    for (const key in base) {
      const before = base[key] ?? null;
      const after = key === '__proto__' ? field(revision, key) : revision[key];
      if (after !== undefined) more--;
      if (typeof before !== 'object' || before === null) {
        if (before !== after && !(mayIgnore && this.#ignored.has(key))) return false;
        if (key === '$ref' && typeof before === 'string') this.references.add(before);
      } else if (!mayIgnore || !this.#ignored.has(key)) {
        if (after === undefined || !this.equal(before, after, keysInside(keys, key))) return false;
        if (key === 'discriminator' && isObject(before)) addMapping(before, this.references);
      }
    }
    return more === 0 || (mayIgnore && this.#hasOnlyIgnored(base, revision));
  }

  /** Whether what the revision has and the base has not may be ignored. */
  #hasOnlyIgnored(base: JsonObject, revision: JsonObject): boolean {
    for (const key in revision) if (!Object.hasOwn(base, key) && !this.#ignored.has(key)) return false;
    return true;
  }
}

function keysInside(keys: Keys, key: string): Keys {
  if (keys !== 'words') return keys === 'names' ? 'words' : 'data';
  if (isData(key) || NAMES_WITHIN.has(key)) return 'data';
  return isNameMap(key) || NAME_MAPS.has(key) ? 'names' : 'words';
}

/** A mapping value that is no reference is the name of a component schema. */
function addMapping(discriminator: JsonObject, references: Set<string>): void {
  const mapping = field(discriminator, 'mapping');
  if (!isObject(mapping)) return;
  for (const name of Object.keys(mapping)) {
    const value = field(mapping, name);
    if (typeof value === 'string') references.add(value.startsWith('#') ? value : `#/components/schemas/${value}`);
  }
}

function rawAt(root: Json | undefined, segments: readonly string[]): Json | undefined {
  let raw = root;
  for (const segment of segments) {
    if (isObject(raw)) raw = field(raw, segment);
    else raw = Array.isArray(raw) ? raw[Number(segment)] : undefined;
  }
  return raw;
}
