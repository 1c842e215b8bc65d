import { field, isArray, isObject, type Json, type JsonObject } from '../source/json.js';
import { memberAt } from './raw-at.js';
import type { TextComparison } from './text-comparison.js';

/** What operations carry. */
export const CARRIED_PARTS = ['parameters', 'requestBody', 'responses'] as const;

export type CarriedPart = (typeof CARRIED_PARTS)[number];

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
  const told: Words[] = [[part]];
  const tell = (place: string, before: Json, after: Json): boolean => {
    if (text.equal(before, after)) return true;
    const words = part === 'parameters' ? ofParameter(text, before, after) : ofMessage(text, before, after);
    if (words !== undefined) told.push([place, ...words]);
    return words !== undefined;
  };
  return areTold(part, base, revision, tell) ? JSON.stringify(told) : undefined;
}

type Tell = (place: string, base: Json, revision: Json) => boolean;

/** Whether both sides have the same members in a part, and all that differ are told. */
function areTold(part: CarriedPart, base: Json, revision: Json, tell: Tell): boolean {
  if (part === 'requestBody') return tell('', base, revision);
  if (part === 'parameters') {
    if (!isArray(base) || !isArray(revision) || base.length !== revision.length) return false;
    return base.every((before, index) => tell('', before, revision[index] ?? null));
  }
  if (!isObject(base) || !isObject(revision)) return false;
  let more = 0;
  for (const _ in revision) more++;
  for (const name in base) {
    const after = field(revision, name);
    if (after === undefined || !tell(name, base[name] ?? null, after)) return false;
    more--;
  }
  return more === 0;
}

/** A parameter with a schema that is a reference. Whether reserved characters matter depends on what is written. */
function ofParameter(text: TextComparison, base: Json, revision: Json): Words {
  if (!isObject(base) || !isObject(revision) || field(base, 'allowReserved') !== undefined) return undefined;
  const location = field(base, 'in');
  const name = field(base, 'name');
  if (typeof location !== 'string' || typeof name !== 'string') return undefined;
  const references = referencesIn(text, base, revision);
  return references && [location, name, ...references];
}

/** A body, or a response, of one media type with a schema that is a reference. */
function ofMessage(text: TextComparison, base: Json, revision: Json): Words {
  if (!isObject(base) || !isObject(revision) || !differOnlyIn('content', text, base, revision)) return undefined;
  const content = field(base, 'content');
  const mediaType = onlyKey(content);
  if (mediaType === undefined || onlyKey(field(revision, 'content')) !== mediaType) return undefined;
  const before = memberAt(content, mediaType);
  const after = memberAt(field(revision, 'content'), mediaType);
  // How the parts of a form are written depends on their schemas.
  if (!isObject(before) || !isObject(after) || field(before, 'encoding') !== undefined) return undefined;
  const references = referencesIn(text, before, after);
  return references && [mediaType, ...references];
}

function onlyKey(value: Json | undefined): string | undefined {
  if (!isObject(value)) return undefined;
  let only: string | undefined;
  for (const key in value) {
    if (only !== undefined) return undefined;
    only = key;
  }
  return only;
}

/** The references that the schemas of two elements are, and nothing else; `undefined` where the elements differ besides. */
function referencesIn(text: TextComparison, base: JsonObject, revision: JsonObject): Words {
  const before = referenceIn(field(base, 'schema'));
  const after = referenceIn(field(revision, 'schema'));
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
