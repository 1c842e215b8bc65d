import { isBareConjunction, isBareExclusion, isBareUnion, saysNothing } from './bare.js';
import type { Literal, Literals } from './literal.js';
import { areApart } from './tags.js';

/**
 * The same demands with what needs no choice taken apart: conjunctions that must hold, unions that must not, and exclusions.
 * Sorted, without repetition. `undefined` when two of them contradict each other plainly.
 */
export function normalised(demands: readonly Literal[], literals: Literals): readonly Literal[] | undefined {
  const kept = new Map<number, Literal>();
  const seen = new Set<number>();
  const pending = [...demands].reverse();
  for (let demand = pending.pop(); demand !== undefined; demand = pending.pop()) {
    if (seen.has(demand.key)) continue;
    seen.add(demand.key);
    const { schema, negated, closed } = demand;
    if (saysNothing(schema)) {
      if (negated) return undefined;
      // A sender that may send anything is still a sender.
      if (closed) kept.set(demand.key, demand);
      continue;
    }
    if (schema.always === false) {
      if (!negated) return undefined;
      continue;
    }
    if (!negated && isBareConjunction(schema)) {
      const parts = schema.ref === undefined ? schema.allOf : [schema.ref.target, ...schema.allOf];
      pending.push(...parts.map((part) => literals.of(part, false, closed)).reverse());
    } else if (negated && isBareUnion(schema)) {
      pending.push(...schema.anyOf.map((part) => literals.of(part, true)).reverse());
    } else if (schema.not !== undefined && isBareExclusion(schema) && !closed) {
      pending.push(literals.of(schema.not, !negated));
    } else kept.set(demand.key, demand);
  }
  const list = [...kept.values()];
  if (isContradiction(list, literals)) return undefined;
  return withoutApart(list);
}

/** Leaves out what must not hold and plainly cannot; `undefined` when two that must hold cannot both. */
function withoutApart(demands: readonly Literal[]): readonly Literal[] | undefined {
  if (demands.length < 2) return demands;
  const positive = demands.filter(({ negated }) => !negated);
  if (positive.some(({ schema }, index) => index > 0 && areApart(positive.slice(0, index), schema))) return undefined;
  if (positive.length === 0) return demands;
  return demands.filter(({ negated, schema }) => !negated || !areApart(positive, schema));
}

function isContradiction(demands: readonly Literal[], literals: Literals): boolean {
  const negated = demands.filter((demand) => demand.negated);
  if (negated.length === 0) return false;
  return demands.some((one) => !one.negated && negated.some((other) => literals.contradict(one, other)));
}
