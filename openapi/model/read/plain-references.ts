import { field, isObject, type Json, type JsonObject } from '../../source/json.js';

/** A reference to a component, with the component if the reference is a plain one. */
export interface PlainReference {
  readonly section: string;
  readonly text: string;
  readonly target: JsonObject | undefined;
}

/**
 * Tells the references nothing can be wrong with: `#/components/<section>/<name>` of a component that is there and is no reference
 * itself, in a document where references are nothing but pointers.
 */
export class PlainReferences {
  readonly #components: JsonObject | undefined;
  readonly #sections = new Map<string, Map<string, PlainReference>>();
  /** All that was asked about, in order and as often as it was. */
  readonly asked: PlainReference[] = [];

  /** @param root the root of the document, absent where references may mean more than a pointer */
  constructor(root: JsonObject | undefined) {
    const components = root && field(root, 'components');
    this.#components = isObject(components) ? components : undefined;
  }

  isPlain(section: string, reference: Json): boolean {
    return this.target(section, reference) !== undefined;
  }

  /** The component a plain reference names, `undefined` for any other. */
  target(section: string, reference: Json): JsonObject | undefined {
    if (typeof reference !== 'string') return undefined;
    let known = this.#sections.get(section);
    if (known === undefined) {
      known = new Map();
      this.#sections.set(section, known);
    }
    let found = known.get(reference);
    if (found === undefined) {
      found = { section, text: reference, target: this.#find(section, reference) };
      known.set(reference, found);
    }
    this.asked.push(found);
    return found.target;
  }

  #find(section: string, reference: string): JsonObject | undefined {
    const prefix = `#/components/${section}/`;
    const name = reference.slice(prefix.length);
    // Such a name is spelt differently in a reference.
    if (!reference.startsWith(prefix) || /[/~%]/.test(name)) return undefined;
    const components = this.#components && field(this.#components, section);
    const target = isObject(components) ? field(components, name) : undefined;
    return isObject(target) && field(target, '$ref') === undefined ? target : undefined;
  }
}
