import type { Change } from '../../diff/change.js';
import { valuesOf } from '../../diff/values-of.js';
import { isArray, isObject, type Json } from '../../openapi/source/json.js';
import { canonical } from '../../openapi/source/stringify.js';
import { effectOf } from './change-kinds.js';
import type { ClaimKind, Evidence } from './claim.js';
import { isPart } from './partial.js';

/** Whether a value came to a place or went from it. */
export type Way = 'came' | 'went';

/**
 * Which way the value of an item is meant to have gone: as its kind of change says, else as its claim does. Where neither does,
 * a value went that the item lists before, or after which it says nothing stands there; any other came.
 */
export function wayOf(item: Evidence, kind: ClaimKind | undefined): Way {
  if (item.change === 'unchanged') return 'came';
  const effect = effectOf(item.change);
  if (effect !== 'changed') return effect === 'added' ? 'came' : 'went';
  if (kind?.endsWith('-removed') === true) return 'went';
  const { before, after, value } = item;
  if (after === null) return 'went';
  return before !== undefined && value !== undefined && namesValue(before, value) ? 'went' : 'came';
}

function namesValue(pattern: Json, value: Json): boolean {
  if (isArray(pattern)) return pattern.some((item: Json) => namesValue(item, value));
  if (isObject(pattern)) return Object.keys(pattern).some((key) => namesValue(pattern[key] ?? null, value));
  return canonical(pattern) === canonical(value);
}

/** Whether exactly such a value came or went with a change: one side has it, and the other has nothing like it. */
export function hasMoved(change: Change, value: Json, way: Way): boolean {
  const [before, after] = movable(change);
  const [from, to] = way === 'came' ? [before, after] : [after, before];
  return to.some((item) => isPart(value, item)) && !from.some((item) => isPart(value, item));
}

/** What a change has of each side that may come or go by itself. */
export function movable(change: Change): readonly [readonly Json[], readonly Json[]] {
  switch (change.kind) {
    case 'schema.enum.changed':
    case 'server.variable.enum.changed':
      return [change.removed, change.added];
    case 'schema.required.changed':
      return change.after ? [[], change.properties] : [change.properties, []];
    case 'schema.discriminator.mapping.changed':
      return [change.before === undefined ? [] : [change.value], change.after === undefined ? [] : [change.value]];
    case 'security.changed':
      return [change.before.flatMap(partsOfAlternative), change.after.flatMap(partsOfAlternative)];
    default: {
      const [before, after] = valuesOf(change);
      return [items(before), items(after)];
    }
  }
}

function items(value: Json): readonly Json[] {
  if (value === null) return [];
  return isArray(value) ? value : [value];
}

/** `oauth[read_tags,write_tags] + key` names two schemes and two scopes. */
function partsOfAlternative(alternative: string): readonly string[] {
  return alternative.split(' + ').flatMap((scheme) => {
    const open = scheme.indexOf('[');
    return open < 0 ? [scheme] : [scheme.slice(0, open), ...scheme.slice(open + 1, -1).split(',')];
  });
}
