import { type Answer, firstValue, NONE, unknown, value } from './answer.js';
import { arrayOf } from './array-value.js';
import type { Branch } from './branch.js';
import type { Fact, Option } from './fact.js';
import type { Literal } from './literal.js';
import { numberOf } from './number-value.js';
import { childDemands } from './object-facts.js';
import { objectOf } from './object-value.js';
import type { Solver } from './solver.js';
import { stringOf } from './string-value.js';
import { ARRAY, BOOLEAN, NULL, OBJECT, STRING, typeOfValue } from './value-types.js';

/** What a search works for. */
export interface Task {
  readonly solver: Solver;
  /** All the demands on the value. */
  readonly state: readonly Literal[];
  readonly level: number;
}

/** Looks for a value on all ways through the open choices of a branch, those with the fewest ways first. */
export function search(branch: Branch, task: Task): Answer {
  for (let again = true; again; ) {
    again = false;
    const open: (readonly Option[])[] = [];
    const choices = branch.choices;
    branch.choices = [];
    for (const [index, options] of choices.entries()) {
      const possible = options.filter((one) => isPossible(one, branch));
      const [only] = possible;
      if (only === undefined) return NONE;
      if (possible.length > 1) {
        open.push(possible);
        continue;
      }
      task.solver.spend();
      if (!branch.choose(only)) return NONE;
      again = true;
      open.push(...choices.slice(index + 1));
      break;
    }
    branch.choices = [...open, ...branch.choices];
  }
  const [only, ...others] = branch.choices;
  if (only === undefined) return leaf(branch, task);
  // One choice is made by trying; before several are made, what is hopeless on its own is left out of each.
  const choices = others.length === 0 ? [only] : branch.choices.map((options) => hopeful(options, branch, task));
  const least = choices.reduce((fewest, one) => (one.length < fewest.length ? one : fewest), choices[0] ?? only);
  const rest = choices.filter((one) => one !== least);
  return firstValue(least, (one) => {
    task.solver.spend();
    const next = branch.copy();
    next.choices = [...rest];
    return next.choose(one) ? search(next, task) : NONE;
  });
}

function hopeful(options: readonly Option[], branch: Branch, task: Task): readonly Option[] {
  const kept = options.filter((one) => !isHopeless(one, branch, task));
  return kept.length === options.length ? options : kept;
}

/** A quick look at whether a way is plainly closed. */
function isPossible({ facts, literals }: Option, branch: Branch): boolean {
  for (const literal of literals) {
    for (const taken of branch.taken.values()) if (branch.literals.contradict(literal, taken)) return false;
  }
  return facts.every((fact) => isPossibleFact(fact, branch));
}

function isPossibleFact(fact: Fact, branch: Branch): boolean {
  switch (fact.kind) {
    case 'types':
      return (branch.types & fact.types) !== 0;
    case 'absent':
      return !branch.facts.some((other) => other.kind === 'required' && other.names.includes(fact.name));
    case 'required':
      return !branch.facts.some((other) => other.kind === 'absent' && fact.names.includes(other.name));
    case 'property': {
      const others = childDemands(branch.facts, fact.name, branch.literals);
      return others === undefined || !others.some((other) => branch.literals.contradict(fact.value, other));
    }
    default:
      return true;
  }
}

/** Whether the value of a property that a way demands is none, whatever the other choices are. */
function isHopeless({ facts }: Option, branch: Branch, { solver, level }: Task): boolean {
  return facts.some((fact) => {
    if (fact.kind !== 'property') return false;
    const demands = childDemands(branch.facts, fact.name, branch.literals);
    return demands !== undefined && solver.sat([...demands, fact.value], level + 1).kind === 'none';
  });
}

function leaf(branch: Branch, task: Task): Answer {
  const answer = valueFor(branch, task);
  return answer.kind === 'value' && branch.unknown !== undefined ? unknown(branch.unknown) : answer;
}

function valueFor(branch: Branch, task: Task): Answer {
  if (branch.values !== undefined) {
    const values = [...branch.values.values()].filter((one) => (typeOfValue(one) & branch.types) !== 0);
    return task.solver.firstOf(values, task.state);
  }
  switch (branch.type) {
    case NULL:
      return firstValue([null], (one) => (isListed(null, branch) ? NONE : value(one)));
    case BOOLEAN:
      return firstValue([true, false], (one) => (isListed(one, branch) ? NONE : value(one)));
    case STRING:
      return stringOf(branch, task);
    case ARRAY:
      return arrayOf(branch, task);
    case OBJECT:
      return objectOf(branch, task);
    default:
      return numberOf(branch);
  }
}

function isListed(one: null | boolean, branch: Branch): boolean {
  return branch.facts.some((fact) => fact.kind === 'notAmong' && fact.values.has(String(one)));
}
