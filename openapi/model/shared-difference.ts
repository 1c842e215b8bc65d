import { field, isArray, isObject, type Json, type JsonObject } from '../source/json.js';
import type { TextComparison } from './text-comparison.js';

/** What operations carry. */
export const CARRIED_PARTS = ['parameters', 'requestBody', 'responses'] as const;

export type CarriedPart = (typeof CARRIED_PARTS)[number];

/** A value of both sides, and what it stands under. */
type Member = readonly [place: string, base: Json, revision: Json];

/** What alone differs in something, in words that say it as well of anything else. */
type Words = readonly string[] | undefined;

/**
 * The references in which one part of two operations differs, with what they stand for there; `undefined` where anything else
 * differs as well. Most operations of a large document change only in what they refer to, and many refer to the same.
 */
export function sharedDifference(
  text: TextComparison,
  part: CarriedPart,
  base: Json,
  revision: Json,
): string | undefined {
  const members = membersOf(part, base, revision);
  if (members === undefined) return undefined;
  const wordsOf = part === 'parameters' ? ofParameter : ofMessage;
  const told: Words[] = [[part]];
  for (const [place, before, after] of members) {
    if (text.equal(before, after)) continue;
    const words = wordsOf(text, before, after);
    if (words === undefined) return undefined;
    told.push([place, ...words]);
  }
  return JSON.stringify(told);
}

/** What both sides have in a part; `undefined` where one of them has something else. */
function membersOf(part: CarriedPart, base: Json, revision: Json): readonly Member[] | undefined {
  if (part === 'requestBody') return [['', base, revision]];
  if (part === 'responses') return membersByName(base, revision);
  if (!isArray(base) || !isArray(revision) || base.length !== revision.length) return undefined;
  return base.map((before, index) => ['', before, revision[index] ?? null]);
}

function membersByName(base: Json | undefined, revision: Json | undefined): readonly Member[] | undefined {
  if (!isObject(base) || !isObject(revision)) return undefined;
  const names = Object.keys(base);
  if (names.length !== Object.keys(revision).length || !names.every((name) => Object.hasOwn(revision, name)))
    return undefined;
  return names.map((name) => [name, base[name] ?? null, revision[name] ?? null]);
}

/** A parameter with a schema that is a reference. Whether reserved characters matter depends on what is written. */
function ofParameter(text: TextComparison, base: Json, revision: Json): Words {
  if (!isObject(base) || !isObject(revision) || field(base, 'allowReserved') !== undefined) return undefined;
  const [location, name] = [field(base, 'in'), field(base, 'name')];
  if (typeof location !== 'string' || typeof name !== 'string') return undefined;
  const references = referencesIn(text, base, revision);
  return references && [location, name, ...references];
}

/** A body, or a response, of one media type with a schema that is a reference. */
function ofMessage(text: TextComparison, base: Json, revision: Json): Words {
  if (!isObject(base) || !isObject(revision) || !differOnlyIn('content', text, base, revision)) return undefined;
  const [only, ...others] = membersByName(field(base, 'content'), field(revision, 'content')) ?? [];
  if (only === undefined || others.length > 0) return undefined;
  const [mediaType, before, after] = only;
  // How the parts of a form are written depends on their schemas.
  if (!isObject(before) || !isObject(after) || field(before, 'encoding') !== undefined) return undefined;
  const references = referencesIn(text, before, after);
  return references && [mediaType, ...references];
}

/** The references that the schemas of two elements are, and nothing else; `undefined` where the elements differ besides. */
function referencesIn(text: TextComparison, base: JsonObject, revision: JsonObject): Words {
  const [before, after] = [referenceIn(field(base, 'schema')), referenceIn(field(revision, 'schema'))];
  if (before === undefined || after === undefined || !differOnlyIn('schema', text, base, revision)) return undefined;
  return [before, after];
}

function referenceIn(schema: Json | undefined): string | undefined {
  if (!isObject(schema)) return undefined;
  for (const key in schema) if (key !== '$ref') return undefined;
  const reference = field(schema, '$ref');
  return typeof reference === 'string' ? reference : undefined;
}

function differOnlyIn(key: string, text: TextComparison, base: JsonObject, revision: JsonObject): boolean {
  for (const other in base) {
    if (other !== key && !text.equalKeyword(field(base, other) ?? null, field(revision, other), other)) return false;
  }
  return text.hasOnlyIgnored(base, revision);
}
