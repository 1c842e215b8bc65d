import type { Schema } from '../../../openapi/model/schema.js';
import type { Branch } from './branch.js';
import { schemasAt } from './evaluate.js';
import type { Literal, Literals } from './literal.js';
import { partsOf, type Shape } from './parts.js';
import { members } from './tags.js';

/** What the other side would accept beside the one point that a value is to show. */
export class Wishes {
  readonly #shapes: readonly Shape[];
  /** The properties that the other side demands. */
  readonly required: readonly string[];

  constructor(branch: Branch) {
    const schemas = new Set<Schema>();
    for (const { schema, negated } of branch.taken.values()) {
      if (!negated) continue;
      members(schema, schemas);
    }
    const shapes: Shape[] = [];
    for (const schema of schemas) {
      for (const assertion of partsOf(schema).object) if (assertion.kind === 'shape') shapes.push(assertion.shape);
    }
    this.#shapes = shapes;
    const absent = new Set(branch.facts.flatMap((fact) => (fact.kind === 'absent' ? [fact.name] : [])));
    const required = new Set([...schemas].flatMap((schema) => schema.required));
    this.required = [...required].filter((name) => !absent.has(name));
  }

  /** What the other side accepts as the value of a property. */
  at(name: string, literals: Literals): readonly Literal[] {
    return this.#shapes.flatMap((shape) => (schemasAt(shape, name) ?? []).map((schema) => literals.of(schema)));
  }
}
