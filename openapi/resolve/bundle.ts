import { field, isArray, isObject, type Json, type JsonObject, setField } from '../source/json.js';
import type { Origin } from '../source/origin.js';
import { formatPointer } from '../source/pointer.js';
import type { Located } from './anchors.js';
import { isData, isNameMap } from './members.js';
import type { Resolver } from './resolver.js';

/** The component section for a value that is referred to from a member of this name. */
const SECTIONS: ReadonlyMap<string, string> = new Map([
  ['parameters', 'parameters'],
  ['responses', 'responses'],
  ['requestBody', 'requestBodies'],
  ['requestBodies', 'requestBodies'],
  ['headers', 'headers'],
  ['links', 'links'],
  ['callbacks', 'callbacks'],
  ['securitySchemes', 'securitySchemes'],
]);

/**
 * Copies a document into one piece: what other files hold becomes a component, and references by name or to other files become
 * pointers. All references must have been resolved before. A document that is in one piece already is returned as it is.
 */
export function bundle(root: JsonObject, origin: Origin, resolver: Resolver, isOnePiece: boolean): JsonObject {
  return isOnePiece ? root : new Bundler(root, origin, resolver).bundle();
}

class Bundler {
  readonly #root: JsonObject;
  readonly #origin: Origin;
  readonly #resolver: Resolver;
  readonly #moved = new Map<string, string>();
  readonly #added = new Map<string, Map<string, Json>>();

  constructor(root: JsonObject, origin: Origin, resolver: Resolver) {
    this.#root = root;
    this.#origin = origin;
    this.#resolver = resolver;
  }

  bundle(): JsonObject {
    // Every member of the copy is an object of ours; the root is one because the input was.
    const copy = this.#copy(this.#root, this.#origin, []) as Record<string, Json | undefined>;
    const components = { ...(isObject(copy['components']) ? copy['components'] : {}) };
    for (const [section, values] of this.#added) {
      const known = components[section];
      const merged: Record<string, Json | undefined> = { ...(isObject(known) ? known : {}) };
      for (const [name, value] of values) setField(merged, name, value);
      components[section] = merged;
    }
    if (this.#added.size > 0) copy['components'] = components;
    return copy;
  }

  /** @param trail the keys from the nearest file root, to tell a parameter from a schema */
  #copy(raw: Json, origin: Origin, trail: readonly string[], names = false): Json {
    if (isArray(raw)) return raw.map((item, index) => this.#copy(item, origin.at(index), [...trail, String(index)]));
    if (!isObject(raw)) return raw;
    const reference = names ? undefined : field(raw, '$ref');
    const copy: Record<string, Json | undefined> = {};
    for (const key of Object.keys(raw)) {
      const member = field(raw, key) ?? null;
      const value =
        !names && isData(key) ? member : this.#copy(member, origin.at(key), [...trail, key], !names && isNameMap(key));
      setField(copy, key, value);
    }
    if (typeof reference === 'string') return this.#redirect(copy, reference, origin, trail);
    return copy;
  }

  #redirect(copy: Record<string, Json | undefined>, reference: string, origin: Origin, trail: readonly string[]): Json {
    const target = this.#resolver.resolve(reference, origin);
    if (target === undefined || 'code' in target) return copy;
    if (target.origin.file === this.#origin.file) {
      copy['$ref'] = encodeURI(target.origin.pointer).replaceAll('%23', '#');
      return copy;
    }
    // A path item cannot be referred to inside components of OpenAPI 3.0, so it is copied to its place.
    if (trail.at(-2) === 'paths' && trail.length === 2) return this.#copy(target.raw, target.origin, trail);
    copy['$ref'] = this.#component(target, trail);
    return copy;
  }

  #component(target: Located, trail: readonly string[]): string {
    const identity = `${target.origin.file}${target.origin.pointer}`;
    const known = this.#moved.get(identity);
    if (known !== undefined) return known;
    const section = SECTIONS.get(trail.at(-1) ?? '') ?? SECTIONS.get(trail.at(-2) ?? '') ?? 'schemas';
    const name = this.#freeName(section, target.origin);
    const pointer = formatPointer(['components', section, name]);
    this.#moved.set(identity, pointer);
    const values = this.#added.get(section) ?? new Map<string, Json>();
    this.#added.set(section, values);
    values.set(name, null);
    values.set(name, this.#copy(target.raw, target.origin, ['components', section, name]));
    return pointer;
  }

  #freeName(section: string, origin: Origin): string {
    const file =
      origin.file
        .split('/')
        .at(-1)
        ?.replace(/\.[^.]*$/, '') ?? 'external';
    const base = (origin.key === '' ? file : origin.key).replace(/[^A-Za-z0-9._-]/g, '_') || 'external';
    const components = field(this.#root, 'components');
    const known = isObject(components) ? field(components, section) : undefined;
    const isTaken = (name: string): boolean =>
      (isObject(known) && field(known, name) !== undefined) || this.#added.get(section)?.has(name) === true;
    let name = base;
    for (let number = 2; isTaken(name); number++) name = `${base}_${number}`;
    return name;
  }
}
