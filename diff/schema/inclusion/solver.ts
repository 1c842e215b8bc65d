import type { Schema } from '../../../openapi/model/schema.js';
import type { Json } from '../../../openapi/source/json.js';
import { type Answer, firstValue, NONE, unknown, value } from './answer.js';
import { isBareList, saysNothing } from './bare.js';
import { Branch } from './branch.js';
import { normalised } from './demands.js';
import { evaluate } from './evaluate.js';
import { type Literal, Literals } from './literal.js';
import { partsOf } from './parts.js';
import { search } from './search.js';
import { splitUnion } from './split-union.js';
import { ANY_TYPE, ARRAY, BOOLEAN, NULL, NUMBER, OBJECT, STRING } from './value-types.js';
import { Words } from './words.js';

/** Thrown when a question takes more work than any question may. */
export class TooMuchWork extends Error {
  override readonly name = 'TooMuchWork';
}

interface Frame {
  readonly index: number;
  readonly level: number;
  /** The lowest frame whose emptiness was assumed while this one was worked on. */
  lowest: number;
}

/** An answer that rests on an assumption about a frame that is still open. */
interface Provisional {
  readonly key: string;
}

/** The work that one question may take. */
const WORK = 30_000;
/** Where questions took too much, the next ones may take less and less, so that a document full of them is answered in time. */
const LEAST_WORK = 300;
const IMPATIENCE = 4;
/** As many comparisons of two demands are as much work as one step. */
const COMPARISONS_PER_STEP = 50;

const MAX_LEVEL = 120;
/** The order in which types are tried: what a person reads most easily first. */
const TYPES = [STRING, NUMBER, BOOLEAN, OBJECT, ARRAY, NULL];

/**
 * Looks for a value that keeps to a set of demands. Values are finite, so a value of a recursive schema never needs another of the
 * very same demands inside itself: demands met again further inside are taken to have no value. What was concluded from that is kept
 * for good only when it turns out to be so.
 */
export class Solver {
  readonly literals = new Literals();
  readonly words = new Words();
  /** The names that were found for properties, by what was asked of them. */
  readonly names = new Map<string, Answer>();
  readonly #known = new Map<string, Answer>();
  readonly #provisional: Provisional[] = [];
  readonly #provisionalLowest = new Map<string, number>();
  readonly #open = new Map<string, Frame>();
  readonly #stack: Frame[] = [];
  #allowed = WORK;
  #work = 0;

