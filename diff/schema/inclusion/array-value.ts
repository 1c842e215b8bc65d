import type { Json } from '../../../openapi/source/json.js';
import { schemaWith } from '../part.js';
import { type Answer, firstValue, NONE, unknown, value } from './answer.js';
import type { Branch } from './branch.js';
import type { Fact } from './fact.js';
import type { Literal } from './literal.js';
import type { Task } from './search.js';

type FactOf<Kind extends Fact['kind']> = Extract<Fact, { readonly kind: Kind }>;

interface Arrays {
  readonly items: readonly FactOf<'items'>[];
  readonly at: readonly FactOf<'itemAt'>[];
  readonly some: readonly FactOf<'someItem'>[];
  readonly contains: readonly FactOf<'contains'>[];
  readonly unique: boolean;
  readonly repeated: boolean;
  readonly listed: readonly Json[];
  readonly min: number;
  readonly max: number;
}

/** The longest array that is built to show something. */
const LONGEST = 1_000;
const MAX_UNIQUE = 64;

export function arrayOf(branch: Branch, task: Task): Answer {
  const arrays = arraysOf(branch);
  if (arrays.unique && arrays.repeated) return NONE;
  const special = arrays.contains.reduce((sum, { min }) => sum + min, arrays.some.length + (arrays.repeated ? 2 : 0));
  const prefix = Math.max(
    0,
    ...arrays.items.map(({ prefix: { length } }) => length),
    ...arrays.some.map(({ from }) => from),
  );
  const min = Math.max(arrays.min, ...arrays.at.map(({ index }) => index + 1));
  // Beyond the items that something is said about, one more is like the one before. An array more for each that is listed.
  const enough = Math.max(min, prefix + special) + 1 + arrays.listed.length;
  const max = Math.min(arrays.max, enough);
  const lengths: number[] = [];
  for (let length = min; length <= max && lengths.length <= 200; length++) lengths.push(length);
  if (min <= LONGEST && lengths.length > 200) return unknown('arrays of too many lengths would have to be tried');
  return firstValue(lengths, (length) => new Builder(arrays, length, task).build());
}

function arraysOf({ facts }: Branch): Arrays {
  const of = <Kind extends Fact['kind']>(kind: Kind): FactOf<Kind>[] =>
    facts.filter((fact): fact is FactOf<Kind> => fact.kind === kind);
  return {
    items: of('items'),
    at: of('itemAt'),
    some: of('someItem'),
    contains: of('contains'),
    unique: of('unique').length > 0,
    repeated: of('repeated').length > 0,
    listed: of('notAmong').flatMap((fact) => [...fact.values.values()].filter((one) => Array.isArray(one))),
    min: Math.max(0, ...of('minItems').map(({ count }) => Math.ceil(count))),
    max: Math.min(Number.POSITIVE_INFINITY, ...of('maxItems').map(({ count }) => Math.floor(count))),
  };
}

class Builder {
  readonly #arrays: Arrays;
  readonly #length: number;
  readonly #task: Task;

  constructor(arrays: Arrays, length: number, task: Task) {
    this.#arrays = arrays;
    this.#length = length;
    this.#task = task;
  }

  build(): Answer {
    const { items, at } = this.#arrays;
    if (this.#length > LONGEST) return this.#tooLong();
    const demands: Literal[][] = [];
    for (let index = 0; index < this.#length; index++) {
      demands.push(items.flatMap((fact) => fact.prefix[index] ?? fact.rest ?? []));
    }
    for (const { index, item } of at) demands[index]?.push(item);
    return this.#place(demands, 0);
  }

  /** Too long to build; but where no item is possible at all, there is none. */
  #tooLong(): Answer {
    const rest = this.#arrays.items.flatMap((fact) => (fact.prefix.length < this.#length ? (fact.rest ?? []) : []));
    if (this.#task.solver.sat(rest, this.#task.level + 1).kind === 'none') return NONE;
    return unknown('the shortest value that shows it is too long');
  }

  /** Places the demands on some item, one after the other, at each position that could bear them. */
  #place(demands: readonly (readonly Literal[])[], index: number): Answer {
    const demand = this.#arrays.some[index];
    if (demand === undefined) return this.#contain(demands, 0);
    const positions = distinct(demands, demand.from);
    return firstValue(positions, (position) => {
      this.#task.solver.spend();
      return this.#place(withDemand(demands, position, demand.item), index + 1);
    });
  }

  /** Decides for each item whether it is one of those counted by `contains`. */
  #contain(demands: readonly (readonly Literal[])[], index: number): Answer {
    const demand = this.#arrays.contains[index];
    if (demand === undefined) return this.#fill(demands);
    const { item, min, max } = demand;
    const not = this.#task.solver.literals.negation(item);
    const bounded = max !== Number.POSITIVE_INFINITY;
    const assign = (rows: readonly (readonly Literal[])[], from: number, count: number): Answer => {
      if (count > max || count + rows.length - from < min) return NONE;
      if (from === rows.length || (count >= min && !bounded)) return this.#contain(rows, index + 1);
      return firstValue(count < min ? [item, not] : [not, item], (one) => {
        this.#task.solver.spend();
        if (one === not && !bounded) return assign(rows, from + 1, count);
        const next = withDemand(rows, from, one);
        if (this.#task.solver.sat(next[from] ?? [], this.#task.level + 1).kind === 'none') return NONE;
        return assign(next, from + 1, one === item ? count + 1 : count);
      });
    };
    return assign(demands, 0, 0);
  }

