import type { Evidence } from './name-likeness.js';

/** A removed and an added element, with what speaks for them being one. */
export interface Candidate<Element> {
  readonly removed: Element;
  readonly added: Element;
  readonly evidence: readonly Evidence[];
}

/** What is enough, and how far the best has to be ahead of the second best. */
const ENOUGH = 5;
const AHEAD = 1;

/**
 * The candidates that are believed: enough speaks for them, each end is in one only, and nothing comes near them on either end.
 * Where two are equally good nothing is inferred.
 */
export function assign<Element>(candidates: readonly Candidate<Element>[]): readonly Candidate<Element>[] {
  const removed = new Map<Element, number[]>();
  const added = new Map<Element, number[]>();
  for (const candidate of candidates) {
    const weight = weightOf(candidate);
    push(removed, candidate.removed, weight);
    push(added, candidate.added, weight);
  }
  return candidates.filter((candidate) => {
    const weight = weightOf(candidate);
    return (
      weight >= ENOUGH && isAlone(removed.get(candidate.removed), weight) && isAlone(added.get(candidate.added), weight)
    );
  });
}

function weightOf({ evidence }: Pick<Candidate<unknown>, 'evidence'>): number {
  return evidence.reduce((sum, { weight }) => sum + weight, 0);
}

function push<Element>(weights: Map<Element, number[]>, element: Element, weight: number): void {
  const list = weights.get(element);
  if (list === undefined) weights.set(element, [weight]);
  else list.push(weight);
}

/** The weight itself is in the list once; any other that comes near makes it doubtful. */
function isAlone(weights: readonly number[] = [], weight: number): boolean {
  return weights.filter((other) => other > weight - AHEAD).length === 1;
}
