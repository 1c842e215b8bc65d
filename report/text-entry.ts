import type { Finding } from '../diff/finding.js';
import { groupBy } from '../diff/group-by.js';

/** What is told together. */
export type Entry =
  | { readonly kind: 'one'; readonly findings: readonly [Finding] }
  /** Of one rule, about several properties of one object. */
  | { readonly kind: 'object'; readonly object: string; readonly findings: Several }
  /** Of one rule, with one message, in several places of a resource. */
  | { readonly kind: 'message'; readonly findings: Several };

type Several = readonly [Finding, ...Finding[]];

/** The least number of findings that are told together. */
const FEWEST = 3;

/** Findings in their order; those that only differ in a property or a place are brought together at the place of the first. */
export function entriesOf(findings: readonly Finding[]): readonly Entry[] {
  const numberOf = listNumbers();
  const keys = new Map(findings.map((finding) => [finding, objectKey(finding, numberOf(finding.operations))]));
  const objects = groupBy(findings, (finding) => keys.get(finding));
  const isOfLarge = (finding: Finding): boolean => isLarge(objects.get(keys.get(finding)));
  const places = groupBy(
    findings.filter((finding) => !isOfLarge(finding)),
    placeKey,
  );
  const told = new Set<Finding>();
  return findings.flatMap((finding): readonly Entry[] => {
    if (told.has(finding)) return [];
    const object = objectOf(finding);
    const ofObject = objects.get(keys.get(finding));
    const ofPlaces = places.get(placeKey(finding));
    const several = object !== undefined && isLarge(ofObject) ? ofObject : isLarge(ofPlaces) ? ofPlaces : undefined;
    if (several === undefined) return [alone(finding)];
    for (const one of several) told.add(one);
    return object !== undefined && several === ofObject
      ? [{ kind: 'object', object, findings: several }]
      : [{ kind: 'message', findings: several }];
  });
}

/** A finding that is told by itself. */
export function alone(finding: Finding): Entry {
  return { kind: 'one', findings: [finding] };
}

function isLarge(group: Several | undefined): group is Several {
  return group !== undefined && group.length >= FEWEST;
}

/** Gives equal lists one number. Hundreds of findings may have one list of hundreds of operations, which is looked through once. */
function listNumbers(): (list: readonly string[]) => number {
  const known = new Map<readonly string[], number>();
  const numbers = new Map<string, number>();
  return (list) => {
    let number = known.get(list);
    if (number === undefined) {
      const text = JSON.stringify(list);
      number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      known.set(list, number);
    }
    return number;
  };
}

/** @param operations the number of their list */
function objectKey(finding: Finding, operations: number): string | Finding {
  const object = objectOf(finding);
  if (object === undefined) return finding;
  const { rule, resource, direction, level } = finding;
  return JSON.stringify([object, rule, resource, direction, level, movedInto(finding) ?? null, operations]);
}

function placeKey(finding: Finding): string | Finding {
  const { rule, message, resource, direction, level, moves } = finding;
  return moves.length > 0 ? finding : JSON.stringify([rule, message, resource, direction, level, partOf(finding)]);
}

/** What of an operation or component a finding is about: `query parameter page`; empty for the whole. */
export function partOf({ where }: Finding): string {
  return where.split(' → ').slice(1).join(' → ');
}

/** The object a property belongs to, in words; with where it moved, so that only what moved together is told together. */
function objectOf(finding: Finding): string | undefined {
  const { rule, where, moves } = finding;
  const dot = where.lastIndexOf('.');
  const isOfProperty = rule.startsWith('property-') || rule.includes('-property-');
  if (!isOfProperty || dot < 1 || (moves.length > 0 && movedInto(finding) === undefined)) return undefined;
  return where.slice(0, dot);
}

/** The list or object into which a property moved under its own name: `data[]`. */
export function movedInto(finding: Finding): string | undefined {
  const [move, ...others] = finding.moves;
  const tail = `.${propertyOf(finding)}`;
  if (move === undefined || others.length > 0 || move.part !== null || !move.name.endsWith(tail)) return undefined;
  return move.name.slice(0, -tail.length);
}

/** The name of the property a finding is about, in its object. */
export function propertyOf({ where }: Finding): string {
  return where.slice(where.lastIndexOf('.') + 1);
}
