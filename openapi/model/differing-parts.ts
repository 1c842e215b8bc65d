import { field, isArray, isObject, type Json, type JsonObject } from '../source/json.js';
import type { TextComparison } from './text-comparison.js';

/** Where two schemas differ. */
export interface DifferingParts {
  /** Properties that both declare. */
  readonly properties: readonly string[];
  readonly items: boolean;
  /** Places in `anyOf` at which both refer to one component, or where one object is told by its title. */
  readonly alternatives: readonly number[];
}

/** How the text of two documents is compared. */
export interface Texts {
  /** Together with what it refers to, and without what means nothing. */
  readonly meaning: TextComparison;
  /** Together with what it refers to, to the letter. */
  readonly letter: TextComparison;
  /** Whether what a reference names takes values of the same types in both documents, and null in both or in none. */
  keepsTypes(reference: string): boolean;
}

/** With these a schema says more than it holds itself, or what it says depends on its parts. */
const BEYOND: ReadonlySet<string> = new Set([
  ...['$ref', '$dynamicRef', '$recursiveRef', 'allOf', 'oneOf', 'discriminator'],
  ...['unevaluatedItems', 'unevaluatedProperties'],
]);

const PARTS: ReadonlySet<string> = new Set(['properties', 'items', 'anyOf']);

/** The parts in which two schemas differ that are equal in all else, and have the same properties; `undefined` for others. */
export function differingParts(texts: Texts, base: JsonObject, revision: JsonObject): DifferingParts | undefined {
  // Parts are compared last: they are many, and no matter where anything else differs.
  for (const key in base) {
    if (BEYOND.has(key)) return undefined;
    if (PARTS.has(key)) continue;
    if (!texts.meaning.equalKeyword(base[key] ?? null, revision[key], key)) return undefined;
  }
  if (!texts.meaning.hasOnlyIgnored(base, revision)) return undefined;
  const alternatives = differingAlternatives(texts, field(base, 'anyOf'), field(revision, 'anyOf'));
  if (alternatives === undefined) return undefined;
  const properties = differingMembers(texts, field(base, 'properties'), field(revision, 'properties'));
  if (properties === undefined) return undefined;
  const [items, others] = [field(base, 'items') ?? null, field(revision, 'items') ?? null];
  const isSame = texts.meaning.equal(items, others);
  return isSame || (isObject(items) && isObject(others)) ? { properties, items: !isSame, alternatives } : undefined;
}

/** The names of members that differ; `undefined` where the names themselves do. */
function differingMembers(
  { meaning }: Texts,
  base: Json | undefined,
  revision: Json | undefined,
): readonly string[] | undefined {
  if (base === undefined && revision === undefined) return [];
  if (!isObject(base) || !isObject(revision)) return undefined;
  const names: string[] = [];
  let more = 0;
  for (const _ in revision) more++;
  for (const name in base) {
    // An inherited member stands for no property of that name.
    if (!Object.hasOwn(revision, name)) return undefined;
    more--;
    if (!meaning.equal(base[name] ?? null, revision[name] ?? null)) names.push(name);
  }
  return more === 0 ? names : undefined;
}

/**
 * Where alternatives differ that stand in the same order and are told apart by their text; `undefined` where they are others, or what
 * they say together may have changed.
 */
function differingAlternatives(
  { letter, meaning, keepsTypes }: Texts,
  base: Json | undefined,
  revision: Json | undefined,
): readonly number[] | undefined {
  if (base === undefined && revision === undefined) return [];
  if (!isArray(base) || !isArray(revision) || base.length !== revision.length) return undefined;
  const places: number[] = [];
  const references = new Set<string>();
  let objects = 0;
  for (let place = 0; place < base.length; place++) {
    const [before = null, after = null] = [base[place], revision[place]];
    if (letter.equal(before, after)) continue;
    places.push(place);
    const reference = referenceIn(before);
    if (reference === undefined) {
      if (++objects > 1 || !isOneObject(meaning, base, before, after)) return undefined;
      continue;
    }
    if (reference !== referenceIn(after) || !keepsTypes(reference)) return undefined;
    references.add(reference);
  }
  return references.size + objects === places.length ? places : undefined;
}

/** Whether two alternatives are objects of one title that no other alternative has. */
function isOneObject(text: TextComparison, all: readonly Json[], before: Json, after: Json): boolean {
  if (!isObject(before) || !isObject(after)) return false;
  const title = titleOfObject(before);
  if (title === undefined || title !== titleOfObject(after) || !haveSameTypes(text, before, after)) return false;
  return all.every((other) => other === before || !isObject(other) || field(other, 'title') !== title);
}

function titleOfObject(schema: JsonObject): string | undefined {
  const title = field(schema, 'title');
  const isTitled = typeof title === 'string' && field(schema, 'type') === 'object';
  return isTitled && isObject(field(schema, 'properties')) ? title : undefined;
}

/** The reference that a value is and nothing else. */
function referenceIn(value: Json): string | undefined {
  if (!isObject(value)) return undefined;
  for (const key in value) if (key !== '$ref') return undefined;
  const reference = field(value, '$ref');
  return typeof reference === 'string' ? reference : undefined;
}

/** What decides which types a schema takes. */
const TYPE_KEYWORDS = [
  ...['type', 'nullable', 'enum', 'const', '$ref', '$dynamicRef', '$recursiveRef', 'allOf', 'anyOf', 'oneOf'],
  ...['not', 'if', 'then', 'else', 'unevaluatedItems', 'unevaluatedProperties'],
];

/** Whether two schemas take values of the same types. */
export function haveSameTypes(text: TextComparison, base: JsonObject, revision: JsonObject): boolean {
  return TYPE_KEYWORDS.every((key) => {
    const [before, after] = [field(base, key), field(revision, key)];
    return before === undefined ? after === undefined : text.equalKeyword(before, after, key);
  });
}
