import { field, isObject, type Json } from '../../openapi/source/json.js';
import { itemsOf, withoutItems } from './extension-items.js';

/** The names of behaviours that came or changed and that their makers say break callers. */
export function breakingBehaviors(before: Json | undefined, after: Json | undefined): readonly Json[] {
  return withoutItems(after, before)
    .filter((behavior) => isObject(behavior) && field(behavior, 'breaking') === true)
    .map(nameOf);
}

/** Whether behaviours only came, and each is said not to break callers. */
export function areHarmless(before: Json | undefined, after: Json | undefined): boolean {
  const added = withoutItems(after, before);
  const isOnlyMore = withoutItems(before, after).length === 0 && itemsOf(after).length > itemsOf(before).length;
  return isOnlyMore && added.every((behavior) => isObject(behavior) && field(behavior, 'breaking') === false);
}

function nameOf(behavior: Json): Json {
  if (!isObject(behavior)) return behavior;
  return field(behavior, 'summary') ?? field(behavior, 'id') ?? behavior;
}
