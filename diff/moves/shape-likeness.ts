import type { Schema } from '../../openapi/model/schema.js';
import type { Evidence } from './name-likeness.js';
import { type Outline, outlineOf } from './outline.js';

/** What speaks for two schemas describing the same thing; `undefined` when they cannot. */
export function shapeEvidence(before: Schema, after: Schema): readonly Evidence[] | undefined {
  const [left, right] = [outlineOf(before), outlineOf(after)];
  if (left.types.has('object') !== right.types.has('object') && isTyped(left) && isTyped(right)) return undefined;
  return [
    ...kindEvidence(left, right),
    ...contentEvidence(left, right),
    ...textEvidence(left.description, right.description),
  ];
}

function isTyped({ types }: Outline): boolean {
  return types.size > 0;
}

function kindEvidence(left: Outline, right: Outline): readonly Evidence[] {
  if (!isTyped(left) || !isTyped(right)) return [];
  const isSame = left.types.size === right.types.size && [...left.types].every((type) => right.types.has(type));
  if (!isSame) return itemEvidence(left, right);
  if (left.format !== right.format) return [];
  if (left.format !== undefined) return [{ weight: 1.5, words: 'the same type and format' }];
  return [{ weight: 1, words: 'the same type' }];
}

/** One value that became a list of them, or a list that became one value. */
function itemEvidence(left: Outline, right: Outline): readonly Evidence[] {
  const [list, single] = left.types.has('array') ? [left, right] : [right, left];
  if (!list.types.has('array') || single.types.has('array') || list.items === undefined) return [];
  const items = outlineOf(list.items);
  const isSame = items.types.size > 0 && [...items.types].every((type) => single.types.has(type));
  return isSame ? [{ weight: 1, words: 'the items of one have the type of the other' }] : [];
}

function contentEvidence(left: Outline, right: Outline): readonly Evidence[] {
  const found: Evidence[] = [];
  if (left.values !== undefined && right.values !== undefined) {
    const shared = [...left.values].filter((value) => right.values?.has(value)).length;
    if (shared === left.values.size && shared === right.values.size && shared > 1) {
      found.push({ weight: 2, words: 'the same listed values' });
    }
  }
  const [ofLeft, ofRight] = [left.component ?? itemComponent(left), right.component ?? itemComponent(right)];
  if (ofLeft !== undefined && ofLeft === ofRight) found.push({ weight: 3, words: `the same schema "${ofLeft}"` });
  else if (left.properties.size > 2 && sameNames(left, right)) found.push({ weight: 3, words: 'the same properties' });
  if (left.pattern !== undefined && left.pattern === right.pattern)
    found.push({ weight: 1, words: 'the same pattern' });
  return found;
}

function itemComponent({ items }: Outline): string | undefined {
  return items === undefined ? undefined : outlineOf(items).component;
}

function sameNames(left: Outline, right: Outline): boolean {
  return (
    left.properties.size === right.properties.size &&
    [...left.properties.keys()].every((name) => right.properties.has(name))
  );
}

/** Longest text that is looked at, and the least number of words that are not alike by chance. */
const LONGEST_TEXT = 2_000;
const FEWEST_WORDS = 4;
const MANY_WORDS = 6;

/** What two descriptions say for their elements being one. They are compared, and mean nothing else. */
export function textEvidence(before: string | undefined, after: string | undefined): readonly Evidence[] {
  if (before === undefined || after === undefined) return [];
  const [left, right] = [wordSet(before), wordSet(after)];
  if (Math.min(left.size, right.size) < FEWEST_WORDS) return [];
  const shared = [...left].filter((word) => right.has(word)).length;
  const share = shared / (left.size + right.size - shared);
  if (share === 1) return [{ weight: left.size >= MANY_WORDS ? 4 : 2.5, words: 'the same description' }];
  return share >= 0.7 ? [{ weight: 2, words: 'nearly the same description' }] : [];
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(
    text
      .slice(0, LONGEST_TEXT)
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+/gu) ?? [],
  );
}
