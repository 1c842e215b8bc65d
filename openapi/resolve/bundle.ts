import { field, isArray, isObject, type Json, type JsonObject, setField } from '../source/json.js';
import { Origin } from '../source/origin.js';
import { formatPointer } from '../source/pointer.js';
import type { Located } from './anchors.js';
import { componentName, encodePointer } from './component-name.js';
import { type Child, childOf, kindAt, type ObjectKind, SECTIONS } from './grammar.js';
import type { Resolver } from './resolver.js';

/** The most references that are followed to their end; reading refuses those that have none. */
const MAX_HOPS = 10_000;

type MutableObject = Record<string, Json | undefined>;

/**
 * Copies a document into one piece: what other files hold becomes a component, and references by name or to other files become
 * pointers. All references must have been resolved before. A document that is in one piece already is returned as it is.
 */
export function bundle(root: JsonObject, origin: Origin, resolver: Resolver): JsonObject {
  return resolver.isOnePiece ? root : new Bundler(root, origin, resolver).bundle();
}

class Bundler {
  readonly #root: JsonObject;
  readonly #origin: Origin;
  readonly #resolver: Resolver;
  /** Where what other files hold went, by where it stood. */
  readonly #moved = new Map<string, string>();
  readonly #added = new Map<string, Map<string, Json>>();
  readonly #pending: (() => void)[] = [];
  /** Components that are nothing but a reference to another file, with what becomes the component. */
  readonly #inlined = new Map<Json, Located>();
  /** Location and name of each parameter copied, by its copy. */
  readonly #parameterNames = new WeakMap<object, string>();

  constructor(root: JsonObject, origin: Origin, resolver: Resolver) {
    this.#root = root;
    this.#origin = origin;
    this.#resolver = resolver;
  }

