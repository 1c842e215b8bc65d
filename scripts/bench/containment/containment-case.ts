import { type Inclusion, Inclusions, type Reading } from '../../../diff/schema/inclusion/inclusion.js';
import { field, isObject, type Json } from '../../../openapi/source/json.js';
import { modelsOf } from './models-of.js';
import { To2020 } from './to-2020.js';
import { accepts, type Components, validators } from './validators.js';

/** A question whether one schema accepts all that another does, with the answer that somebody expects. */
export interface ContainmentCase {
  /** Absent for closed senders. */
  readonly id?: number;
  readonly s1: Json;
  readonly s2: Json;
  readonly expected: boolean;
  /** Absent means 2020-12. */
  readonly draft?: string;
}

/**
 * What a case comes to. `unreadable`: a schema is none in OpenAPI. Three kinds answer otherwise than expected and are right by more
 * than our word. `validated`: the validator confirms the value that tells the two schemas apart, or accepts the one value that there is.
 * `rewritten`: it does so only for the schemas in the words of 2020-12, because it does not know their draft or an address in them.
 * `decimal`: the case divides binary fractions. Anything else is `wrong`.
 */
export type Outcome = 'right' | 'undecided' | 'unreadable' | 'validated' | 'rewritten' | 'decimal' | 'wrong';

/** Every multiple of 3 is one of 0.3, ten times as many. Divided as binary fractions, some are not. */
const DECIMAL: ReadonlySet<number | undefined> = new Set([3360]);

/** Decides one case and holds the answer against what is expected. */
export async function outcomeOf(one: ContainmentCase, reading: Reading): Promise<Outcome> {
  const answer = await answerTo(rewritten(one), reading);
  if (answer === undefined) return 'unreadable';
  if (answer.kind === 'undecided') return 'undecided';
  if ((answer.kind === 'included') === one.expected) return 'right';
  const confirmed = confirmation(one, answer);
  if (confirmed !== undefined) return confirmed;
  return answer.kind === 'included' && DECIMAL.has(one.id) ? 'decimal' : 'wrong';
}

function draftOf({ draft = 'draft2020-12' }: ContainmentCase): string {
  return draft;
}

function rewritten(one: ContainmentCase): Components {
  return {
    A: new To2020(draftOf(one), '#/components/schemas/A').convert(one.s1),
    B: new To2020(draftOf(one), '#/components/schemas/B').convert(one.s2),
  };
}

/** `undefined` where the schemas are not read: they refer to addresses, or hold keywords with values that are none. */
async function answerTo(components: Components, reading: Reading): Promise<Inclusion | undefined> {
  try {
    const models = await modelsOf(components);
    const [left, right] = [models.get('A'), models.get('B')];
    return left === undefined || right === undefined ? undefined : new Inclusions(reading).decide([left], [right]);
  } catch (error) {
    if (error instanceof Error && 'diagnostics' in error) return undefined;
    throw error;
  }
}

/** How the validator comes to the same answer; `undefined` where it does not. */
function confirmation(one: ContainmentCase, answer: Inclusion): 'validated' | 'rewritten' | undefined {
  const value = answer.kind === 'refuted' ? answer.witness : onlyValue(one.s1);
  if (value === undefined) return undefined;
  const isRightAccepted = answer.kind === 'included';
  const [left, right] = [accepts(one.s1, draftOf(one), value), accepts(one.s2, draftOf(one), value)];
  if (left === false || right === !isRightAccepted) return undefined;
  if (left === true && right === isRightAccepted) return 'validated';
  const [acceptsLeft, acceptsRight] = validators(rewritten(one), ['A', 'B']);
  return acceptsLeft?.(value) === true && acceptsRight?.(value) === isRightAccepted ? 'rewritten' : undefined;
}

/** The value of a schema that accepts just one. */
function onlyValue(schema: Json): Json | undefined {
  return isObject(schema) ? field(schema, 'const') : undefined;
}
