import type { DifferingParts } from '../../../openapi/model/differing-parts.js';
import type { Sameness } from '../../../openapi/model/sameness.js';
import type { Schema } from '../../../openapi/model/schema.js';
import type { Direction } from '../../change.js';
import type { Conjunction } from '../../schema/conjunction.js';
import { directionOf, isNeverAccepted } from './compare-structure.js';

/** Compares inner schemas that travel in one direction only, or in both. */
type Compare = (base: readonly Schema[], revision: readonly Schema[], only: Direction | undefined) => void;

/**
 * Compares the parts that differ between two schemas which mean the same in all else. Gives whether they are such; then there is
 * nothing else to compare. Most schemas only lead to others that changed, and nothing else of them need be read.
 */
export function compareParts(
  sameness: Sameness,
  [base, revision]: readonly [Conjunction, Conjunction],
  compare: Compare,
): boolean {
  const before = base.members[0];
  const after = revision.members[0];
  if (before === undefined || after === undefined || base.members.length + revision.members.length > 2) return false;
  if (base.nullable !== revision.nullable) return false;
  const parts = sameness.differingParts(before, after);
  const pairs = parts && pairsOf(parts, before, after);
  if (pairs === undefined) return false;
  for (const { left, right, only } of pairs) compare([left], [right], only);
  return true;
}

interface Inner {
  readonly left: Schema;
  readonly right: Schema;
  readonly only: Direction | undefined;
}

/** The schemas of the parts; `undefined` where one was not read as a schema, or what a property differs in is more than its values. */
function pairsOf(
  { properties, items, alternatives }: DifferingParts,
  base: Schema,
  revision: Schema,
): readonly Inner[] | undefined {
  const pairs: Inner[] = [];
  for (const name of properties) {
    const [left, right] = [base.properties.get(name), revision.properties.get(name)];
    if (left === undefined || right === undefined) return undefined;
    // A property that an object must no longer have is gone.
    if (isNeverAccepted(left) !== isNeverAccepted(right)) return undefined;
    // Whether an object demands a property counts in the directions in which it travels, and these change here.
    const only = directionOf([left]);
    if (only !== directionOf([right])) return undefined;
    pairs.push({ left, right, only });
  }
  const add = (left: Schema | undefined, right: Schema | undefined): boolean =>
    left !== undefined && right !== undefined && pairs.push({ left, right, only: undefined }) > 0;
  const areRead =
    (!items || add(base.items, revision.items)) &&
    alternatives.every((place) => add(base.anyOf[place], revision.anyOf[place]));
  return areRead ? pairs : undefined;
}
