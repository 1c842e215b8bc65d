import { field, isArray, isObject, type Json, type JsonObject } from '../../openapi/source/json.js';
import { declarationsOf, settle } from './object-view.js';
import { type RawDocument, referenceOf } from './raw-document.js';

/** Alternatives beyond this are not compared; nobody tells so many apart by hand. */
const MAXIMUM_ALTERNATIVES = 200;

/**
 * The enums by which callers tell the alternatives of `union` apart: of a property that every alternative has with values of
 * its own, or of the property that the discriminator names.
 */
export function tagsOf(document: RawDocument, union: JsonObject): JsonObject[] {
  const discriminator = field(union, 'discriminator');
  const named = isObject(discriminator) ? field(discriminator, 'propertyName') : undefined;
  const own = typeof named === 'string' ? (propertiesOf(document, union).get(named) ?? []) : [];
  const alternatives = alternativesOf(union);
  const tags = [...own];
  if (alternatives.length < 2 || alternatives.length > MAXIMUM_ALTERNATIVES) return tags.filter(isEnum);
  const all = alternatives.map((each) => propertiesOf(document, each));
  for (const name of all[0]?.keys() ?? []) {
    const schemas = all.map((properties) => properties.get(name) ?? []);
    if (name === named || areApart(schemas)) tags.push(...schemas.flat());
  }
  return tags.filter(isEnum);
}

/** The values that alternatives state for `property` themselves, by the reference that leads to each; what several state tells none. */
export function statedTags(
  document: RawDocument,
  union: JsonObject,
  property: string,
): { readonly reference: string; readonly tags: readonly string[] }[] {
  const stated = alternativesOf(union).flatMap((alternative) => {
    const reference = referenceOf(alternative);
    if (reference === undefined) return [];
    const values = (propertiesOf(document, alternative).get(property) ?? []).flatMap(valuesOf);
    return [{ reference, tags: new Set(values.filter((value) => typeof value === 'string')) }];
  });
  const count = new Map<string, number>();
  for (const { tags } of stated) for (const tag of tags) count.set(tag, (count.get(tag) ?? 0) + 1);
  return stated.map(({ reference, tags }) => ({
    reference,
    tags: [...tags].filter((tag) => count.get(tag) === 1),
  }));
}

function alternativesOf(union: JsonObject): JsonObject[] {
  return ['oneOf', 'anyOf'].flatMap((keyword) => {
    const list = field(union, keyword);
    return isArray(list) ? list.filter(isObject).filter((each) => field(each, 'type') !== 'null') : [];
  });
}

/** Whether each list states values, and no value stands in two of them. */
function areApart(lists: readonly (readonly JsonObject[])[]): boolean {
  const seen = new Set<Json>();
  return lists.every((schemas) => {
    const values = new Set(schemas.flatMap(valuesOf));
    const isNew = values.size > 0 && [...values].every((value) => !seen.has(value));
    for (const value of values) seen.add(value);
    return isNew;
  });
}

function valuesOf(schema: JsonObject): readonly Json[] {
  const constant = field(schema, 'const');
  const members = field(schema, 'enum');
  return constant === undefined ? (isArray(members) ? members : []) : [constant];
}

function isEnum(schema: JsonObject): boolean {
  return isArray(field(schema, 'enum'));
}

/** The schemas of each property, references followed. */
function propertiesOf(document: RawDocument, schema: Json | undefined): Map<string, JsonObject[]> {
  return new Map(
    [...declarationsOf(document, schema)].map(([name, list]) => [
      name,
      list.map((each) => settle(document, each)).filter(isObject),
    ]),
  );
}
