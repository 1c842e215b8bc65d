import type { Schema } from '../../openapi/model/schema.js';
import type { Change } from '../change.js';
import type { Finding } from '../finding.js';
import type { Judged } from '../judge.js';
import { compareText, isAtLeastAsBad } from '../order.js';
import { LEVELS } from '../policy/policy.js';
import { CoveredPlaces } from './covered-places.js';
import { commonDirection, isBehavior } from './one-behavior.js';

/**
 * Leaves out what another finding tells, which takes over the changes: what a behaviour says changes with it, and how the value is
 * written that came for null. What is worse, or told louder, stays: no statement makes a finding milder.
 */
export function withoutCovered(judged: readonly Judged[]): readonly Judged[] {
  const tellers = new Tellers(judged);
  const taken = new Map<Judged, Judged[]>();
  const told = new Set<Judged>();
  for (const one of judged) {
    const teller = tellers.of(one).find((other) => isNoWorse(one.finding, other.finding));
    if (teller === undefined) continue;
    told.add(one);
    const known = taken.get(teller);
    if (known === undefined) taken.set(teller, [one]);
    else known.push(one);
  }
  if (told.size === 0) return judged;
  return judged.flatMap((one) => {
    if (told.has(one)) return [];
    const others = taken.get(one);
    return others === undefined ? [one] : [withTaken(one, others)];
  });
}

/** The findings that tell others as well. */
class Tellers {
  readonly #places = new CoveredPlaces<Judged>();
  /** Where a value came for null, by the schema that says so. */
  readonly #sentinels = new Map<Schema, Judged>();

  constructor(judged: readonly Judged[]) {
    for (const one of judged) {
      const { change, others = [] } = one;
      if (isBehavior(one)) {
        for (const each of [change, ...others]) if (each.kind === 'extension.changed') this.#places.add(each, one);
      } else if (change.kind === 'schema.null.changed' && change.sentinel !== undefined) {
        for (const schema of change.schemas.revision) this.#sentinels.set(schema, one);
      }
    }
  }

  of(one: Judged): readonly Judged[] {
    const { change } = one;
    if (isBehavior(one)) return [];
    // `oneOf [{const: 0}, {minimum: 1}]` is how the value is written that stands beside all others.
    const written = change.kind === 'schema.union.added' ? change.schemas.revision : [];
    return [...this.#places.tellersOf(change), ...written.flatMap((schema) => this.#sentinels.get(schema) ?? [])];
  }
}

function isNoWorse(finding: Finding, teller: Finding): boolean {
  return isAtLeastAsBad(teller, finding) && LEVELS.indexOf(teller.level) <= LEVELS.indexOf(finding.level);
}

function withTaken(one: Judged, taken: readonly Judged[]): Judged {
  const changes: readonly Change[] = taken.flatMap(({ change, others = [] }) => [change, ...others]);
  const joined = { ...one, others: [...(one.others ?? []), ...changes] };
  return isBehavior(one) ? { ...joined, finding: withWords(one, taken) } : joined;
}

/** What changes with a behaviour is told in words, and reaches the operations that it reaches. */
function withWords(one: Judged, taken: readonly Judged[]): Finding {
  const words = [...new Set(taken.map(({ finding }) => finding.message))].sort(compareText);
  const all = [one, ...taken];
  return {
    ...one.finding,
    message: `${one.finding.message} With it: ${words.join(' ')}`,
    operations: [...new Set(all.flatMap(({ finding }) => finding.operations))].sort(compareText),
    direction: commonDirection(all),
  };
}
