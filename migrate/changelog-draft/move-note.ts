import type { Finding, Move } from '../../diff/finding.js';
import { describe, propertyOf } from './describe.js';
import { movedInto } from './fold.js';
import type { Group } from './told.js';
import { code, list, plural, type Sentence } from './words.js';

/** What a draft says of what its readers must not see yet. */
export const CHECK = 'To be checked before this is published: ';

/**
 * Where the removed elements went, as far as anything says so.
 * @param check what stands before what only seems so
 */
export function moveNotes(group: Group, check: string): readonly Sentence[] {
  const [{ finding }] = group;
  const gone = finding.moves.filter(({ end }) => end === 'to');
  const [first] = gone;
  if (first === undefined) return [];
  const target = movedInto(finding)?.replace(/^\w+ /, '');
  if (group.length > 1 && target !== undefined) {
    return [
      first.confirmed
        ? ['They are in ', ...describe(target), ' now.']
        : [check, 'they seem to have moved into ', ...describe(target), '.'],
    ];
  }
  const places = list(gone.map(placeOf), MOST_PLACES);
  if (gone.every(({ confirmed }) => confirmed))
    return [[...places, ` ${plural(gone.length, 'takes', 'take')} its place.`]];
  const reasons = first.evidence.length === 0 ? '' : ` (${first.evidence.join(', ')})`;
  return [[check, ...places, ` ${plural(gone.length, 'seems', 'seem')} to take its place${reasons}.`]];
}

/** Places that a note names. */
const MOST_PLACES = 6;

function placeOf({ part, where }: Move): Sentence {
  return part === null ? describe(where) : [...describe(where), ' (for its ', code(part), ')'];
}

/** What callers use instead of what moved; `undefined` where nothing moved. */
export function moveStep(group: Group, verb: string, names: Sentence): Sentence | undefined {
  const moves = group.flatMap(({ finding }) =>
    finding.moves.filter(({ end }) => end === 'to').map((move) => ({ finding, move })),
  );
  const [first] = moves;
  if (first === undefined) return undefined;
  const isSure = moves.every(({ move }) => move.confirmed);
  const condition = isSure ? '' : ', if they mean the same';
  const target = movedInto(first.finding)?.replace(/^\w+ /, '');
  if (group.length > 1 && target !== undefined)
    return [`${verb} `, ...names, ' in ', ...describe(target), `${condition}.`];
  const pairs = moves.map(
    ({ finding, move }): Sentence => [code(move.where), ' instead of ', code(former(finding, move))],
  );
  const whole =
    pairs.length >= MOST_PAIRS
      ? wholeMove(moves.map(({ finding, move }) => [former(finding, move), move.where]))
      : undefined;
  if (whole !== undefined)
    return [
      `${verb} the ${pairs.length} properties of `,
      code(whole.from),
      ' in ',
      ...describe(whole.to),
      `${condition}.`,
    ];
  return [`${verb} `, ...list(pairs, MOST_PAIRS), `${condition}.`];
}

/** Moves that are told one by one where they are more; fewer always are, unless all are of one object. */
const MOST_PAIRS = 3;

/** The objects between which properties moved under their own names; `undefined` where they went elsewhere. */
function wholeMove(
  moves: readonly (readonly [string, string])[],
): { readonly from: string; readonly to: string } | undefined {
  const ends = moves.map(([from, to]) => [propertyOf(from), propertyOf(to)] as const);
  const [first] = ends;
  if (first?.[0] === undefined || first[1] === undefined) return undefined;
  const [{ object: from }, { object: to }] = [first[0], first[1]];
  const isWhole = ends.every(
    ([left, right]) => left?.object === from && right?.object === to && left.name === right.name,
  );
  return isWhole ? { from, to } : undefined;
}

function former({ where }: Finding, { part }: Move): string {
  return part === null ? where : `${where}.${part}`;
}
