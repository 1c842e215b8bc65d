import { canonical } from '../../../openapi/source/stringify.js';
import { type Answer, NONE, unknown, value } from './answer.js';
import type { Branch } from './branch.js';
import { Grid, integer, isMultipleOf } from './decimal.js';
import { FRACTION, NUMBER, WHOLE } from './value-types.js';

interface Bound {
  readonly at: number | bigint;
  readonly exclusive: boolean;
}

interface Numbers {
  readonly low: Bound | undefined;
  readonly high: Bound | undefined;
  readonly steps: readonly (number | bigint)[];
  readonly notSteps: readonly (number | bigint)[];
  readonly listed: ReadonlySet<string>;
}

/** How many multiples are looked at one by one. */
const MAX_TRIED = 2_000n;

/** A number that keeps to the facts, the plainest that comes to mind. */
export function numberOf(branch: Branch): Answer {
  const numbers = numbersOf(branch);
  const { low, high, steps, notSteps } = numbers;
  if (low !== undefined && high !== undefined) {
    if (low.at > high.at || (equal(low.at, high.at) && (low.exclusive || high.exclusive))) return NONE;
  }
  if (steps.some((step) => notSteps.some((not) => isMultipleOf(step, not)))) return NONE;
  const plain = plainCandidates(numbers);
  const fitting = plain.filter((one) => fits(one, numbers));
  const found = fitting.find((one) => agreesWithDivision(one, numbers)) ?? fitting[0];
  if (found !== undefined) return value(found);
  if (steps.length > 0) return multiple(numbers, Grid.of(steps));
  // A single number is among the candidates; between two bounds there are always more.
  if (low !== undefined && high !== undefined && equal(low.at, high.at)) return NONE;
  return between(numbers);
}

/** A number and a big integer are compared by value. */
function equal(a: number | bigint, b: number | bigint): boolean {
  return a <= b && a >= b;
}

function numbersOf(branch: Branch): Numbers {
  let low: Bound | undefined;
  let high: Bound | undefined;
  const steps: (number | bigint)[] = [];
  const notSteps: (number | bigint)[] = [];
  const listed = new Set<string>();
  for (const fact of branch.facts) {
    switch (fact.kind) {
      case 'above':
        if (low === undefined || fact.bound > low.at || (equal(fact.bound, low.at) && fact.exclusive))
          low = { at: fact.bound, exclusive: fact.exclusive };
        break;
      case 'below':
        if (high === undefined || fact.bound < high.at || (equal(fact.bound, high.at) && fact.exclusive))
          high = { at: fact.bound, exclusive: fact.exclusive };
        break;
      case 'multiple':
        steps.push(fact.of);
        break;
      case 'notMultiple':
        notSteps.push(fact.of);
        break;
      case 'notAmong':
        for (const [text, one] of fact.values) if (typeof one !== 'object') listed.add(text);
        break;
      default:
    }
  }
  if ((branch.types & NUMBER) === WHOLE) steps.push(1);
  if ((branch.types & NUMBER) === FRACTION) notSteps.push(1);
  return { low, high, steps, notSteps, listed };
}

function fits(one: number | bigint, { low, high, steps, notSteps, listed }: Numbers): boolean {
  if (typeof one === 'number' && !Number.isFinite(one)) return false;
  if (low !== undefined && (low.exclusive ? one <= low.at : one < low.at)) return false;
  if (high !== undefined && (high.exclusive ? one >= high.at : one > high.at)) return false;
  if (!steps.every((step) => isMultipleOf(one, step)) || notSteps.some((step) => isMultipleOf(one, step))) return false;
  return listed.size === 0 || !listed.has(canonical(one));
}

/** Validators divide in binary. A value on which both agree is the better proof. */
function agreesWithDivision(one: number | bigint, { steps, notSteps }: Numbers): boolean {
  const divides = (step: number | bigint): boolean => Number.isInteger(Number(one) / Number(step));
  return steps.every(divides) && !notSteps.some(divides);
}

function plainCandidates({ low, high, steps, notSteps }: Numbers): readonly (number | bigint)[] {
  const candidates: (number | bigint)[] = [1, 0, 2, -1, 0.5, 1.5, -0.5];
  for (const bound of [low?.at, high?.at]) {
    if (bound === undefined) continue;
    if (typeof bound === 'bigint' || !Number.isSafeInteger(bound)) {
      candidates.push(bound);
      if (typeof bound === 'bigint') candidates.push(integer(bound + 1n), integer(bound - 1n));
      else candidates.push(Math.ceil(bound), Math.floor(bound));
    } else candidates.push(bound, bound + 1, bound - 1, bound + 0.5, bound - 0.5);
  }
  for (const step of [...steps, ...notSteps]) {
    if (typeof step === 'number') candidates.push(step, 2 * step, 3 * step, -step, step / 2, step + 1);
    else candidates.push(step, integer(step + 1n));
  }
  return candidates;
}

function multiple(numbers: Numbers, grid: Grid): Answer {
  const { low, high } = numbers;
  const first = low && grid.first(low.at, low.exclusive);
  const last = high && grid.last(high.at, high.exclusive);
  if (first !== undefined && last !== undefined && first > last) return NONE;
  const few = first !== undefined && last !== undefined && last - first < MAX_TRIED;
  const [from, step] = first !== undefined ? [first, 1n] : last !== undefined ? [last, -1n] : [1n, 1n];
  const count = few ? last - first + 1n : MAX_TRIED;
  for (let tried = 0n; tried < count; tried++) {
    const one = grid.at(from + tried * step);
    if (one === undefined) return unknown('the numbers that show it cannot be written exactly');
    if (fits(one, numbers)) return value(one);
  }
  return few ? NONE : unknown('no number that shows it was found among many');
}

function between(numbers: Numbers): Answer {
  const low = Number(numbers.low?.at ?? Number(numbers.high?.at ?? 0) - 1_000);
  const high = Number(numbers.high?.at ?? low + 1_000);
  for (let parts = 2; parts <= 64; parts++) {
    for (let part = 1; part < parts; part++) {
      const one = low + ((high - low) * part) / parts;
      if (fits(one, numbers)) return value(one);
    }
  }
  return unknown('no number that shows it was found among many');
}
