import type { Schema } from '../../openapi/model/schema.js';
import type { Origin } from '../../openapi/source/origin.js';
import { formatPointer } from '../../openapi/source/pointer.js';
import { isSchemaChange } from '../change.js';
import { groupBy } from '../group-by.js';
import type { Judged } from '../judge.js';
import type { Candidate } from './assign.js';
import { type Element, isOf, nameOf, ownerOf, partsOf, propertyElement } from './element.js';
import { type Evidence, isCommon, nameEvidence, spellingKey } from './name-likeness.js';
import { outlineOf } from './outline.js';
import { shapeOf } from './shape-likeness.js';

/** Beyond this many pairs in one object only those with one name in two spellings are looked at. */
const MOST_PAIRS = 10_000;

interface Group {
  readonly removed: Element[];
  readonly added: Element[];
}

/** Properties that may have been renamed in their object, moved into or out of a neighbour, or to another level of one schema. */
export function propertyCandidates(judged: readonly Judged[]): readonly Candidate<Element>[] {
  const removed = judged.filter(isOf('schema.property.removed')).map(propertyElement);
  const added = judged.filter(isOf('schema.property.added')).map(propertyElement);
  if (removed.length === 0 || added.length === 0) return [];
  const objects = groupsOf(removed, added, objectKeys);
  const roots = groupsOf(removed, added, rootKeys);
  const pairs = new PairSet();
  return [
    ...objects.flatMap((group) => inOneObject(group, pairs)),
    ...objects.flatMap((group) => acrossNeighbours(group, pairs)),
    ...roots.flatMap((group) => acrossLevels(group, pairs)),
  ];
}

/** Renamed within the object. */
function inOneObject({ removed, added }: Group, pairs: PairSet): readonly Candidate<Element>[] {
  const isLarge = removed.length * added.length > MOST_PAIRS;
  const isOnly = removed.length === 1 && added.length === 1;
  const spellings = isLarge ? groupBy(added, ({ name }) => spellingKey(name)) : undefined;
  return removed.flatMap((gone) => {
    const others = spellings === undefined ? added : (spellings.get(spellingKey(gone.name)) ?? []);
    return others.flatMap((come) => {
      const shape = pairs.isNew(gone, come) ? shapeOf(gone, come) : undefined;
      if (shape === undefined) return [];
      const name = nameEvidence(gone.name, come.name);
      const evidence = [name, ...shape, isOnly ? only(gone, come) : undefined].filter(isSaid);
      return [{ removed: gone, added: come, evidence }];
    });
  });
}

function only(removed: Element, added: Element): Evidence {
  const areLists = [removed, added].every(({ schema }) => schema !== undefined && outlineOf(schema).types.has('array'));
  return { weight: areLists ? 1 : 0.5, words: 'nothing else went from or came to the object' };
}

/** Moved out of a neighbour that went, or into one that came: `assignment.admin_id` to `admin_id`. */
function acrossNeighbours({ removed, added }: Group, pairs: PairSet): readonly Candidate<Element>[] {
  const inside = (outer: readonly Element[]): ReadonlyMap<string, readonly Element[]> => byName(outer.flatMap(partsOf));
  const [inRemoved, inAdded] = [inside(removed), inside(added)];
  const out = added.flatMap((come) =>
    (inRemoved.get(come.name) ?? []).map(
      (gone) => [gone, come, `"${come.name}" is the tail of "${nameOf(gone)}"`] as const,
    ),
  );
  const into = removed.flatMap((gone) =>
    (inAdded.get(gone.name) ?? []).map(
      (come) => [gone, come, `"${gone.name}" is the tail of "${nameOf(come)}"`] as const,
    ),
  );
  const found = [...out, ...into].flatMap(([gone, come, words]) => {
    const shape = pairs.isNew(gone, come) ? shapeOf(gone, come) : undefined;
    if (shape === undefined) return [];
    const owner = ownerOf(gone);
    const isOwned = owner !== undefined && owner === ownerOf(come);
    const belonging = isOwned ? [{ weight: 3, words: `both belong to "${owner}"` }] : [];
    const name = { weight: isCommon(gone.name) ? 1 : 4, words };
    return [{ removed: gone, added: come, evidence: [name, ...belonging, ...shape] }];
  });
  return withCompany(found);
}

