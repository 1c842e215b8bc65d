import type { Schema } from '../../../openapi/model/schema.js';
import type { Json } from '../../../openapi/source/json.js';
import { CompactProofs } from './compact-proofs.js';
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

/** More than this a validator is not asked to do for one witness. */
const MOST_WORK = 100_000;

interface Claim {
  readonly index: number;
  readonly schema: PlainSchema;
  readonly witness: Json;
}

/**
 * Asks a validator whether each witness is valid for the left and invalid for the right side. `false` also where the validator cannot
 * decide it. All are asked at once; only where that fails is it found out which ones do not hold.
 */
export function confirmWitnesses(list: readonly Refutation[]): readonly boolean[] {
  const confirmed = list.map(() => false);
  const proofs = new Proofs();
  const claims = list.flatMap((refutation, index) => claim(refutation, index, proofs));
  if (claims.length > 0) settle(claims, proofs, confirmed);
  return confirmed;
}

function claim({ left, right, witness }: Refutation, index: number, proofs: Proofs): readonly Claim[] {
  try {
    const valid = all(left.map((schema) => proofs.accepting(schema, witness)));
    const invalid = first(right, (schema) => proofs.rejecting(schema, witness));
    if (valid === undefined || invalid === undefined) return [];
    const schema = { allOf: [valid, { not: invalid }] };
    return proofs.workOf(schema) > MOST_WORK ? [] : [{ index, schema, witness: exactJson(witness) }];
  } catch (error) {
    if (error instanceof NotExpressible) return [];
    throw error;
  }
}

function settle(claims: readonly Claim[], proofs: Proofs, confirmed: boolean[]): void {
  if (hold(claims, proofs)) {
    for (const { index } of claims) confirmed[index] = true;
  } else if (claims.length > 1) {
    const middle = claims.length >> 1;
    settle(claims.slice(0, middle), proofs, confirmed);
    settle(claims.slice(middle), proofs, confirmed);
  }
}

function hold(claims: readonly Claim[], { definitions }: Proofs): boolean {
  try {
    const compact = new CompactProofs(definitions);
    // Of what is denied twice the validator writes down no reasons.
    const all = { type: 'array', prefixItems: compact.of(claims.map(({ schema }) => schema)) };
    const validate = new ProofValidator().compile({ not: { not: all }, $defs: compact.definitions });
    return validate(claims.map(({ witness }) => witness)) === true;
  } catch {
    // What the validator cannot compile, it does not confirm.
    return false;
  }
}
