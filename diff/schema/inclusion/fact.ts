import type { Schema } from '../../../openapi/model/schema.js';
import type { Json } from '../../../openapi/source/json.js';
import { saysNothing } from './bare.js';
import type { Literal, Literals } from './literal.js';
import type { Assertion, Shape } from './parts.js';

/** What a value has to be, as one demand that needs no further choice. */
export type Fact =
  | { readonly kind: 'types'; readonly types: number }
  | { readonly kind: 'notAmong'; readonly values: ReadonlyMap<string, Json> }
  | { readonly kind: 'above' | 'below'; readonly bound: number | bigint; readonly exclusive: boolean }
  | { readonly kind: 'multiple' | 'notMultiple'; readonly of: number | bigint }
  | { readonly kind: 'longer' | 'shorter'; readonly length: number }
  | { readonly kind: 'pattern' | 'notPattern'; readonly pattern: string }
  | { readonly kind: 'format' | 'notFormat'; readonly format: string }
  | { readonly kind: 'minItems' | 'maxItems'; readonly count: number }
  | { readonly kind: 'unique' | 'repeated' }
  | { readonly kind: 'items'; readonly prefix: readonly Literal[]; readonly rest: Literal | undefined }
  | { readonly kind: 'itemAt'; readonly index: number; readonly item: Literal }
  | { readonly kind: 'someItem'; readonly from: number; readonly item: Literal }
  | { readonly kind: 'contains'; readonly item: Literal; readonly min: number; readonly max: number }
  | { readonly kind: 'minProperties' | 'maxProperties'; readonly count: number }
  | { readonly kind: 'required'; readonly names: readonly string[] }
  | { readonly kind: 'absent'; readonly name: string }
  | { readonly kind: 'shape'; readonly shape: Shape; readonly closed: boolean }
  | { readonly kind: 'names'; readonly name: Literal }
  | { readonly kind: 'property'; readonly name: string; readonly value: Literal }
  | SomeProperty;

/** Some property has a name of a kind, and a value. */
export interface SomeProperty {
  readonly kind: 'someProperty';
  /** The pattern its name matches. */
  readonly pattern?: string;
  /** The names it does not have. */
  readonly except: ReadonlyMap<string, unknown>;
  readonly exceptPatterns: readonly string[];
  /** What its name has to be. */
  readonly name?: Literal;
  readonly value?: Literal;
}

/** One way to keep to a demand that leaves a choice. */
export interface Option {
  readonly facts: readonly Fact[];
  readonly literals: readonly Literal[];
  /** Whether this way is open cannot be told, for this reason. */
  readonly unknown?: string;
}

export function option(facts: readonly Fact[], literals: readonly Literal[] = []): Option {
  return { facts, literals };
}

/** What keeping to an assertion means: a fact, or ways to choose from. */
export function kept(assertion: Assertion, closed: boolean, literals: Literals): Fact | readonly Option[] {
  switch (assertion.kind) {
    case 'items': {
      const { prefix, rest } = assertion;
      const items = prefix.map((item) => literals.of(item, false, closed));
      return { kind: 'items', prefix: items, rest: rest && literals.of(rest, false, closed) };
    }
    case 'contains':
      return { ...assertion, item: literals.of(assertion.item) };
    case 'shape':
      return { kind: 'shape', shape: assertion.shape, closed };
    case 'names':
      return { kind: 'names', name: literals.of(assertion.name) };
    case 'dependentRequired': {
      const { name, names } = assertion;
      return [option([{ kind: 'absent', name }]), option([{ kind: 'required', names }])];
    }
    case 'dependentSchema': {
      const { name, schema } = assertion;
      const present = option([{ kind: 'required', names: [name] }], [literals.of(schema, false, closed)]);
      return [option([{ kind: 'absent', name }]), present];
    }
    default:
      return assertion;
  }
}