  bundle(): JsonObject {
    this.#inline();
    const copy = this.#fields(this.#root, this.#origin, 'document', Origin.root(''));
    // A list of work, not a recursion: what one file refers to in the next may form a long chain.
    for (let index = 0; index < this.#pending.length; index++) this.#pending[index]?.();
    const components: MutableObject = { ...(isObject(copy['components']) ? copy['components'] : {}) };
    for (const [section, values] of this.#added) {
      const known = components[section];
      const merged: MutableObject = { ...(isObject(known) ? known : {}) };
      for (const [name, value] of values) setField(merged, name, value);
      components[section] = merged;
    }
    if (this.#added.size > 0) copy['components'] = components;
    return copy;
  }

  /** What a component of the document is a reference to keeps that component's name. */
  #inline(): void {
    const components = field(this.#root, 'components');
    for (const [kind, section] of SECTIONS) {
      const values = isObject(components) ? field(components, section) : undefined;
      for (const name of isObject(values) ? Object.keys(values) : []) {
        const at = this.#origin.at('components').at(section).at(name);
        // The keys are those of `values`, which is therefore an object.
        const raw = field(values as JsonObject, name) ?? null;
        const next = this.#behindReference({ raw, origin: at });
        const target = next && this.#end(next, kind);
        if (target === undefined || target.origin.file === this.#origin.file) continue;
        const identity = `${kind} ${identityOf(target)}`;
        if (this.#moved.has(identity)) continue;
        this.#moved.set(identity, encodePointer(at.pointer));
        this.#inlined.set(raw, target);
      }
    }
  }

  /** @param at where the copy goes */
  #copy(raw: Json, origin: Origin, kind: ObjectKind, at: Origin): Json {
    if (!isObject(raw)) return raw;
    const inlined = this.#inlined.get(raw);
    if (inlined !== undefined && kind !== 'pathItem') return this.#copy(inlined.raw, inlined.origin, kind, at);
    const reference = field(raw, '$ref');
    const target = typeof reference === 'string' ? this.#resolver.resolve(reference, origin) : undefined;
    if (target === undefined || 'code' in target) {
      const copy = this.#fields(raw, origin, kind, at);
      if (kind === 'parameter') this.#parameterNames.set(copy, parameterName(raw));
      return copy;
    }
    if (kind === 'pathItem' && target.origin.file !== this.#origin.file) return this.#pathItem(raw, origin, target, at);
    const copy = this.#fields(raw, origin, kind, at);
    copy['$ref'] = this.#pointerTo(target, kind);
    if (kind === 'parameter') this.#parameterNames.set(copy, parameterName(this.#behind(target)));
    return copy;
  }

  #fields(raw: JsonObject, origin: Origin, kind: ObjectKind, at: Origin): MutableObject {
    const copy: MutableObject = {};
    for (const key of Object.keys(raw)) {
      const member = field(raw, key) ?? null;
      const child = childOf(kind, key);
      if (child !== undefined) setField(copy, key, this.#child(member, origin.at(key), child, at.at(key)));
      else if (kind === 'schema' && key === 'discriminator')
        setField(copy, key, this.#discriminator(member, origin.at(key)));
      else setField(copy, key, member);
    }
    return copy;
  }

  #child(raw: Json, origin: Origin, { kind, shape }: Child, at: Origin): Json {
    if (isArray(raw)) {
      if (shape !== 'list' && shape !== 'one or list') return raw;
      return raw.map((item, index) => this.#copy(item, origin.at(index), kind, at.at(index)));
    }
    if (shape === 'list' || !isObject(raw)) return raw;
    if (shape !== 'map') return this.#copy(raw, origin, kind, at);
    const copy: MutableObject = {};
    for (const name of Object.keys(raw)) {
      setField(copy, name, this.#copy(field(raw, name) ?? null, origin.at(name), kind, at.at(name)));
    }
    return copy;
  }

  /** A mapping value names a component or is a reference; the references are followed where their file is known. */
  #discriminator(raw: Json, origin: Origin): Json {
    const mapping = isObject(raw) ? field(raw, 'mapping') : undefined;
    if (!isObject(raw) || !isObject(mapping)) return raw;
    const copy: MutableObject = {};
    for (const name of Object.keys(mapping)) {
      const value = field(mapping, name) ?? null;
      const isReference = typeof value === 'string' && /[#/.]/.test(value);
      const target = isReference ? this.#resolver.resolve(value, origin) : undefined;
      setField(copy, name, target === undefined || 'code' in target ? value : this.#pointerTo(target, 'schema'));
    }
    return { ...raw, mapping: copy };
  }

  /**
   * A path item of another file is copied to its place, for OpenAPI 3.0 has no component it could become. Fields beside the
   * reference win, and path-level parameters of both hold.
   */
  #pathItem(raw: JsonObject, origin: Origin, target: Located, at: Origin): Json {
    const identity = identityOf(target);
    const known = this.#moved.get(identity);
    if (known !== undefined) return { ...this.#fields(raw, origin, 'pathItem', at), $ref: known };
    // Known only while it is copied: a callback inside may lead back here.
    this.#moved.set(identity, encodePointer(at.pointer));
    const copied = this.#copy(target.raw, target.origin, 'pathItem', at);
    this.#moved.delete(identity);
    const beneath: JsonObject = isObject(copied) ? copied : {};
    const { $ref: _, ...own } = this.#fields(raw, origin, 'pathItem', at);
    const parameters = this.#parameters(beneath['parameters'], own['parameters']);
    return { ...beneath, ...own, ...(parameters.length === 0 ? {} : { parameters }) };
  }

  /** Two lists of copied parameters in one, where the second replaces what it names again. */
  #parameters(beneath: Json | undefined, own: Json | undefined): readonly Json[] {
    const merged = new Map<unknown, Json>();
    for (const list of [beneath, own]) {
      for (const copy of isArray(list) ? list : []) {
        merged.set((isObject(copy) ? this.#parameterNames.get(copy) : undefined) ?? copy, copy);
      }
    }
    return [...merged.values()];
  }

  #behind(located: Located): Json {
    let { raw, origin } = located;
    for (let hops = 0; isObject(raw) && hops < 100; hops++) {
      const reference = field(raw, '$ref');
      const target = typeof reference === 'string' ? this.#resolver.resolve(reference, origin) : undefined;
      if (target === undefined || 'code' in target) break;
      ({ raw, origin } = target);
    }
    return raw;
  }

  /** Where a value is in the copy. What is no object of the specification, such as an extension, becomes a component too. */
  #pointerTo(located: Located, kind: ObjectKind): string {
    const target = this.#end(located, kind);
    return this.#isInPlace(target, kind) ? encodePointer(target.origin.pointer) : this.#component(target, kind);
  }

  #isInPlace({ origin }: Located, kind: ObjectKind): boolean {
    return origin.file === this.#origin.file && kindAt(origin.segments) === kind;
  }

  /** Goes on where a value that would have to move is nothing but a reference. */
  #end(located: Located, kind: ObjectKind): Located {
    let target = located;
    for (let hops = 0; hops < MAX_HOPS && !this.#isInPlace(target, kind); hops++) {
      const next = this.#behindReference(target);
      if (next === undefined) break;
      target = next;
    }
    return target;
  }

  /** What an object that holds a reference and nothing else leads to. */
  #behindReference({ raw, origin }: Located): Located | undefined {
    const reference = isObject(raw) && Object.keys(raw).length === 1 ? field(raw, '$ref') : undefined;
    const target = typeof reference === 'string' ? this.#resolver.resolve(reference, origin) : undefined;
    return target === undefined || 'code' in target ? undefined : target;
  }

  #component(target: Located, kind: ObjectKind): string {
    const identity = `${kind} ${identityOf(target)}`;
    const known = this.#moved.get(identity);
    if (known !== undefined) return known;
    const section = SECTIONS.get(kind) ?? 'schemas';
    const name = this.#freeName(section, target.origin);
    const segments = ['components', section, name];
    const pointer = formatPointer(segments);
    this.#moved.set(identity, pointer);
    const values = this.#added.get(section) ?? new Map<string, Json>();
    this.#added.set(section, values);
    values.set(name, null);
    const at = segments.reduce((origin, segment) => origin.at(segment), Origin.root(''));
    this.#pending.push(() => values.set(name, this.#copy(target.raw, target.origin, kind, at)));
    return pointer;
  }

  #freeName(section: string, origin: Origin): string {
    const components = field(this.#root, 'components');
    const known = isObject(components) ? field(components, section) : undefined;
    const isTaken = (name: string): boolean =>
      (isObject(known) && field(known, name) !== undefined) || this.#added.get(section)?.has(name) === true;
    return componentName(origin, isTaken);
  }
}

function parameterName(raw: Json): string {
  const [location, name] = isObject(raw) ? [String(field(raw, 'in')), String(field(raw, 'name'))] : ['', ''];
  return `${location} ${location === 'header' ? name.toLowerCase() : name}`;
}

function identityOf({ origin }: Located): string {
  return `${origin.file} ${origin.pointer}`;
}
