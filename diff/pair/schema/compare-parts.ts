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
  // A property that an object must no longer have is gone.
  if (pairs.some(({ left, right, isProperty }) => isProperty && isNeverAccepted(left) !== isNeverAccepted(right)))
    return false;
  const ways = pairs.map(({ left, right, isProperty }) =>
    isProperty ? [left, right].map((one) => directionOf([one])) : [],
  );
  // Whether an object demands a property counts in the directions in which it travels, and these change here.
  if (ways.some(([before, after]) => before !== after)) return false;
  for (const [index, { left, right }] of pairs.entries()) compare([left], [right], ways[index]?.[0]);
  return true;
}

interface Inner {
  readonly left: Schema;
  readonly right: Schema;
  /** Only properties are said to travel in one direction. */
  readonly isProperty: boolean;
}

/** The schemas of the parts; `undefined` where one was not read as a schema. */
function pairsOf(
  { properties, items, alternatives }: DifferingParts,
  base: Schema,
  revision: Schema,
): readonly Inner[] | undefined {
  const pairs: Inner[] = [];
  const add = (left: Schema | undefined, right: Schema | undefined, isProperty: boolean): boolean =>
    left !== undefined && right !== undefined && pairs.push({ left, right, isProperty }) > 0;
  const areRead =
    properties.every((name) => add(base.properties.get(name), revision.properties.get(name), true)) &&
    (!items || add(base.items, revision.items, false)) &&
    alternatives.every((place) => add(base.anyOf[place], revision.anyOf[place], false));
  return areRead ? pairs : undefined;
}
