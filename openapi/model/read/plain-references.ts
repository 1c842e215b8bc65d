import { field, isObject, type Json, type JsonObject } from '../../source/json.js';

/**
 * Tells the references nothing can be wrong with: `#/components/<section>/<name>` of a component that is there and is no reference
 * itself, in a document whose values no identifier renames.
 */
export class PlainReferences {
  readonly #components: JsonObject | undefined;
  readonly #known = new Map<string, boolean>();

  /** @param root the root of the document, absent where references may mean more than a pointer */
  constructor(root: JsonObject | undefined) {
    const components = root && field(root, 'components');
    this.#components = isObject(components) ? components : undefined;
  }

  isPlain(section: string, reference: Json): boolean {
    if (typeof reference !== 'string') return false;
    let isPlain = this.#known.get(reference);
    if (isPlain === undefined) {
      const target = this.#targetOf(reference, section);
      isPlain = isObject(target) && field(target, '$ref') === undefined;
      this.#known.set(reference, isPlain);
    }
    return isPlain && reference.startsWith(section, '#/components/'.length);
  }

  #targetOf(reference: string, section: string): Json | undefined {
    const prefix = `#/components/${section}/`;
    const name = reference.slice(prefix.length);
    // Such a name is spelt differently in a reference.
    if (!reference.startsWith(prefix) || /[/~%]/.test(name)) return undefined;
    const components = this.#components && field(this.#components, section);
    return isObject(components) ? field(components, name) : undefined;
  }
}
