import type { Schema } from '../../../openapi/model/schema.js';
import type { Json } from '../../../openapi/source/json.js';
import { CompactProofs, type Definitions } from './compact-proofs.js';
import { exactJson, NotExpressible } from './exact-number.js';
import type { PlainSchema } from './plain-assertion.js';
import { all, first } from './proof-assertion.js';
import { Proofs } from './proof-schema.js';
import { ProofValidator } from './proof-validator.js';

/** A value that is to be valid on the left and invalid on the right; several schemas of a side hold together. */
export interface Refutation {
  readonly left: readonly Schema[];
  readonly right: readonly Schema[];
  readonly witness: Json;
}

/** What a validator said, by the text of what it was asked. */
export type Verdicts = Map<string, boolean>;

/** More than this a validator is not asked to do for one witness. */
const MOST_WORK = 100_000;
/** Longer texts are not kept, nor more of them. */
const LONGEST_KEPT = 2_000;
const MOST_KEPT = 5_000;

interface Claim {
  readonly schema: PlainSchema;
  readonly witness: Json;
}

/** A claim with all that tells it from others. */
interface Written extends Claim {
  readonly text: string;
}

/**
 * Asks a validator whether each witness is valid for the left and invalid for the right side. `false` also where the validator cannot
 * decide it. All are asked at once, the same only once; only where that fails is it found out which ones do not hold.
 *
 * @param known what was said before: it is not asked again, and what is said now is added
 */
export function confirmWitnesses(list: readonly Refutation[], known: Verdicts = new Map()): readonly boolean[] {
  const proofs = new Proofs();
  // What is used by one claim alone is written into it, so that the same claims must count as one.
  const claims = new Map<string, Claim>();
  const made = list.map((refutation) => {
    const one = claim(refutation, proofs);
    if (one === undefined) return undefined;
    const text = textOf(one);
    claims.set(text, one);
    return text;
  });
  const compact = new CompactProofs(proofs.definitions);
  const schemas = compact.of([...claims.values()].map(({ schema }) => schema));
  const written = new Map<string | undefined, Written>();
  for (const [text, { witness }] of claims) {
    const one = { schema: schemas[written.size] ?? false, witness };
    written.set(text, { ...one, text: textOf(one) });
  }
  const open = new Map([...written.values()].flatMap((one) => (known.has(one.text) ? [] : [[one.text, one]])));
  const said: Verdicts = new Map();
  if (open.size > 0) settle([...open.values()], compact.definitions, said);
  const confirmed = made.map((text) => {
    const one = written.get(text);
    return one !== undefined && (said.get(one.text) ?? known.get(one.text)) === true;
  });
  for (const [text, verdict] of said) keep(text, verdict, known);
  return confirmed;
}

function textOf({ schema, witness }: Claim): string {
  return JSON.stringify([schema, witness]);
}

/** What refers to a definition says something else when it is written again. */
function keep(text: string, verdict: boolean, known: Verdicts): void {
  if (text.length <= LONGEST_KEPT && known.size < MOST_KEPT && !text.includes('"$ref"')) known.set(text, verdict);
}

function claim({ left, right, witness }: Refutation, proofs: Proofs): Claim | undefined {
  try {
    const valid = all(left.map((schema) => proofs.accepting(schema, witness)));
    const invalid = first(right, (schema) => proofs.rejecting(schema, witness));
    if (valid === undefined || invalid === undefined) return undefined;
    const schema = { allOf: [valid, { not: invalid }] };
    return proofs.workOf(schema) > MOST_WORK ? undefined : { schema, witness: exactJson(witness) };
  } catch (error) {
    if (error instanceof NotExpressible) return undefined;
    throw error;
  }
}

function settle(claims: readonly Written[], definitions: Definitions, said: Verdicts): void {
  const verdict = hold(claims, definitions);
  if (verdict || claims.length === 1) {
    for (const { text } of claims) said.set(text, verdict);
    return;
  }
  const middle = claims.length >> 1;
  settle(claims.slice(0, middle), definitions, said);
  settle(claims.slice(middle), definitions, said);
}

function hold(claims: readonly Written[], definitions: Definitions): boolean {
  try {
    const [only] = claims.length === 1 ? claims : [];
    // Of what is denied twice the validator writes down no reasons.
    const all = only?.schema ?? { type: 'array', prefixItems: claims.map(({ schema }) => schema) };
    const validate = new ProofValidator().compile({ not: { not: all }, $defs: definitions });
    return validate(only === undefined ? claims.map(({ witness }) => witness) : only.witness) === true;
  } catch {
    // What the validator cannot compile, it does not confirm.
    return false;
  }
}