/** Parts that leave one element, or come into one, together speak for each other; common names do not. */
function withCompany(found: readonly Candidate<Element>[]): readonly Candidate<Element>[] {
  const outer = ({ removed, added }: Candidate<Element>): Judged => (removed.path.length > 0 ? removed : added).judged;
  const counts = new Map<Judged, Set<string>>();
  for (const candidate of found) {
    if (isCommon(candidate.removed.name)) continue;
    counts.set(outer(candidate), (counts.get(outer(candidate)) ?? new Set<string>()).add(candidate.removed.name));
  }
  return found.map((candidate) => {
    if ((counts.get(outer(candidate))?.size ?? 0) < 2) return candidate;
    return { ...candidate, evidence: [...candidate.evidence, { weight: 1, words: 'others moved the same way' }] };
  });
}

/** Moved to another level of one component or body. */
function acrossLevels({ removed, added }: Group, pairs: PairSet): readonly Candidate<Element>[] {
  const names = byName(added);
  return removed.flatMap((gone) =>
    (names.get(gone.name) ?? []).flatMap((come) => {
      const shape = pairs.isNew(gone, come) ? shapeOf(gone, come) : undefined;
      if (shape === undefined) return [];
      const name = { weight: isCommon(gone.name) ? 1 : 3, words: 'the same name at another level' };
      return [{ removed: gone, added: come, evidence: [name, ...shape] }];
    }),
  );
}

function isSaid(evidence: Evidence | undefined): evidence is Evidence {
  return evidence !== undefined;
}

function byName(elements: readonly Element[]): ReadonlyMap<string, readonly Element[]> {
  return groupBy(elements, ({ name }) => name);
}

/** The objects of both documents the property belongs to; one of them has it, the other does not. */
function objectKeys({ judged: { change } }: Element): readonly string[] {
  const places = [`base ${objectOf(change.base)}`, `revision ${objectOf(change.revision)}`];
  if (!isSchemaChange(change)) return places;
  // Where an object is put together from several schemas, the places on the two sides need not be its own.
  const ids = (schemas: readonly Schema[]): string => schemas.map(({ id }) => id).join(' ');
  return [...places, `pair ${ids(change.schemas.base)} and ${ids(change.schemas.revision)}`];
}

/** The object a property stands in, or would stand in. */
function objectOf(origin: Origin): string {
  const { key, parent } = origin;
  const object = parent?.key === 'properties' ? parent.parent : key === 'properties' ? parent : origin;
  return `${origin.file} ${object?.pointer}`;
}

function rootKeys({ judged: { change } }: Element): readonly string[] {
  return [`base ${rootOf(change.base)}`, `revision ${rootOf(change.revision)}`];
}

/** The component, or the body or parameter, that holds a schema. */
function rootOf(origin: Origin): string {
  const segments = origin.segments;
  const end =
    segments[0] === 'components' ? 3 : segments.findIndex((segment) => /^(schema|itemSchema)$/.test(segment)) + 1;
  return `${origin.file} ${formatPointer(segments.slice(0, end === 0 ? segments.length : end))}`;
}

/** What went and what came, by what they have in common. */
function groupsOf(
  removed: readonly Element[],
  added: readonly Element[],
  keysOf: (element: Element) => readonly string[],
): readonly Group[] {
  const groups = new Map<string, Group>();
  const add = (element: Element, side: keyof Group): void => {
    for (const key of keysOf(element)) {
      const group = groups.get(key) ?? { removed: [], added: [] };
      group[side].push(element);
      groups.set(key, group);
    }
  };
  for (const element of removed) add(element, 'removed');
  for (const element of added) add(element, 'added');
  return [...groups.values()].filter((group) => group.removed.length > 0 && group.added.length > 0);
}

/** Pairs that were looked at: an object of one document and its counterpart are two groups with mostly the same members. */
class PairSet {
  readonly #seen = new Map<Element, Set<Element>>();

  isNew(removed: Element, added: Element): boolean {
    const seen = this.#seen.get(removed);
    if (seen === undefined) this.#seen.set(removed, new Set([added]));
    else if (seen.has(added)) return false;
    else seen.add(added);
    return true;
  }
}
