import type { ChangeKind } from '../../diff/change.js';
import type { FindingPlace } from '../../diff/finding.js';
import type { Json } from '../../openapi/source/json.js';
import type { Origin } from '../../openapi/source/origin.js';
import { stringify } from '../../openapi/source/stringify.js';
import { type Candidate, candidatesAt, type Spot, spotAt } from './candidates.js';
import { effectOf } from './change-kinds.js';
import type { ClaimKind, Evidence } from './claim.js';
import type { ComparedPair, OperationPair } from './compared-pair.js';
import { movable, type Way, wayOf } from './moved-value.js';
import { holds, shows } from './shows.js';
import { describeStanding, hasValue, type Standing } from './standing.js';
import type { Instead, Match, Verdict } from './verdict.js';

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
    const matches = found.map(({ change, nearness }): Match => {
      const inside = nearness === 'around' && effectOf(change.kind) === 'changed';
      return { change, pair, ...moved, ...(inside ? { inside } : {}) };
    });
    return { status: 'proved', matches };
  }
  return { ...insteadOf(compared, spot, item, kind, candidates, way) };
}

function isNamed(change: Candidate['change'], { extension, pointers }: Evidence): boolean {
  if (extension !== undefined && change.kind === 'extension.changed' && change.name !== extension) return false;
  return pointers.length === 0 || [change.base, change.revision].some(({ pointer }) => pointers.includes(pointer));
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
  const [first] = candidatesAt(compared, spot).filter(({ change, nearness }) => {
    // Scopes that a scheme offers are asked of nobody by that.
    return nearness === 'exact' && !change.kind.startsWith('security-scheme.scope.');
  });
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
    return {
      status: 'contradicted',
      instead: { message: `${kind}: ${whatChanged(near, spot)}${askedFor(item)}`, ...at },
    };
  }
  const effect = effectOf(kind);
  const [own, other] = effect === 'removed' ? [base, revision] : [revision, base];
  if (effect !== 'changed' && other.length > 0) return told('contradicted', presence(spot));
  const { before, after, value } = item;
  const isWrong = (pattern: Json | undefined, side: readonly Standing[]): boolean => {
    return pattern !== undefined && side.length > 0 && !holds(side, pattern);
  };
  if (isWrong(before, base) || isWrong(after, revision)) {
    return told('contradicted', `${presence(spot)}${askedFor(item)}`);
  }
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

/** The longest pattern that is told, in characters. */
const LONGEST_PATTERN = 160;

/** What an item says beside its kind and place, for comparison. */
function askedFor({ before, after, value }: Evidence): string {
  const parts = [
    ['before', before],
    ['after', after],
    ['value', value],
  ] as const;
  const told = parts.flatMap(([name, pattern]) => {
    if (pattern === undefined) return [];
    const text = stringify(pattern);
    return [`${name} ${text.length > LONGEST_PATTERN ? `${text.slice(0, LONGEST_PATTERN)}…` : text}`];
  });
  return told.length === 0 ? '' : ` Asked for: ${told.join(', ')}.`;
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
    if (before === after) return `Both documents have it${before === '' ? '' : `: ${before}`}.`;
    return `Base: ${before}. Revision: ${after}.`;
  }
  if (base.length > 0) return `Only the base has it${before === '' ? '' : `: ${before}`}.`;
  if (revision.length > 0) return `Only the revision has it${after === '' ? '' : `: ${after}`}.`;
  return 'Neither document has such a place.';
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
