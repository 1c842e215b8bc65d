import type { Schema } from '../../../openapi/model/schema.js';
import { bare } from './bare.js';
import { Sameness } from './sameness.js';

/** A schema that a value has to keep to, or to break. */
export interface Literal {
  readonly schema: Schema;
  /** The value must not be one of the schema. */
  readonly negated: boolean;
  /** The schema belongs to a sender that writes declared properties only. */
  readonly closed: boolean;
  /** Equal for literals that mean the same. */
  readonly key: number;
}

/** Numbers schemas by identity, and by structure once two are known to be the same, so that literals are compared as numbers. */
export class Literals {
  readonly sameness = new Sameness();
  /** How often literals were compared. */
  comparisons = 0;
  readonly #numbers = new WeakMap<Schema, number>();
  readonly #known = new Map<number, Literal>();
  #next = 0;

  of(stated: Schema, negated = false, closed = false): Literal {
    const schema = bare(stated);
    const key = this.#numberOf(schema) * 4 + (negated ? 1 : 0) + (closed ? 2 : 0);
    let literal = this.#known.get(key);
    if (literal === undefined) {
      literal = { schema, negated, closed, key };
      this.#known.set(key, literal);
    }
    return literal;
  }

  negation(literal: Literal): Literal {
    return this.of(literal.schema, !literal.negated);
  }

  /** Whether one literal demands what the other forbids. */
  contradict(a: Literal, b: Literal): boolean {
    this.comparisons++;
    if (a.negated === b.negated) return false;
    return a.schema === b.schema || this.sameness.same(a.schema, b.schema);
  }

  #numberOf(schema: Schema): number {
    let number = this.#numbers.get(schema);
    if (number === undefined) {
      number = this.#next++;
      this.#numbers.set(schema, number);
    }
    return number;
  }
}
