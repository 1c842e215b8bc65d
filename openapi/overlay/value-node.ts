import { field, isArray, isObject, type Json } from '../source/json.js';

/** A value at its place in a document. Each place is one node, so that sets of nodes hold each place once. */
export class ValueNode {
  readonly value: Json;
  readonly parent: ValueNode | undefined;
  /** The name of a member, or the index of an item. */
  readonly key: string;
  readonly depth: number;
  #known: Map<string, ValueNode> | undefined;

  private constructor(value: Json, parent: ValueNode | undefined, key: string) {
    this.value = value;
    this.parent = parent;
    this.key = key;
    this.depth = parent === undefined ? 0 : parent.depth + 1;
  }

  static root(value: Json): ValueNode {
    return new ValueNode(value, undefined, '');
  }

  member(name: string): ValueNode | undefined {
    const value = isObject(this.value) ? field(this.value, name) : undefined;
    return value === undefined ? undefined : this.#node(name, value);
  }

  item(index: number): ValueNode | undefined {
    const value = isArray(this.value) ? this.value[index] : undefined;
    return value === undefined ? undefined : this.#node(String(index), value);
  }

  /** Its members or items, in the order of the document. */
  children(): readonly ValueNode[] {
    const { value } = this;
    if (isArray(value)) return value.map((item: Json, index) => this.#node(String(index), item));
    if (!isObject(value)) return [];
    return Object.keys(value).map((name) => this.#node(name, field(value, name) ?? null));
  }

  #node(key: string, value: Json): ValueNode {
    this.#known ??= new Map();
    let node = this.#known.get(key);
    if (node === undefined) {
      node = new ValueNode(value, this, key);
      this.#known.set(key, node);
    }
    return node;
  }
}
