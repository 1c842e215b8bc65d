import { field, isArray, isObject, type Json } from '../../openapi/source/json.js';
import { canonical } from '../../openapi/source/stringify.js';
import { itemsOf, withoutItems } from './extension-items.js';

/** The names of behaviours that came or changed and that their makers say break callers. */
export function breakingBehaviors(before: Json | undefined, after: Json | undefined): readonly Json[] {
  return withoutItems(after, before)
    .filter((behavior) => isObject(behavior) && field(behavior, 'breaking') === true)
    .map(behaviorName);
}

/** The names of the behaviours that came. */
export function addedBehaviors(before: Json | undefined, after: Json | undefined): readonly Json[] {
  return withoutItems(after, before).map(behaviorName);
}

/** Whether behaviours only came, and each is said not to break callers. */
export function areHarmless(before: Json | undefined, after: Json | undefined): boolean {
  const added = withoutItems(after, before);
  const isOnlyMore = withoutItems(before, after).length === 0 && itemsOf(after).length > itemsOf(before).length;
  return isOnlyMore && added.every((behavior) => isObject(behavior) && field(behavior, 'breaking') === false);
}

/** How a behaviour is told: by its summary, else its id. */
function behaviorName(behavior: Json): Json {
  if (!isObject(behavior)) return behavior;
  return field(behavior, 'summary') ?? field(behavior, 'id') ?? behavior;
}

/** What changed about each of several behaviours, each a list of that one. */
interface BehaviorChange {
  readonly item: string;
  readonly before?: Json;
  readonly after?: Json;
  /** Pointers to what the document says changes with it. Absent: it names nothing. */
  readonly covers?: readonly string[];
  /** What callers do about it, in the imperative. Absent: the document does not say. */
  readonly action?: string;
}

/**
 * The behaviours that differ, one by one: each is a cause of its own. `undefined` where one of them has no id that tells it from
 * the others, so that they can only be compared together.
 */
export function behaviorChanges(
  before: Json | undefined,
  after: Json | undefined,
): readonly BehaviorChange[] | undefined {
  const [left, right] = [behaviorsById(before), behaviorsById(after)];
  if (left === undefined || right === undefined) return undefined;
  const changes: BehaviorChange[] = [];
  for (const item of [...new Set([...left.keys(), ...right.keys()])].sort()) {
    const [was, is] = [left.get(item), right.get(item)];
    const [before, after] = [asKnown(was), asKnown(is)];
    if (before !== undefined && after !== undefined && canonical(before) === canonical(after)) continue;
    const covers = coversOf(is ?? was);
    const action = isObject(is) ? field(is, 'action') : undefined;
    changes.push({
      item,
      ...(before === undefined ? {} : { before: [before] }),
      ...(after === undefined ? {} : { after: [after] }),
      ...(covers.length === 0 ? {} : { covers }),
      ...(typeof action === 'string' && action.trim() !== '' ? { action } : {}),
    });
  }
  return changes;
}

/** What a behaviour says of its change, and not of itself. */
const ABOUT_CHANGE: ReadonlySet<string> = new Set(['action', 'covers']);

/** A behaviour as callers know it, without what is said to those who compare. */
export function asKnown(behavior: Json | undefined): Json | undefined {
  if (!isObject(behavior)) return behavior;
  return Object.fromEntries(Object.entries(behavior).filter(([name]) => !ABOUT_CHANGE.has(name)));
}

/** The pointers to what changes with a behaviour, as the document spells them. */
function coversOf(behavior: Json | undefined): readonly string[] {
  const covers = isObject(behavior) ? field(behavior, 'covers') : undefined;
  return isArray(covers) ? covers.filter((pointer) => typeof pointer === 'string') : [];
}

/** Behaviours by their id; `undefined` where they are not a list of objects with one each. */
export function behaviorsById(value: Json | undefined): ReadonlyMap<string, Json> | undefined {
  const found = new Map<string, Json>();
  if (value === undefined) return found;
  if (!isArray(value)) return undefined;
  for (const behavior of value) {
    const id = isObject(behavior) ? field(behavior, 'id') : undefined;
    if (typeof id !== 'string' || found.has(id)) return undefined;
    found.set(id, behavior);
  }
  return found;
}
