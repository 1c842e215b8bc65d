import type { Schema } from '../../../openapi/model/schema.js';
import type { Json } from '../../../openapi/source/json.js';
import { stringify } from '../../../openapi/source/stringify.js';
import { schemaWith } from '../part.js';
import type { Answer } from './answer.js';
import { bare } from './bare.js';
import { evaluate } from './evaluate.js';
import type { Literal } from './literal.js';
import { plainlyAccepts } from './plainly-accepts.js';
import { Solver, TooMuchWork } from './solver.js';

/** Whether every value of one side is a value of the other. A refutation shows a value of the one that the other rejects. */
export type Inclusion =
  | { readonly kind: 'included' }
  | { readonly kind: 'refuted'; readonly witness: Json }
  | { readonly kind: 'undecided'; readonly reason: string };

/**
 * How the left side, which sends, is read. `open` is plain JSON Schema. `closed` sends declared properties only: others where the
 * schema gives others a schema, and names that the right side does not speak of where it plainly allows others, or declares nothing.
 */
export type Reading = 'closed' | 'open';

const INCLUDED: Inclusion = { kind: 'included' };

/** The longest witness, as JSON. */
const LONGEST = 10_000;

/** Decides inclusions, and remembers what it found out on the way. */
export class Inclusions {
  readonly #reading: Reading;
  readonly #solver = new Solver();
  readonly #decided = new Map<string, Inclusion>();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** Whether every value that keeps to all schemas on the left keeps to all on the right. No schema means any value. */
  decide(left: readonly Schema[], right: readonly Schema[]): Inclusion {
    const { literals } = this.#solver;
    const closed = this.#reading === 'closed';
    const stated = left.length === 0 ? [ANYTHING] : left;
    const open = right.filter((receiver) => !plainlyAccepts(receiver, stated, closed, literals.sameness));
    if (open.length === 0) return INCLUDED;
    const sender = stated.map((schema) => literals.of(schema, false, closed));
    const receivers = open.map((schema) => literals.of(schema, true));
    const key = `${keyOf(sender)}<${keyOf(receivers)}`;
    let answer = this.#decided.get(key);
    if (answer === undefined) {
      answer = this.#decide(sender, receivers);
      this.#decided.set(key, answer);
    }
    return answer;
  }

  #decide(sender: readonly Literal[], receivers: readonly Literal[]): Inclusion {
    let undecided: Inclusion = INCLUDED;
    for (const receiver of receivers) {
      if (sender.some(({ schema }) => this.#solver.literals.sameness.same(schema, receiver.schema))) continue;
      const answer = this.#solve([...sender, receiver]);
      if (answer.kind === 'none') continue;
      const inclusion = this.#conclude(answer, sender, receiver);
      if (inclusion.kind === 'refuted') return inclusion;
      undecided = inclusion;
    }
    return undecided;
  }

  #solve(demands: readonly Literal[]): Answer {
    try {
      return this.#solver.solve(demands);
    } catch (error) {
      if (error instanceof TooMuchWork) return { kind: 'unknown', reason: error.message };
      // Schemas nested by the thousand, or an internal limit of the engine: no answer is better than a wrong one.
      if (error instanceof RangeError) return { kind: 'unknown', reason: 'the schemas are nested too deeply' };
      throw error;
    }
  }

  /** A value is only a witness when both sides agree about it. */
  #conclude(answer: Answer, sender: readonly Literal[], receiver: Literal): Inclusion {
    if (answer.kind === 'none') return INCLUDED;
    if (answer.kind === 'unknown') return { kind: 'undecided', reason: answer.reason };
    const valid = evaluate(
      sender.map(({ schema }) => schema),
      answer.value,
    );
    const accepted = evaluate([receiver.schema], answer.value);
    if (valid !== true || accepted !== false)
      return { kind: 'undecided', reason: 'no value that shows it was confirmed' };
    if (stringify(answer.value).length > LONGEST) {
      return { kind: 'undecided', reason: 'the shortest value that shows it is too long' };
    }
    return { kind: 'refuted', witness: answer.value };
  }
}

const ANYTHING = bare(schemaWith({}));

function keyOf(literals: readonly Literal[]): string {
  return literals.map(({ key }) => key).join();
}
