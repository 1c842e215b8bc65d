import { isData, isNameMap } from '../resolve/members.js';
import { field, isArray, isObject, type Json, type JsonObject } from '../source/json.js';

/** Maps by name in which no reference is looked for elsewhere. */
const NAME_MAPS: ReadonlySet<string> = new Set(['links', 'variables', 'additionalOperations', 'dependentRequired']);
/** What holds names deeper inside; nothing in it is ignored. */
const NAMES_WITHIN: ReadonlySet<string> = new Set(['callbacks', 'security', 'flows', 'discriminator']);

/** Lists of names, in which nothing is a reference. */
const NAME_LISTS: ReadonlySet<string> = new Set(['required', 'tags']);

/**
 * What the keys of an object are: words of the specification, names chosen by the author, data in which nothing is a reference, or
 * any of these.
 */
export type Keys = 'words' | 'names' | 'data' | 'any';

/** Compares text of two documents, the order of keys and ignored fields apart. */
export class TextComparison {
  readonly #ignored: ReadonlySet<string>;
  readonly #refers: (reference: string) => boolean;
  /** What the keys inside a member are that has a word as its key; `null` where it is ignored. Each is asked for again and again. */
  readonly #inside = new Map<string, Keys | null>();

  /** @param refers is told each reference that stands in both texts, and says whether it means the same in both */
  constructor(ignored: ReadonlySet<string>, refers: (reference: string) => boolean) {
    this.#ignored = ignored;
    this.#refers = refers;
  }

  equal(base: Json, revision: Json, keys: Keys = 'words'): boolean {
    if (typeof base !== 'object' || typeof revision !== 'object' || base === null || revision === null) {
      return base === revision;
    }
    if (base === revision) return keys === 'data' || this.#refersAlike(base, keys);
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
        if (key === '$ref' && keys !== 'data' && typeof before === 'string' && !this.#refers(before)) return false;
        continue;
      }
      const inside = this.#keysOf(keys, key);
      if (inside !== undefined) {
        if (after === undefined || !this.equal(before, after, inside)) return false;
        if (key === 'discriminator' && inside !== 'data' && isObject(before) && !this.#refersByMapping(before)) {
          return false;
        }
      }
    }
    return more === 0 || (mayIgnore && this.hasOnlyIgnored(base, revision));
  }

  /** The same for one value that both documents share: only what it refers to may differ. */
  #refersAlike(value: JsonObject | readonly Json[], keys: Keys): boolean {
    if (isArray(value)) {
      const inside = keys === 'names' ? 'words' : keys;
      // An iterator would make an object for each item, of which there are many.
      for (let index = 0; index < value.length; index++) {
        const item = value[index];
        if (typeof item === 'object' && item !== null && !this.#refersAlike(item, inside)) return false;
      }
      return true;
    }
    for (const key in value) {
      const member = value[key];
      if (typeof member !== 'object' || member === null) {
        if (key === '$ref' && typeof member === 'string' && !this.#refers(member)) return false;
        continue;
      }
      const inside = this.#keysOf(keys, key);
      if (inside === undefined || inside === 'data') continue;
      if (!this.#refersAlike(member, inside)) return false;
      if (key === 'discriminator' && isObject(member) && !this.#refersByMapping(member)) return false;
    }
    return true;
  }

  /** What the keys inside a member are; `undefined` where it is ignored. */
  #keysOf(keys: Keys, key: string): Keys | undefined {
    if (keys !== 'words') return keysInside(keys, key);
    const known = this.#inside.get(key);
    if (known !== undefined) return known ?? undefined;
    const inside = this.#ignored.has(key) ? null : keysInside(keys, key);
    this.#inside.set(key, inside);
    return inside ?? undefined;
  }

  /** Whether what the revision has and the base has not may be ignored. */
  hasOnlyIgnored(base: JsonObject, revision: JsonObject): boolean {
    for (const key in revision) if (!Object.hasOwn(base, key) && !this.#ignored.has(key)) return false;
    return true;
  }

  /** Whether a field of a schema means the same in both, or nothing. */
  equalKeyword(base: Json, revision: Json | undefined, key: string): boolean {
    const inside = this.#keysOf('words', key);
    return inside === undefined || (revision !== undefined && this.equal(base, revision, inside));
  }

  /** A mapping value that is no reference is the name of a component schema. */
  #refersByMapping(discriminator: JsonObject): boolean {
    const mapping = field(discriminator, 'mapping');
    if (!isObject(mapping)) return true;
    return Object.keys(mapping).every((name) => {
      const value = field(mapping, name);
      if (typeof value !== 'string') return true;
      return this.#refers(value.startsWith('#') ? value : `#/components/schemas/${value}`);
    });
  }
}

function keysInside(keys: Keys, key: string): Keys {
  if (keys !== 'words') return keys === 'names' ? 'words' : keys;
  if (isData(key) || NAME_LISTS.has(key)) return 'data';
  if (NAMES_WITHIN.has(key)) return 'any';
  return isNameMap(key) || NAME_MAPS.has(key) ? 'names' : 'words';
}
