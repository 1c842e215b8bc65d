import type { Schema } from '../../../openapi/model/schema.js';
import type { Json } from '../../../openapi/source/json.js';
import { withoutUnevaluated } from './evaluated.js';
import { broken, type Fact, kept, type Option, option } from './fact.js';
import type { Literal, Literals } from './literal.js';
import { assertionsFor, partsOf } from './parts.js';

/**
 * What a value of one type has to be, on one way through all choices: facts that are settled, and choices that are open. `false`
 * from a method means that no value can keep to it.
 */
export class Branch {
  readonly type: number;
  readonly literals: Literals;
  /** The types still possible, as bits of the one type. */
  types: number;
  readonly facts: Fact[];
  /** The literals that were taken apart. */
  readonly taken: Map<number, Literal>;
  choices: (readonly Option[])[];
  /** The listed values that remain, when any schema lists some. */
  values: ReadonlyMap<string, Json> | undefined;
  /** Why it is not known whether a value that keeps to all this is one. */
  unknown: string | undefined;

  constructor(type: number, literals: Literals, from?: Branch) {
    this.type = type;
    this.literals = literals;
    this.types = from?.types ?? type;
    this.facts = from === undefined ? [] : [...from.facts];
    this.taken = new Map(from?.taken);
    this.choices = from === undefined ? [] : [...from.choices];
    this.values = from?.values;
    this.unknown = from?.unknown;
  }

  copy(): Branch {
    return new Branch(this.type, this.literals, this);
  }

  take(literal: Literal): boolean {
    if (this.taken.has(literal.key)) return true;
    if (this.#contradicts(literal)) return false;
    this.taken.set(literal.key, literal);
    const schema = withoutUnevaluated(literal.schema);
    if (schema === undefined) {
      this.unknown ??= 'what is left unevaluated depends on too many alternatives';
      return true;
    }
    return literal.negated ? this.#break(schema) : this.#keep(schema, literal.closed);
  }

  /** Follows one way of a choice. */
  choose({ facts, literals, unknown }: Option): boolean {
    this.unknown ??= unknown;
    return facts.every((fact) => this.add(fact)) && literals.every((literal) => this.take(literal));
  }

  add(fact: Fact): boolean {
    if (fact.kind === 'types') {
      this.types &= fact.types;
      return this.types !== 0;
    }
    this.facts.push(fact);
    return true;
  }

  #contradicts(literal: Literal): boolean {
    for (const other of this.taken.values()) if (this.literals.contradict(literal, other)) return true;
    return false;
  }

  #keep(schema: Schema, closed: boolean): boolean {
    const { literals } = this;
    const parts = partsOf(schema);
    const of = (part: Schema): Literal => literals.of(part, false, closed);
    this.types &= parts.types;
    if (this.types === 0) return false;
    this.unknown ??= parts.unknown;
    if (parts.values !== undefined && !this.#list(parts.values)) return false;
    for (const assertion of assertionsFor(parts, this.type)) {
      const demand = kept(assertion, closed, literals);
      if ('kind' in demand) this.facts.push(demand);
      else this.choices.push(demand);
    }
    if (schema.ref !== undefined && !this.take(of(schema.ref.target))) return false;
    if (!schema.allOf.every((part) => this.take(of(part)))) return false;
    if (schema.anyOf.length > 0) this.choices.push(schema.anyOf.map((part) => option([], [of(part)])));
    if (schema.oneOf.length > 0) {
      this.choices.push(
        schema.oneOf.map((part, index) => {
          const others = schema.oneOf.filter((_, other) => other !== index).map((other) => literals.of(other, true));
          return option([], [of(part), ...others]);
        }),
      );
    }
    if (schema.if !== undefined) {
      const yes = schema.then === undefined ? [] : [of(schema.then)];
      const no = schema.else === undefined ? [] : [of(schema.else)];
      if (yes.length + no.length > 0) {
        this.choices.push([option([], [of(schema.if), ...yes]), option([], [literals.of(schema.if, true), ...no])]);
      }
    }
    return schema.not === undefined || this.take(literals.of(schema.not, true));
  }

  #list(values: ReadonlyMap<string, Json>): boolean {
    const before = this.values;
    this.values = before === undefined ? values : new Map([...before].filter(([text]) => values.has(text)));
    return this.values.size > 0;
  }

  #break(schema: Schema): boolean {
    const options = this.#waysToBreak(schema);
    const [only] = options;
    if (only === undefined) return false;
    if (options.length === 1) return this.choose(only);
    // A value of a type that the schema does not allow breaks it, whatever else it is.
    if (options.some((one) => one === BROKEN)) return true;
    this.choices.push(options);
    return true;
  }

  #waysToBreak(schema: Schema): readonly Option[] {
    const { literals } = this;
    const parts = partsOf(schema);
    const of = (part: Schema): Literal => literals.of(part);
    const not = (part: Schema): Literal => literals.of(part, true);
    if ((parts.types & this.type) === 0) return [BROKEN];
    const options: Option[] = [];
    if ((this.type & ~parts.types) !== 0) options.push(option([{ kind: 'types', types: this.type & ~parts.types }]));
    if (parts.values !== undefined) options.push(option([{ kind: 'notAmong', values: parts.values }]));
    for (const assertion of assertionsFor(parts, this.type)) options.push(...broken(assertion, literals));
    if (schema.ref !== undefined) options.push(option([], [not(schema.ref.target)]));
    for (const part of schema.allOf) options.push(option([], [not(part)]));
    if (schema.anyOf.length > 0) options.push(option([], schema.anyOf.map(not)));
    if (schema.oneOf.length > 0) options.push(option([], schema.oneOf.map(not)), ...pairs(schema.oneOf, of));
    if (schema.not !== undefined) options.push(option([], [of(schema.not)]));
    if (schema.if !== undefined) {
      if (schema.then !== undefined) options.push(option([], [of(schema.if), not(schema.then)]));
      if (schema.else !== undefined) options.push(option([], [not(schema.if), not(schema.else)]));
    }
    if (parts.unknown !== undefined) options.push({ facts: [], literals: [], unknown: parts.unknown });
    return options;
  }
}

const BROKEN: Option = option([]);

const MAX_BRANCHES = 60;

/** Two branches of `oneOf` at once. */
function pairs(branches: readonly Schema[], of: (schema: Schema) => Literal): readonly Option[] {
  if (branches.length > MAX_BRANCHES) {
    return [{ facts: [], literals: [], unknown: 'a union has too many alternatives of which one must hold alone' }];
  }
  return branches.flatMap((one, index) => branches.slice(index + 1).map((other) => option([], [of(one), of(other)])));
}
