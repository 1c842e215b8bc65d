import type { Schema } from '../../openapi/model/schema.js';
import type { Origin } from '../../openapi/source/origin.js';
import type { Change, ChangeOf } from '../change.js';
import type { Judged } from '../judge.js';
import { outlineOf } from './outline.js';

/** A removed or added element, or a part inside one, as something that may stand elsewhere in the other document. */
export interface Element {
  readonly judged: Judged;
  /** What stands inside the element of the finding: `assignment`'s `admin_id`; empty for the element itself. */
  readonly path: readonly string[];
  readonly name: string;
  readonly origin: Origin;
  /** Absent for operations, and for parameters without one. */
  readonly schema?: Schema;
}

/** The finding and change of one kind. */
export interface JudgedOf<Kind extends Change['kind']> extends Judged {
  readonly change: ChangeOf<Kind>;
}

/** Whether something judged is of a kind. */
export function isOf<Kind extends Change['kind']>(kind: Kind): (judged: Judged) => judged is JudgedOf<Kind> {
  return (judged): judged is JudgedOf<Kind> => judged.change.kind === kind;
}

type PropertyChange = JudgedOf<'schema.property.added'> | JudgedOf<'schema.property.removed'>;

const properties = new WeakMap<Judged, Element>();

/** A property that came or went; one object for one finding. */
export function propertyElement(judged: PropertyChange): Element {
  const known = properties.get(judged) ?? makePropertyElement(judged);
  properties.set(judged, known);
  return known;
}

function makePropertyElement(judged: PropertyChange): Element {
  const { change } = judged;
  const origin = change.kind === 'schema.property.removed' ? change.base : change.revision;
  return { judged, path: [], name: change.property, origin, schema: change.schema };
}

/** The component that is the object an element is a property of; `undefined` where the object stands inside something else. */
export function ownerOf({ origin }: Element): string | undefined {
  const [first, second, name, ...inside] = origin.segments;
  const isOwn =
    inside.at(-2) === 'properties' && inside.slice(0, -2).every((step) => step === 'allOf' || /^\d+$/.test(step));
  return first === 'components' && second === 'schemas' && isOwn ? name : undefined;
}

const MOST_PARTS = 200;
const DEEPEST = 3;

const partsInside = new WeakMap<Element, readonly Element[]>();

/** The properties inside a property, those of list items included, the outer ones first; one object for one part. */
export function partsOf(element: Element): readonly Element[] {
  const known = partsInside.get(element) ?? makeParts(element);
  partsInside.set(element, known);
  return known;
}

function makeParts(element: Element): readonly Element[] {
  const parts: Element[] = [];
  const seen = new Set<Schema>();
  let level: readonly Element[] = [element];
  for (let depth = 0; depth < DEEPEST && parts.length < MOST_PARTS; depth++) {
    level = level.flatMap((outer) => childrenOf(outer, seen));
    parts.push(...level);
  }
  return parts.slice(0, MOST_PARTS);
}

function childrenOf({ judged, path, schema }: Element, seen: Set<Schema>): readonly Element[] {
  if (schema === undefined || seen.has(schema)) return [];
  seen.add(schema);
  const outline = outlineOf(schema);
  const isList = outline.properties.size === 0 && outline.items !== undefined;
  const object = isList && outline.items !== undefined ? outlineOf(outline.items) : outline;
  return [...object.properties].map(([name, property]) => {
    return {
      judged,
      path: [...path, ...(isList ? ['[]'] : []), name],
      name,
      origin: property.origin,
      schema: property,
    };
  });
}

/** The element in words: that of its finding, and the way to the part. */
export function whereOf({ judged, path }: Element): string {
  return path.reduce((where, name) => (name === '[]' ? `${where}[]` : `${where}.${name}`), judged.finding.where);
}

/** The name as one would write it beside its neighbours: with the way to it where it lies inside one. */
export function nameOf({ judged, path, name }: Element): string {
  if (path.length === 0) return name;
  const outer = 'property' in judged.change ? judged.change.property : name;
  return [outer, ...path].join('.').replaceAll('.[]', '[]');
}