/** The ways to break an assertion. */
export function broken(assertion: Assertion, literals: Literals): readonly Option[] {
  switch (assertion.kind) {
    case 'items':
      return brokenItems(assertion.prefix, assertion.rest, literals);
    case 'contains':
      return brokenContains(assertion, literals.of(assertion.item));
    case 'shape':
      return brokenShape(assertion.shape, literals);
    case 'names': {
      const name = literals.of(assertion.name, true);
      return [option([{ kind: 'someProperty', except: NO_NAMES, exceptPatterns: [], name }])];
    }
    case 'required':
      return assertion.names.map((name) => option([{ kind: 'absent', name }]));
    case 'dependentRequired': {
      const present: Fact = { kind: 'required', names: [assertion.name] };
      return assertion.names.map((name) => option([present, { kind: 'absent', name }]));
    }
    case 'dependentSchema': {
      const present: Fact = { kind: 'required', names: [assertion.name] };
      return [option([present], [literals.of(assertion.schema, true)])];
    }
    default: {
      const fact = brokenScalar(assertion);
      return fact === undefined ? [] : [option([fact])];
    }
  }
}

const NO_NAMES: ReadonlyMap<string, unknown> = new Map();

type Scalar = Exclude<
  Assertion,
  { readonly kind: 'items' | 'contains' | 'shape' | 'names' | 'required' | 'dependentRequired' | 'dependentSchema' }
>;

function brokenScalar(assertion: Scalar): Fact | undefined {
  switch (assertion.kind) {
    case 'above':
      return { kind: 'below', bound: assertion.bound, exclusive: !assertion.exclusive };
    case 'below':
      return { kind: 'above', bound: assertion.bound, exclusive: !assertion.exclusive };
    case 'multiple':
      return { kind: 'notMultiple', of: assertion.of };
    case 'longer':
      return { kind: 'shorter', length: assertion.length - 1 };
    case 'shorter':
      return { kind: 'longer', length: assertion.length + 1 };
    case 'pattern':
      return { kind: 'notPattern', pattern: assertion.pattern };
    case 'format':
      return { kind: 'notFormat', format: assertion.format };
    case 'minItems':
      return { kind: 'maxItems', count: assertion.count - 1 };
    case 'maxItems':
      return { kind: 'minItems', count: assertion.count + 1 };
    case 'unique':
      return { kind: 'repeated' };
    case 'minProperties':
      return { kind: 'maxProperties', count: assertion.count - 1 };
    case 'maxProperties':
      return { kind: 'minProperties', count: assertion.count + 1 };
  }
}

function brokenItems(prefix: readonly Schema[], rest: Schema | undefined, literals: Literals): readonly Option[] {
  const options: Option[] = [];
  for (const [index, item] of prefix.entries()) {
    if (!saysNothing(item)) options.push(option([{ kind: 'itemAt', index, item: literals.of(item, true) }]));
  }
  if (rest !== undefined && !saysNothing(rest)) {
    options.push(option([{ kind: 'someItem', from: prefix.length, item: literals.of(rest, true) }]));
  }
  return options;
}

function brokenContains(
  { min, max }: { readonly min: number; readonly max: number },
  item: Literal,
): readonly Option[] {
  const options: Option[] = [];
  if (min > 0) options.push(option([{ kind: 'contains', item, min: 0, max: min - 1 }]));
  if (max !== Number.POSITIVE_INFINITY) {
    options.push(option([{ kind: 'contains', item, min: max + 1, max: Number.POSITIVE_INFINITY }]));
  }
  return options;
}

function brokenShape({ properties, patterns, additional }: Shape, literals: Literals): readonly Option[] {
  const options: Option[] = [];
  for (const [name, schema] of properties) {
    if (!saysNothing(schema)) options.push(option([{ kind: 'property', name, value: literals.of(schema, true) }]));
  }
  for (const [pattern, schema] of patterns) {
    if (saysNothing(schema)) continue;
    const value = literals.of(schema, true);
    options.push(option([{ kind: 'someProperty', pattern, except: NO_NAMES, exceptPatterns: [], value }]));
  }
  if (additional !== undefined && !saysNothing(additional)) {
    const exceptPatterns = patterns.map(([pattern]) => pattern);
    const value = literals.of(additional, true);
    options.push(option([{ kind: 'someProperty', except: properties, exceptPatterns, value }]));
  }
  return options;
}
