import type { Json } from '../../openapi/source/json.js';
import type { Origin } from '../../openapi/source/origin.js';
import { canonical } from '../../openapi/source/stringify.js';
import type { Change } from '../change.js';
import { extensionDetail } from '../extensions/extension-changes.js';
import type { PairFact } from './schema/schema-comparison.js';

type WithoutUsages<Data> = Data extends unknown ? Omit<Data, 'usages'> : never;

/** A change before its usages are known to be complete. */
export type Fact = WithoutUsages<Change>;

/** What a fact is the same change by, wherever it is found again. */
export function keyOf(fact: Fact, detail: string): string {
  return `${fact.kind} ${causeOf(fact)} ${detail}`;
}

/** What differs in a pair of schemas as a fact. */
export function schemaFact({ data, base, revision, schemas }: PairFact): Fact {
  return data.kind === 'extension.changed' ? { ...data, base, revision } : { ...data, base, revision, schemas };
}

/** What tells a fact from others of its kind at the same places: one keyword may say different things in different company. */
export function detailOf({ data }: PairFact): string {
  const keyword = 'keyword' in data ? data.keyword : '';
  switch (data.kind) {
    case 'schema.property.added':
    case 'schema.property.removed':
    case 'schema.property.refused':
    case 'schema.property.allowed':
      return `${data.required} ${data.property}`;
    case 'schema.required.changed':
      return `${data.after} ${canonical([...data.properties])}`;
    case 'extension.changed':
      return extensionDetail(data);
    case 'schema.enum.changed':
      return canonical([data.before ?? null, data.after ?? null, data.part === undefined ? null : data.removed]);
    case 'schema.discriminator.mapping.changed':
      return data.value;
    default: {
      const before = 'before' in data ? data.before : undefined;
      const after = 'after' in data ? data.after : undefined;
      return `${keyword} ${textOf(before)} ${textOf(after)}`;
    }
  }
}

function textOf(value: Json | undefined): string {
  return value === undefined ? '' : canonical(value);
}

/**
 * Of two notices of one change the one that says best where the element is missing: at the same place as on the other side, else
 * the first in the order of places. Which is noticed first says nothing.
 */
export function isNearer(fact: Fact, known: Fact): boolean {
  if (place(fact.base) === place(known.base) && place(fact.revision) === place(known.revision)) return false;
  const [mine, its] = [distance(fact), distance(known)];
  return mine[0] === its[0] ? mine[1] < its[1] : mine[0] < its[0];
}

function distance({ base, revision }: Fact): readonly [number, string] {
  const segments = base.segments;
  let shared = 0;
  while (shared < segments.length && segments[shared] === revision.segments[shared]) shared++;
  return [-shared, `${place(base)} ${place(revision)}`];
}

/**
 * What comes or goes is one cause wherever that is noticed: a parameter component that many operations drop is dropped once. Any
 * other change is one between two places.
 */
function causeOf({ kind, base, revision }: Fact): string {
  if (kind.endsWith('.removed')) return place(base);
  return kind.endsWith('.added') ? place(revision) : `${place(base)} ${place(revision)}`;
}

function place(origin: Origin): string {
  return `${origin.file}${origin.pointer}`;
}
