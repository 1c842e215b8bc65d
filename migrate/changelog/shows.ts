import type { ChangeKind } from '../../diff/change.js';
import { isObject, type Json } from '../../openapi/source/json.js';
import type { Candidate } from './candidates.js';
import { effectOf } from './change-kinds.js';
import type { Evidence } from './claim.js';
import { hasMoved, movable, type Way } from './moved-value.js';
import { isPart } from './partial.js';
import { hasValue, type Standing, says } from './standing.js';

/** Whether a change is the one that an item asks for, with what was there before and is after. */
export function shows(candidate: Candidate, item: Evidence, way: Way): boolean {
  switch (effectOf(candidate.change.kind)) {
    case 'added':
      return showsWhole(candidate, 'revision', 'base', item);
    case 'removed':
      return showsWhole(candidate, 'base', 'revision', item);
    case 'changed':
      return candidate.nearness === 'exact' ? showsChange(candidate, item, way) : showsInside(candidate, item, way);
  }
}

/** Of a value of another type: what stands inside of it came or went. */
function showsInside(candidate: Candidate, item: Evidence, way: Way): boolean {
  const came = candidate.base.length === 0;
  if (item.value !== undefined && came !== (way === 'came')) return false;
  return came ? showsWhole(candidate, 'revision', 'base', item) : showsWhole(candidate, 'base', 'revision', item);
}

const PATTERNS = { base: 'before', revision: 'after' } as const;

/** Of an element that came or went: what stands there on its side, and that nothing does on the other. */
function showsWhole(
  candidate: Candidate,
  own: 'base' | 'revision',
  other: 'base' | 'revision',
  item: Evidence,
): boolean {
  const { change, nearness } = candidate;
  if (nearness === 'around' && (candidate[own].length === 0 || candidate[other].length > 0)) return false;
  const [mine, its] = [item[PATTERNS[own]], item[PATTERNS[other]]];
  if (its !== undefined && !(nearness === 'exact' ? its === null : holds(candidate[other], its))) return false;
  const { value } = item;
  if (value === undefined) return mine === undefined || holds(candidate[own], mine);
  const isProperty = change.kind.startsWith('schema.property.');
  if (nearness === 'exact' && !isProperty) {
    return (
      hasMoved(change, value, own === 'revision' ? 'came' : 'went') &&
      (mine === undefined || holds(candidate[own], mine))
    );
  }
  return candidate[own].some((standing) => hasValue(standing, value) && (mine === undefined || says(standing, mine)));
}

/**
 * Of an element that is another one: what was there and is there. What is said of one side must not hold on the other, or the item
 * would say as much of the change the other way round.
 */
function showsChange(
  { change, base, revision }: Candidate,
  { before, after, value, anyWay }: Evidence,
  way: Way,
): boolean {
  // A value may also be the name of what changed: then it only says which one is meant.
  const isNamed = value !== undefined && nameOf(change) === value;
  if (value !== undefined && !isNamed && !hasMoved(change, value, way)) return false;
  if (!isAboutKeyword(change, [before, after])) return false;
  const [left, right] = sidesOf(change);
  const holdsIn = (pattern: Json, standings: readonly Standing[], side: Json): boolean => {
    const isOfElement = change.kind !== 'extension.changed' && holds(standings, pattern);
    return isOfElement || (isOwnValue(change.kind, pattern) && isPartOf(pattern, side));
  };
  if (before !== undefined && !holdsIn(before, base, left)) return false;
  if (after !== undefined && !holdsIn(after, revision, right)) return false;
  if (value !== undefined && !isNamed) return true;
  if (before === undefined && after === undefined) return anyWay === true;
  const isTold =
    (before !== undefined && !holdsIn(before, revision, right)) || (after !== undefined && !holdsIn(after, base, left));
  return isTold;
}

/** The name of the one of several elements that changed and is still there; `undefined` where a place has only one. */
function nameOf(change: Candidate['change']): string | undefined {
  switch (change.kind) {
    case 'link.changed':
      return change.link;
    case 'callback.expression.changed':
      return change.callback;
    case 'schema.discriminator.mapping.changed':
      return change.before === undefined || change.after === undefined ? undefined : change.value;
    default:
      return undefined;
  }
}

/** Of the changes of several keywords of one value, an item means those whose keyword it names. */
function isAboutKeyword(change: Candidate['change'], patterns: readonly (Json | undefined)[]): boolean {
  if (!change.kind.startsWith('schema.') || !('keyword' in change)) return true;
  const objects = patterns.flatMap((pattern) => (pattern !== undefined && isObject(pattern) ? [pattern] : []));
  return objects.length === 0 || objects.some((pattern) => Object.hasOwn(pattern, change.keyword));
}

function sidesOf(change: Candidate['change']): readonly [Json, Json] {
  if (!('before' in change) && !('after' in change)) {
    const [before, after] = movable(change);
    return [before, after];
  }
  return [
    ('before' in change ? change.before : undefined) ?? null,
    ('after' in change ? change.after : undefined) ?? null,
  ];
}

/** Values that a change carries itself; a pattern that is an object describes a schema, save where the value may be one. */
function isOwnValue(kind: ChangeKind, pattern: Json): boolean {
  return !isObject(pattern) || !kind.startsWith('schema.') || kind === 'schema.default.changed';
}

/** A single value is part of a list that has nothing else. */
function isPartOf(pattern: Json, side: Json): boolean {
  if (Array.isArray(side) && !Array.isArray(pattern)) return side.length === 1 && isPart(pattern, side[0]);
  return isPart(pattern, side);
}

/** Whether something of what stands at a place is what a pattern says, or for null that nothing stands there. */
export function holds(standings: readonly Standing[], pattern: Json): boolean {
  return pattern === null ? standings.length === 0 : standings.some((standing) => says(standing, pattern));
}
