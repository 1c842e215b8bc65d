import type { JsonType } from '../../../openapi/model/schema.js';
import { field, isObject, type Json } from '../../../openapi/source/json.js';
import { canonical } from '../../../openapi/source/stringify.js';
import { isNullOnlyMeant } from '../../schema/null-meant.js';
import { typeOfValue } from '../../schema/types-of.js';
import type { View } from '../../schema/view.js';
import type { Sentinel } from '../../schema-change.js';
import type { PairFacts } from './pair-facts.js';

/** Compares types, null and listed values. `disjoint` when no value but null has a type of both. */
export function compareTypes(facts: PairFacts): 'disjoint' | 'comparable' {
  const { base, revision } = facts;
  const before = sorted(base.types);
  const after = sorted(revision.types);
  const differ = before?.join() !== after?.join();
  if (differ) {
    const types = { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
    facts.note({ kind: 'schema.type.changed', ...types }, 'type');
  }
  // A schema without any type accepts null among all the rest: that null comes or goes with the types is said by them.
  const isSaid = differ && [base, revision].some((view) => view.types === undefined && view.conjunction.nullable);
  if (!isSaid) compareNull(facts);
  if (differ && before !== undefined && after !== undefined && !overlap(before, after)) return 'disjoint';
  compareValues(facts);
  return 'comparable';
}

/** Compares whether null is accepted, and what stands for it from now on. */
export function compareNull({ base, revision, note }: PairFacts): void {
  const before = base.conjunction.nullable;
  const after = revision.conjunction.nullable;
  if (before === after || isListedAlike(before ? base : revision, before ? revision : base)) return;
  const keywords = ['nullable', 'type', 'oneOf', 'anyOf'];
  const keyword = keywords.find((key) => base.owner(key) ?? revision.owner(key)) ?? 'type';
  const sentinel = after ? undefined : sentinelOf(revision);
  note({ kind: 'schema.null.changed', before, after, ...(sentinel === undefined ? {} : { sentinel }) }, keyword);
}

/** Both sides list null and other schemas refuse it, which only one of the specifications leaves open. */
function isListedAlike({ conjunction: { stated } }: View, { conjunction: { members } }: View): boolean {
  return members.some(({ types }) => types?.includes('null') === true) && isNullOnlyMeant(stated);
}

/** The extension `x-sentinel` of a schema: the value that stands for null from now on. */
function sentinelOf(view: View): Sentinel | undefined {
  for (const { extensions } of view.conjunction.members) {
    const sentinel = extensions.get('x-sentinel');
    if (sentinel === undefined || !isObject(sentinel)) continue;
    const [value, replaces, means] = ['value', 'replaces', 'means'].map((key) => field(sentinel, key));
    if (value === undefined || (replaces !== null && replaces !== undefined)) continue;
    return typeof means === 'string' ? { value, means } : { value };
  }
  return undefined;
}

function compareValues({ base, revision, note }: PairFacts): void {
  const before = base.values;
  const after = revision.values;
  if (before === undefined && after === undefined) return;
  const keyword = base.owner('const') !== undefined || revision.owner('const') !== undefined ? 'const' : 'enum';
  const added = before === undefined || after === undefined ? [] : without(after, before);
  const removed = before === undefined || after === undefined ? [] : without(before, after);
  if (before !== undefined && after !== undefined && added.length + removed.length === 0) return;
  if (isAllOfItsType(before, after) || isAllOfItsType(after, before)) return;
  const values = { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
  const renamed = renamedValues(revision, added, removed);
  for (const one of renamed) note({ kind: 'schema.enum.changed', ...values, ...one, part: 'renamed' }, keyword);
  const part = renamed.length === 0 ? {} : ({ part: 'others' } as const);
  const others = {
    added: without(
      added,
      renamed.flatMap((one) => one.added),
    ),
    removed: without(
      removed,
      renamed.flatMap((one) => one.removed),
    ),
  };
  if (renamed.length > 0 && others.added.length + others.removed.length === 0) return;
  note({ kind: 'schema.enum.changed', ...values, ...others, ...part }, keyword);
}

/** A value that went, and those that stand for it. */
interface RenamedValue {
  readonly removed: readonly [Json];
  readonly added: readonly Json[];
}

/** The values that went of which `x-renamed-values` says what they are called now: a name, or several where one was split. */
function renamedValues(
  { conjunction: { members } }: View,
  added: readonly Json[],
  removed: readonly Json[],
): readonly RenamedValue[] {
  const stated = members.flatMap(({ extensions }) => extensions.get('x-renamed-values') ?? []).filter(isObject);
  if (stated.length === 0) return [];
  const places = new Map(added.map((value, index) => [canonical(value), index]));
  return removed.flatMap((former): readonly RenamedValue[] => {
    const names = stated.flatMap((names) => field(names, String(former)) ?? []);
    const came = new Set(names.flatMap((name) => places.get(canonical(name)) ?? []));
    const now = [...came].sort((a, b) => a - b).flatMap((index) => added[index] ?? []);
    return now.length === 0 ? [] : [{ removed: [former], added: now }];
  });
}

/** `enum [true, false]` says no more than the type does. */
function isAllOfItsType(values: readonly Json[] | undefined, other: readonly Json[] | undefined): boolean {
  return other === undefined && values?.length === 2 && values.every((value) => typeOfValue(value) === 'boolean');
}

function without(values: readonly Json[], others: readonly Json[]): Json[] {
  const known = new Set(others);
  let texts: ReadonlySet<string> | undefined;
  return values.filter((value) => {
    if (known.has(value)) return false;
    // A text is no other value, and nearly every value is one.
    if (typeof value === 'string') return true;
    texts ??= new Set(others.map((other) => canonical(other)));
    return !texts.has(canonical(value));
  });
}

function sorted(types: ReadonlySet<JsonType> | undefined): readonly JsonType[] | undefined {
  return types === undefined ? undefined : [...types].sort();
}

function overlap(before: readonly JsonType[], after: readonly JsonType[]): boolean {
  const numeric = (types: readonly JsonType[]): boolean => types.includes('integer') || types.includes('number');
  return before.some((type) => after.includes(type)) || (numeric(before) && numeric(after));
}
