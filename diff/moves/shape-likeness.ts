import type { Schema } from '../../openapi/model/schema.js';
import type { Element } from './element.js';
import type { Evidence } from './name-likeness.js';
import { type Outline, outlineOf } from './outline.js';
import { wordsIn } from './words.js';

/** What speaks for two schemas describing the same thing; `undefined` when they cannot. */
function shapeEvidence(before: Schema, after: Schema): readonly Evidence[] | undefined {
  const [left, right] = [outlineOf(before), outlineOf(after)];
  if (left.types.has('object') !== right.types.has('object') && isTyped(left) && isTyped(right)) return undefined;
  return [
    ...kindEvidence(left, right),
    ...contentEvidence(left, right),
    ...textEvidence(left.description, right.description),
  ];
}

/** What the schemas of two elements say; one without a schema speaks for nothing, and against nothing. */
export function shapeOf({ schema: before }: Element, { schema: after }: Element): readonly Evidence[] | undefined {
  return before === undefined || after === undefined ? [] : shapeEvidence(before, after);
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
  return before === undefined || after === undefined ? [] : wordEvidence(wordSet(before), wordSet(after));
}

/** The same of texts whose words are at hand. */
export function wordEvidence(left: ReadonlySet<string>, right: ReadonlySet<string>): readonly Evidence[] {
  const [few, many] = left.size < right.size ? [left, right] : [right, left];
  if (few.size < FEWEST_WORDS || few.size / many.size < ALIKE) return [];
  const shared = sharedCount(few, many);
  const share = shared / (few.size + many.size - shared);
  if (share === 1) return [{ weight: few.size >= MANY_WORDS ? 4 : 2.5, words: 'the same description' }];
  return share >= ALIKE ? [{ weight: 2, words: 'nearly the same description' }] : [];
}

/** The share of words that two texts nearly the same have in common. */
const ALIKE = 0.7;

function sharedCount(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let count = 0;
  for (const word of left) if (right.has(word)) count++;
  return count;
}

/** The words of texts that were looked at: each text is compared with many. */
const known = new Map<string, ReadonlySet<string>>();
const MOST_KNOWN = 2_000;

/** The words of a text, without their order. */
export function wordSet(text: string): ReadonlySet<string> {
  const present = known.get(text);
  if (present !== undefined) return present;
  const words = new Set(wordsIn(text.slice(0, LONGEST_TEXT)));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, words);
  return words;
}