  #fill(demands: readonly (readonly Literal[])[]): Answer {
    const { solver, level } = this.#task;
    const { unique, repeated, listed } = this.#arrays;
    if (repeated) return this.#repeat(demands);
    const items: Json[] = [];
    let unsure: Answer | undefined;
    for (const [index, row] of demands.entries()) {
      if (unique && index > MAX_UNIQUE) return unknown('too many different items would be needed');
      const others = unique && index > 0 ? [this.#noneOf(items)] : [];
      const answer = solver.sat([...row, ...others], level + 1);
      if (answer.kind === 'none') {
        // A different choice for an item before might have left something for this one.
        const isSure =
          !unique || solver.sat(row, level + 1).kind === 'none' || sameDemands(demands) || this.#areTooFew(demands);
        return isSure ? NONE : unknown('whether all items can be different is not decided');
      }
      if (answer.kind === 'unknown') unsure = answer;
      else items.push(answer.value);
    }
    if (unsure !== undefined) return unsure;
    return listed.length === 0 ? value(items) : this.#unlisted(items, demands);
  }

  /** Whether what is demanded of every item leaves fewer values than there are items. */
  #areTooFew(demands: readonly (readonly Literal[])[]): boolean {
    const { solver, level } = this.#task;
    const [first = [], ...others] = demands.map((row) => new Set(row));
    const shared = [...first].filter((literal) => others.every((row) => row.has(literal)));
    const items: Json[] = [];
    while (items.length < demands.length) {
      const answer = solver.sat([...shared, this.#noneOf(items)], level + 1);
      if (answer.kind !== 'value') return answer.kind === 'none';
      items.push(answer.value);
    }
    return false;
  }

  /** Two items that are equal keep to the demands on both. */
  #repeat(demands: readonly (readonly Literal[])[]): Answer {
    const { solver, level } = this.#task;
    const twice = distinct(demands, 0).flatMap((one) =>
      distinct(demands, one + 1).map((other) => [one, other] as const),
    );
    return firstValue(twice, ([one, other]) => {
      const shared = solver.sat([...(demands[one] ?? []), ...(demands[other] ?? [])], level + 1);
      if (shared.kind !== 'value') return shared;
      const items: Json[] = [];
      for (const [index, row] of demands.entries()) {
        const answer = index === one || index === other ? shared : solver.sat(row, level + 1);
        if (answer.kind !== 'value') return answer;
        items.push(answer.value);
      }
      return value(items);
    });
  }

  /** An array that is not among those listed: one item is something else. */
  #unlisted(items: readonly Json[], demands: readonly (readonly Literal[])[]): Answer {
    const isListed = (array: readonly Json[]): boolean => {
      const not = schemaWith({ enum: this.#arrays.listed });
      return this.#task.solver.firstOf([array], [this.#task.solver.literals.of(not, true)]).kind === 'none';
    };
    if (!isListed(items)) return value(items);
    const { solver, level } = this.#task;
    for (const [index, row] of demands.entries()) {
      const tried: Json[] = [items[index] ?? null];
      while (tried.length <= this.#arrays.listed.length) {
        const answer = solver.sat(
          [...row, this.#noneOf(this.#arrays.unique ? [...tried, ...items] : tried)],
          level + 1,
        );
        if (answer.kind !== 'value') break;
        const changed = items.map((item, at) => (at === index ? answer.value : item));
        if (!isListed(changed)) return value(changed);
        tried.push(answer.value);
      }
    }
    return items.length === 0 ? NONE : unknown('whether there is an array that is not listed is not decided');
  }

  #noneOf(values: readonly Json[]): Literal {
    return this.#task.solver.literals.of(schemaWith({ enum: values }), true);
  }
}

function sameDemands(demands: readonly (readonly Literal[])[]): boolean {
  const keyOf = (row: readonly Literal[]): string => row.map(({ key }) => key).join();
  return new Set(demands.map(keyOf)).size === 1;
}

/** The positions from one on, one for each kind of demands. */
function distinct(demands: readonly (readonly Literal[])[], from: number): readonly number[] {
  const kinds = new Map<string, number>();
  for (let index = from; index < demands.length; index++) {
    const key = (demands[index] ?? []).map((literal) => literal.key).join();
    if (!kinds.has(key)) kinds.set(key, index);
  }
  return [...kinds.values()];
}

function withDemand(
  demands: readonly (readonly Literal[])[],
  at: number,
  item: Literal,
): readonly (readonly Literal[])[] {
  return demands.map((row, index) => (index === at ? [...row, item] : row));
}
