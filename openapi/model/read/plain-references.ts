import { field, isObject, type Json, type JsonObject } from '../../source/json.js';

/** A reference to a component. */
export interface PlainReference {
  readonly section: string;
  readonly text: string;
}

/** The components of one kind. */
interface Section {
  readonly prefix: string;
  readonly components: JsonObject | undefined;
  readonly known: Map<string, FoundReference>;
}

/** With the component if the reference is a plain one. */
interface FoundReference extends PlainReference {
  readonly target: JsonObject | undefined;
}

/**
 * Tells the references nothing can be wrong with: `#/components/<section>/<name>` of a component that is there and is no reference
 * itself, in a document where references are nothing but pointers.
 */
export class PlainReferences {
  readonly #components: JsonObject | undefined;
  readonly #sections = new Map<string, Section>();
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

  areAllPlain(references: readonly PlainReference[]): boolean {
    for (let index = 0; index < references.length; index++) {
      const reference = references[index];
      if (reference !== undefined && this.target(reference.section, reference.text) === undefined) return false;
    }
    return true;
  }

  /** The component a plain reference names, `undefined` for any other. */
  target(section: string, reference: Json): JsonObject | undefined {
    if (typeof reference !== 'string') return undefined;
    const { prefix, components, known } = this.#sections.get(section) ?? this.#section(section);
    let found = known.get(reference);
    if (found === undefined) {
      found = { section, text: reference, target: targetOf(reference, prefix, components) };
      known.set(reference, found);
    }
    this.asked.push(found);
    return found.target;
  }

  #section(section: string): Section {
    const components = this.#components && field(this.#components, section);
    const made = {
      prefix: `#/components/${section}/`,
      components: isObject(components) ? components : undefined,
      known: new Map<string, FoundReference>(),
    };
    this.#sections.set(section, made);
    return made;
  }
}

function targetOf(reference: string, prefix: string, components: JsonObject | undefined): JsonObject | undefined {
  if (components === undefined || !reference.startsWith(prefix)) return undefined;
  const name = reference.slice(prefix.length);
  // Such a name is spelt differently in a reference.
  if (/[/~%]/.test(name)) return undefined;
  const target = field(components, name);
  return isObject(target) && field(target, '$ref') === undefined ? target : undefined;
}
