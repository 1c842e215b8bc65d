import type { Schema } from '../../../openapi/model/schema.js';
import type { Branch } from './branch.js';
import { schemasAt } from './evaluate.js';
import type { Literal, Literals } from './literal.js';
import { partsOf, type Shape } from './parts.js';
import { members } from './tags.js';

/** What the other side would accept beside the one point that a value is to show. */
export class Wishes {
  readonly #branch: Branch;
  #known: { readonly shapes: readonly Shape[]; readonly required: readonly string[] } | undefined;

  constructor(branch: Branch) {
    this.#branch = branch;
  }

  /** The properties that the other side demands. */
  get required(): readonly string[] {
    return this.#all.required;
  }

  /** What the other side accepts as the value of a property. */
  at(name: string, literals: Literals): readonly Literal[] {
    return this.#all.shapes.flatMap((shape) => (schemasAt(shape, name) ?? []).map((schema) => literals.of(schema)));
  }

  /** Most branches end before they wish anything. */
  get #all(): { readonly shapes: readonly Shape[]; readonly required: readonly string[] } {
    this.#known ??= gather(this.#branch);
    return this.#known;
  }
}

function gather({ taken, facts }: Branch): { readonly shapes: readonly Shape[]; readonly required: readonly string[] } {
  const schemas = new Set<Schema>();
  for (const { schema, negated } of taken.values()) if (negated) members(schema, schemas);
  const shapes: Shape[] = [];
  for (const schema of schemas) {
    for (const assertion of partsOf(schema).object) if (assertion.kind === 'shape') shapes.push(assertion.shape);
  }
  const absent = new Set(facts.flatMap((fact) => (fact.kind === 'absent' ? [fact.name] : [])));
  const required = new Set([...schemas].flatMap((schema) => schema.required));
  return { shapes, required: [...required].filter((name) => !absent.has(name)) };
}
