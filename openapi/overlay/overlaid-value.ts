import { field, isArray, isObject, type Json, setField } from '../source/json.js';
import { Origin } from '../source/origin.js';
import type { ValueNode } from './value-node.js';

type MutableObject = Record<string, Json | undefined>;

/** A container of the document that overlays may write to: it stands in one place, and is none of the file's own. */
export type OwnContainer =
  | {
      readonly kind: 'object';
      readonly value: MutableObject;
      /** Members that an overlay wrote, with what it wrote them from. */
      readonly written: Map<string, Origin>;
    }
  | {
      readonly kind: 'array';
      readonly value: Json[];
      /** For each item its index in the file, or what an overlay wrote it from. */
      readonly items: (number | Origin)[];
    };

/**
 * A value in which overlays write, and where each part of it was written: by the document or by one of them. What is written to is
 * copied first, once and only along the way to it.
 */
export class OverlaidValue {
  #value: Json;
  readonly #origin: Origin;
  readonly #own = new WeakMap<object, OwnContainer>();

  constructor(value: Json, origin: Origin) {
    this.#value = value;
    this.#origin = origin;
  }

  get value(): Json {
    return this.#value;
  }

  /**
   * The container at the place of a node, to be written to; `undefined` where none is there any more.
   * @param known those found before, while no item was removed
   */
  containerAt(node: ValueNode, known: Map<ValueNode, OwnContainer>): OwnContainer | undefined {
    const way: ValueNode[] = [];
    let at = node;
    for (; at.parent !== undefined && !known.has(at); at = at.parent) way.push(at);
    let container = known.get(at) ?? this.#ownRoot();
    for (let step = way.pop(); step !== undefined && container !== undefined; step = way.pop()) {
      container = this.ownMember(container, step.key);
      if (container !== undefined) known.set(step, container);
    }
    return container;
  }

  /** The container that is a member or item of another one. */
  ownMember(container: OwnContainer, key: string): OwnContainer | undefined {
    const isObjectKind = container.kind === 'object';
    const value = isObjectKind
      ? Object.hasOwn(container.value, key)
        ? container.value[key]
        : undefined
      : container.value[Number(key)];
    const own = this.#ownOf(value);
    if (own === undefined) return undefined;
    if (own.value !== value) {
      if (isObjectKind) setField(container.value, key, own.value);
      else container.value[Number(key)] = own.value;
    }
    return own;
  }

  /** Where the value at a pointer was written. */
  originOf(segments: readonly string[]): Origin {
    let value: Json | undefined = this.#value;
    let origin = this.#origin;
    for (const segment of segments) {
      const own: OwnContainer | undefined =
        typeof value === 'object' && value !== null ? this.#own.get(value) : undefined;
      const written = own?.kind === 'object' ? own.written.get(segment) : own?.items[Number(segment)];
      origin = written instanceof Origin ? written : origin.at(written ?? segment);
      value = isArray(value) ? value[Number(segment)] : isObject(value) ? field(value, segment) : undefined;
    }
    return origin;
  }

  #ownRoot(): OwnContainer | undefined {
    const own = this.#ownOf(this.#value);
    if (own !== undefined) this.#value = own.value;
    return own;
  }

  #ownOf(value: Json | undefined): OwnContainer | undefined {
    if (typeof value !== 'object' || value === null) return undefined;
    const known = this.#own.get(value);
    if (known !== undefined) return known;
    const own: OwnContainer = isArray(value)
      ? { kind: 'array', value: [...value], items: value.map((_: Json, index) => index) }
      : { kind: 'object', value: copyOf(value), written: new Map() };
    this.#own.set(own.value, own);
    return own;
  }
}

function copyOf(value: Json): MutableObject {
  // Spreading keeps a key `__proto__` as a key.
  return isObject(value) ? { ...value } : {};
}
