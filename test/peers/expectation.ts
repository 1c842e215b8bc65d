import type { Finding, FindingImpact } from '../../diff/finding.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import { field, isArray, isObject, type Json } from '../../openapi/source/json.js';
import { parsePointer } from '../../openapi/source/pointer.js';
import type { Outcome } from './outcome.js';
import type { Expectation } from './peer-case.js';

/** How an expected change was met: `place` where we tell it there with another impact. */
export interface Met {
  readonly expectation: Expectation;
  readonly how: 'met' | 'place' | 'missed';
  /** Whether the change is expected to concern no caller, so that silence meets it. */
  readonly isQuiet: boolean;
  /** Rules and impacts of the findings at its place. */
  readonly told: readonly string[];
}

/** How the complete expectations of a case compare with our findings. */
export interface Completeness {
  readonly met: readonly Met[];
  /** Rules of findings at a place where no change is expected. */
  readonly extra: readonly string[];
}

/** The impact that each class of the suite means; absent for the classes that mean silence. */
const IMPACT: ReadonlyMap<Expectation['type'], FindingImpact> = new Map([
  ['breaking', 'breaking'],
  ['non-breaking', 'non-breaking'],
  ['deprecated', 'non-breaking'],
  ['risky', 'dangerous'],
]);

/** A side that states a value that holds by default has no place of its own in the suite. */
const DEFAULTS = '/test-cs-defaults';

/** Compares each expected change with our findings at its place. */
export function completenessOf(
  outcome: Outcome & { readonly kind: 'compared' },
  expected: readonly Expectation[],
): Completeness {
  const places = outcome.findings.map((finding) => ({ finding, isExpected: false }));
  const met = expected.map((expectation): Met => {
    const here = places.filter(({ finding }) => isAtPlace(finding, expectation, outcome));
    for (const place of here) place.isExpected = true;
    const told = [...new Set(here.map(({ finding }) => `${finding.rule} ${finding.impact}`))].sort();
    const impacts = here.map(({ finding }) => finding.impact);
    return { expectation, isQuiet: !IMPACT.has(expectation.type), how: howMet(expectation, impacts), told };
  });
  const extra = places
    .filter(({ isExpected }) => !isExpected)
    .map(({ finding }) => `${finding.rule} ${finding.impact}`);
  return { met, extra: extra.sort() };
}

function howMet({ type }: Expectation, impacts: readonly FindingImpact[]): Met['how'] {
  const impact = IMPACT.get(type);
  if (impact === undefined) return impacts.every((told) => told === 'non-breaking') ? 'met' : 'place';
  if (impacts.length === 0) return 'missed';
  return impacts.includes(impact) ? 'met' : 'place';
}

/**
 * Whether a finding is about the element of an expectation. On each side on which the expectation has a place, with references
 * followed on both: the places are equal; or the finding stands at the element whose keyword, or whose entry in a keyword's list
 * or map, is expected (`…/schema` or `…/schema/enum` for `…/schema/enum/2`, never further up), unless its other side names another
 * keyword there; or a whole path item is expected, and the finding is one of its operations; or it is the security of an
 * operation, whose alternatives we compare as one.
 */
export function isAtPlace(
  { base, revision }: Pick<Finding, 'base' | 'revision'>,
  { before, after }: Expectation,
  documents: { readonly base: ApiDocument; readonly revision: ApiDocument },
): boolean {
  const sides = [
    { pointers: before, place: base, other: revision, document: documents.base },
    { pointers: after, place: revision, other: base, document: documents.revision },
  ];
  const stated = sides.flatMap(({ pointers = [], ...side }) => {
    const named = pointers.filter((pointer) => pointer !== DEFAULTS);
    return named.length === 0 ? [] : [{ named, ...side }];
  });
  return stated.every(({ named, place, other, document: { bundled } }) => {
    if (place === null) return false;
    const ours = canonical(bundled, place.pointer.slice(1));
    const keyword = parsePointer(other?.pointer.slice(1) ?? '')?.at(-1);
    return named.some((pointer) => isSameElement(ours, canonical(bundled, pointer), keyword));
  });
}

/** Keywords whose value is a list or map of entries, so that the element is two steps above the entry. */
const OF_ENTRIES = new Set(['enum', 'required', 'type', 'properties', 'oneOf', 'anyOf', 'allOf', 'tags']);

function isSameElement(ours: readonly string[], expected: readonly string[], keyword: string | undefined): boolean {
  const isWithin = ours.length <= expected.length ? startsWith(expected, ours) : startsWith(ours, expected);
  if (!isWithin) return false;
  const above = expected.length - ours.length;
  const last = ours.at(-1) ?? '';
  if (above < 0) return expected.length === 2 && expected[0] === 'paths' && above === -1;
  if (above === 0 || last === 'security') return true;
  if (OF_ENTRIES.has(last)) return above === 1;
  const below = expected.slice(ours.length);
  if (keyword !== undefined && keyword !== last && !below.includes(keyword)) return false;
  return above === 1 || (above === 2 && OF_ENTRIES.has(below[0] ?? ''));
}

function startsWith(path: readonly string[], beginning: readonly string[]): boolean {
  return beginning.every((segment, index) => path[index] === segment);
}

/** The place a pointer comes to when each reference on the way is followed. A key beside a reference stays where it is. */
function canonical(root: Json, pointer: string): readonly string[] {
  let path: string[] = [];
  const rest = parsePointer(pointer) ?? [];
  // A reference may lead to a reference; a cycle of them leads nowhere and is given up.
  let follows = 100;
  for (let segment = rest.shift(); segment !== undefined; segment = rest.shift()) {
    const value = valueAt(root, path);
    const target = isObject(value) && field(value, segment) === undefined ? field(value, '$ref') : undefined;
    if (typeof target === 'string' && target.startsWith('#/') && follows-- > 0) {
      rest.unshift(...(parsePointer(target.slice(1)) ?? []), segment);
      path = [];
    } else {
      path.push(segment);
    }
  }
  return path;
}

function valueAt(root: Json, path: readonly string[]): Json | undefined {
  let value: Json | undefined = root;
  for (const segment of path) {
    if (isArray(value)) value = value[Number(segment)];
    else value = isObject(value) ? field(value, segment) : undefined;
  }
  return value;
}
