import type { ChangeKind } from '../../diff/change.js';
import type { FindingPlace } from '../../diff/finding.js';
import { isObject, type Json } from '../../openapi/source/json.js';
import type { Origin } from '../../openapi/source/origin.js';
import { stringify } from '../../openapi/source/stringify.js';
import { type Candidate, candidatesAt, type Spot, spotAt } from './candidates.js';
import { effectOf } from './change-kinds.js';
import type { ClaimKind, Evidence } from './claim.js';
import type { ComparedPair, OperationPair } from './compared-pair.js';
import { hasMoved, movable, type Way, wayOf } from './moved-value.js';
import { isPart } from './partial.js';
import { describeStanding, hasValue, type Standing, says } from './standing.js';
import type { Instead, Verdict } from './verdict.js';

/** What one operation shows of an item of evidence. */
export function judgeEvidence(
  compared: ComparedPair,
  pair: OperationPair,
  item: Evidence,
  claim: ClaimKind | undefined,
): Verdict {
  const spot = spotAt(compared, pair, item.at);
  const kind = item.change;
  if (kind === 'unchanged') return judgeUnchanged(compared, spot, item);
  const candidates = candidatesAt(compared, spot, kind).filter(({ change }) => isNamed(change, item));
  const way = wayOf(item, claim);
  const found = candidates.filter((candidate) => shows(candidate, item, way));
  if (found.length > 0) {
    const moved = item.value === undefined ? {} : { moved: { value: item.value, way } };
    return { status: 'proved', matches: found.map(({ change }) => ({ change, pair, ...moved })) };
  }
  return { ...insteadOf(compared, spot, item, kind, candidates, way) };
}

function isNamed(change: Candidate['change'], { extension, pointers }: Evidence): boolean {
  if (extension !== undefined && change.kind === 'extension.changed' && change.name !== extension) return false;
  return pointers.length === 0 || [change.base, change.revision].some(({ pointer }) => pointers.includes(pointer));
}