  /** @throws TooMuchWork */
  solve(demands: readonly Literal[]): Answer {
    this.#work = this.#allowed;
    this.literals.comparisons = 0;
    try {
      return this.sat(demands, 0);
    } catch (error) {
      if (error instanceof TooMuchWork) this.#allowed = Math.max(LEAST_WORK, this.#allowed / IMPATIENCE);
      throw error;
    } finally {
      for (const { key } of this.#provisional.splice(0)) this.#known.delete(key);
      this.#provisionalLowest.clear();
      this.#open.clear();
      this.#stack.length = 0;
    }
  }

  spend(work = 1): void {
    this.#work -= work;
    if (this.#work < this.literals.comparisons / COMPARISONS_PER_STEP) throw new TooMuchWork('it takes too much work');
  }

  /** @param level how deep inside the value this is */
  sat(demands: readonly Literal[], level: number): Answer {
    const state = normalised(demands, this.literals);
    if (state === undefined) return NONE;
    const key = state
      .map((demand) => demand.key)
      .sort((a, b) => a - b)
      .join();
    const known = this.#known.get(key);
    if (known !== undefined) {
      this.#depend(this.#provisionalLowest.get(key));
      return known;
    }
    const open = this.#open.get(key);
    if (open !== undefined) {
      if (open.level === level) return unknown('a schema refers to itself without end');
      this.#depend(open.index);
      return NONE;
    }
    if (level > MAX_LEVEL) return unknown('the schemas are nested too deeply');
    this.spend();
    return this.#enter(key, state, level);
  }

  #enter(key: string, state: readonly Literal[], level: number): Answer {
    const index = this.#stack.length;
    const frame: Frame = { index, level, lowest: index };
    const firstProvisional = this.#provisional.length;
    this.#stack.push(frame);
    this.#open.set(key, frame);
    const answer = this.#answer(state, level);
    this.#stack.pop();
    this.#open.delete(key);
    this.#settle(key, frame, answer, firstProvisional);
    return answer;
  }

  #settle(key: string, frame: Frame, answer: Answer, firstProvisional: number): void {
    const rests = frame.lowest < frame.index;
    if (answer.kind === 'none' && !rests) {
      for (const { key: settled } of this.#provisional.splice(firstProvisional))
        this.#provisionalLowest.delete(settled);
    } else if (answer.kind === 'none') {
      for (const one of this.#provisional.slice(firstProvisional)) this.#provisionalLowest.set(one.key, frame.lowest);
    } else {
      // The assumption that there is none was wrong, or may be: what rests on it has to be looked at again.
      for (const { key: refuted } of this.#provisional.splice(firstProvisional)) {
        this.#known.delete(refuted);
        this.#provisionalLowest.delete(refuted);
      }
    }
    this.#known.set(key, answer);
    if (answer.kind === 'value' || !rests) return;
    this.#provisional.push({ key });
    this.#provisionalLowest.set(key, frame.lowest);
    this.#depend(frame.lowest);
  }

  #depend(on: number | undefined): void {
    const frame = this.#stack.at(-1);
    if (frame !== undefined && on !== undefined && on < frame.lowest) frame.lowest = on;
  }

  #answer(state: readonly Literal[], level: number): Answer {
    const listed = this.#listed(state);
    if (listed !== undefined) return listed;
    const split = this.#split(state, level);
    if (split !== undefined) return split;
    if (this.#oneIsEnough(state, level)) return NONE;
    let types = ANY_TYPE;
    for (const { schema, negated } of state) if (!negated) types &= partsOf(schema).types;
    return firstValue(
      TYPES.filter((type) => (type & types) !== 0),
      (type) => {
        const branch = new Branch(type, this.literals);
        if (!state.every((demand) => branch.take(demand))) return NONE;
        return search(branch, { solver: this, state, level });
      },
    );
  }

  /** Takes a union apart: each alternative of one that must hold, and what is beside one that must not. */
  #split(state: readonly Literal[], level: number): Answer | undefined {
    const held = state.find(({ schema, negated }) => !negated && splitUnion(schema) !== undefined);
    const demand = held ?? state.find(({ schema, negated }) => negated && isUnionAmongOthers(schema));
    const split = demand && splitUnion(demand.schema);
    if (demand === undefined || split === undefined) return undefined;
    const others = state.filter((one) => one !== demand);
    const { rest, branches, keyword, union } = split;
    if (demand.negated) {
      return firstValue([rest, union], (part) => this.sat([...others, this.literals.of(part, true)], level));
    }
    const beside = this.literals.of(rest, false, demand.closed);
    return firstValue(branches, (part) => {
      const not = keyword === 'anyOf' ? [] : branches.filter((other) => other !== part);
      const excluded = not.map((other) => this.literals.of(other, true));
      return this.sat([...others, beside, this.literals.of(part, false, demand.closed), ...excluded], level);
    });
  }

  /** Where a schema lists its values, each is tried. */
  #listed(state: readonly Literal[]): Answer | undefined {
    let fewest: ReadonlyMap<string, Json> | undefined;
    for (const { schema, negated } of state) {
      const values = negated ? undefined : partsOf(schema).values;
      if (values !== undefined && (fewest === undefined || values.size < fewest.size)) fewest = values;
    }
    if (fewest === undefined) return undefined;
    let left = [...fewest];
    // Most lists are asked about another one, by which most values need no closer look.
    for (const { schema, negated } of state) {
      const excluded = negated && isBareList(schema) ? partsOf(schema).values : undefined;
      if (excluded !== undefined) left = left.filter(([text]) => !excluded.has(text));
    }
    return this.firstOf(
      left.map(([, one]) => one),
      state,
    );
  }

  /** The first of some values that keeps to the demands. */
  firstOf(values: Iterable<Json>, state: readonly Literal[]): Answer {
    return firstValue(values, (one) => {
      const verdict = keeps(one, state);
      if (verdict === undefined) return unknown('whether a listed value is valid cannot be told');
      return verdict ? value(one) : NONE;
    });
  }

  /**
   * Where several schemas must not hold, as for a union that must not, one of them is often enough to see that there is no value,
   * and much quicker than all together.
   */
  #oneIsEnough(state: readonly Literal[], level: number): boolean {
    const negated = state.filter((demand) => demand.negated);
    if (negated.length < 2) return false;
    const positive = state.filter((demand) => !demand.negated);
    return negated.some((one) => this.sat([...positive, one], level).kind === 'none');
  }
}

/** Whether a schema that must not hold is a union and something else, so that one of the two must not. */
function isUnionAmongOthers(schema: Schema): boolean {
  const split = splitUnion(schema);
  return split !== undefined && split.keyword === 'anyOf' && !saysNothing(split.rest);
}

/** Whether a value keeps to the demands; what a sender declares is not asked. */
export function keeps(one: Json, state: readonly Literal[]): boolean | undefined {
  let verdict: boolean | undefined = true;
  for (const { schema, negated } of state) {
    const valid = evaluate([schema], one);
    if (valid === negated) return false;
    if (valid === undefined) verdict = undefined;
  }
  return verdict;
}