/** Whether a change is the one that an item asks for, with what was there before and is after. */
function shows(candidate: Candidate, item: Evidence, way: Way): boolean {
  switch (effectOf(candidate.change.kind)) {
    case 'added':
      return showsWhole(candidate, 'revision', 'base', item);
    case 'removed':
      return showsWhole(candidate, 'base', 'revision', item);
    case 'changed':
      return showsChange(candidate, item, way);
  }
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
  const isProperty = change.kind === 'schema.property.added' || change.kind === 'schema.property.removed';
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
function showsChange({ change, base, revision }: Candidate, { before, after, value }: Evidence, way: Way): boolean {
  const isMoved =
    change.kind === 'schema.discriminator.mapping.changed' && change.before !== undefined && change.after !== undefined;
  // A value that stands for another schema now neither came nor went: it only says which one is meant.
  const isFound = value === undefined || (isMoved ? isPart(value, change.value) : hasMoved(change, value, way));
  if (!isFound) return false;
  if (!isAboutKeyword(change, [before, after])) return false;
  const [left, right] = sidesOf(change);
  const holdsIn = (pattern: Json, standings: readonly Standing[], side: Json): boolean => {
    const isOfElement = change.kind !== 'extension.changed' && holds(standings, pattern);
    return isOfElement || (isOwnValue(change.kind, pattern) && isPartOf(pattern, side));
  };
  if (before !== undefined && !holdsIn(before, base, left)) return false;
  if (after !== undefined && !holdsIn(after, revision, right)) return false;
  if ((value !== undefined && !isMoved) || (before === undefined && after === undefined)) return true;
  const isTold =
    (before !== undefined && !holdsIn(before, revision, right)) || (after !== undefined && !holdsIn(after, base, left));
  return isTold;
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

function holds(standings: readonly Standing[], pattern: Json): boolean {
  return pattern === null ? standings.length === 0 : standings.some((standing) => says(standing, pattern));
}

/** Whether a place is on both sides what an item says, and no change is about it. */
function judgeUnchanged(compared: ComparedPair, spot: Spot, item: Evidence): Verdict {
  const { base, revision } = spot;
  const { before, after, value } = item;
  const instead = (message: string): Instead => ({ message, ...placesOf(compared, spot) });
  if (base.length === 0 || revision.length === 0) {
    return {
      status: base.length + revision.length === 0 ? 'no evidence' : 'contradicted',
      instead: instead(presence(spot)),
    };
  }
  if (before !== undefined && !holds(base, before)) return { status: 'contradicted', instead: instead(presence(spot)) };
  if (after !== undefined && !holds(revision, after))
    return { status: 'contradicted', instead: instead(presence(spot)) };
  if (value !== undefined && ![base, revision].every((side) => side.some((one) => hasValue(one, value)))) {
    return { status: 'contradicted', instead: instead(`${stringify(value)} is not listed on both sides.`) };
  }
  const [first] = candidatesAt(compared, spot).filter(({ nearness }) => nearness === 'exact');
  if (first === undefined) return { status: 'proved', matches: [] };
  const places = {
    base: placeIn(compared, 0, first.change.base),
    revision: placeIn(compared, 1, first.change.revision),
  };
  return { status: 'contradicted', instead: { message: `It changed: ${first.change.kind}.`, ...places } };
}

/** Why no change shows what an item asks for: what the documents say of the place. */
function insteadOf(
  compared: ComparedPair,
  spot: Spot,
  item: Evidence,
  kind: ChangeKind,
  candidates: readonly Candidate[],
  way: Way,
): Verdict & { readonly status: 'contradicted' | 'no evidence' } {
  const { base, revision } = spot;
  const places = placesOf(compared, spot);
  const told = (status: 'contradicted' | 'no evidence', message: string) => {
    return { status, instead: { message, ...places } } as const;
  };
  const [near] = candidates.filter(({ nearness }) => nearness === 'exact');
  if (near !== undefined) {
    const at = { base: placeIn(compared, 0, near.change.base), revision: placeIn(compared, 1, near.change.revision) };
    return { status: 'contradicted', instead: { message: `${kind}: ${whatChanged(near, spot)}`, ...at } };
  }
  const effect = effectOf(kind);
  const [own, other] = effect === 'removed' ? [base, revision] : [revision, base];
  if (effect !== 'changed' && other.length > 0) return told('contradicted', presence(spot));
  const { before, after, value } = item;
  const isWrong = (pattern: Json | undefined, side: readonly Standing[]): boolean => {
    return pattern !== undefined && side.length > 0 && !holds(side, pattern);
  };
  if (isWrong(before, base) || isWrong(after, revision)) return told('contradicted', presence(spot));
  if (value !== undefined && item.at !== undefined && base.length + revision.length > 0) {
    const [from, to] = (way === 'came' ? [base, revision] : [revision, base]).map((side) =>
      side.some((one) => hasValue(one, value)),
    );
    if (from === true)
      return told(
        'contradicted',
        `${stringify(value)} is listed ${to === true ? 'on both sides' : `in the ${way === 'came' ? 'base' : 'revision'} only`}.`,
      );
  }
  const others = [...new Set(candidatesAt(compared, spot).map(({ change }) => change.kind))].sort();
  const more = others.length === 0 ? '' : ` Changes that are about it: ${others.join(', ')}.`;
  return told(
    'no evidence',
    `${effect !== 'changed' && own.length > 0 ? `There is no ${kind}. ` : ''}${presence(spot)}${more}`,
  );
}

/** What a change of the right kind says that is not what was asked for. */
function whatChanged({ change }: Candidate, spot: Spot): string {
  const [before, after] = movable(change);
  const text = (items: readonly Json[]): string => items.map((item) => stringify(item)).join(', ') || 'nothing';
  return `${text(before)} → ${text(after)}. ${presence(spot)}`;
}

/** What the two documents have at a place. */
function presence({ base, revision, pair }: Spot): string {
  const [before, after] = [base, revision].map((side) => [...new Set(side.map(describeStanding))].join('; '));
  if (pair.base === undefined && pair.revision === undefined) return 'Neither document has this operation.';
  if (base.length > 0 && revision.length > 0) {
    return before === after ? `Both documents have it: ${before}.` : `Base: ${before}. Revision: ${after}.`;
  }
  if (base.length > 0) return `Only the base has it: ${before}.`;
  return revision.length > 0 ? `Only the revision has it: ${after}.` : 'Neither document has such a place.';
}

function placesOf(compared: ComparedPair, { base, revision, pair }: Spot): Pick<Instead, 'base' | 'revision'> {
  return {
    base: placeIn(compared, 0, base[0]?.origin ?? pair.base?.origin),
    revision: placeIn(compared, 1, revision[0]?.origin ?? pair.revision?.origin),
  };
}

function placeIn({ documents }: ComparedPair, index: 0 | 1, origin: Origin | undefined): FindingPlace | null {
  if (origin === undefined) return null;
  const { file, pointer = '#', line, column } = documents[index].place(origin, true);
  return { file, pointer, line, column };
}
