import { conjunctionOf } from '../../diff/schema/conjunction.js';
import { type View, viewOf } from '../../diff/schema/view.js';
import type { JsonType } from '../../openapi/model/schema.js';
import { field, isArray, isObject, type Json } from '../../openapi/source/json.js';
import { canonical } from '../../openapi/source/stringify.js';
import { isPart } from './partial.js';
import { inside, type SiteSide } from './site.js';

/**
 * Whether a document says of a value what a pattern says in part. The pattern is written like a schema, and holds for every
 * spelling of it: references and `allOf` are followed, `nullable` and a type `null` are one.
 */
export function saysOf(side: SiteSide, pattern: Json): boolean {
  if (pattern === null || isArray(pattern)) return false;
  const view = viewOf(conjunctionOf(side.schemas));
  if (!isObject(pattern)) return isTypes(view, pattern);
  return Object.keys(pattern).every((key) => saysKeyword(side, view, key, field(pattern, key) ?? null));
}

function saysKeyword(side: SiteSide, view: View, key: string, pattern: Json): boolean {
  switch (key) {
    case 'type':
      return isTypes(view, pattern);
    case 'nullable':
      return view.conjunction.nullable === pattern;
    case 'required':
      if (isArray(pattern)) return pattern.every((name: Json) => typeof name === 'string' && view.required.has(name));
      return side.required === pattern;
    case 'enum':
      return (isArray(pattern) ? pattern : [pattern]).every((value: Json) => lists(view, value));
    case 'const':
      return view.values?.length === 1 && lists(view, pattern);
    case 'items':
      return parts(side, { kind: 'items' }).some((item) => saysOf(item, pattern));
    case 'properties':
      return isObject(pattern) && Object.keys(pattern).every((name) => saysProperty(side, name, field(pattern, name)));
    case 'additionalProperties':
      if (isObject(pattern)) return parts(side, { kind: 'values' }).some((value) => saysOf(value, pattern));
      return view.additional.every(({ always }) => always !== false) === pattern;
    case 'oneOf':
    case 'anyOf':
      return saysAlternatives(view, key, pattern) || saysAsWritten(view, key, pattern);
    case 'default':
      return isPart(pattern, view.default);
    case 'deprecated':
    case 'readOnly':
    case 'writeOnly':
      return view[key] === pattern;
    default:
      return saysFacet(view, key, pattern) || saysAsWritten(view, key, pattern);
  }
}

function parts(side: SiteSide, step: Parameters<typeof inside>[1]): readonly SiteSide[] {
  return inside([{ base: side }], step).flatMap(({ base }) => base ?? []);
}

function saysProperty(side: SiteSide, name: string, pattern: Json | undefined): boolean {
  const found = parts(side, { kind: 'property', name });
  if (pattern === null || pattern === undefined) return found.length === 0;
  return found.some((property) => saysOf(property, pattern));
}

/** One type leaves open whether null is accepted as well; a list of types says it all. */
function isTypes(view: View, pattern: Json): boolean {
  const types: ReadonlySet<JsonType> | undefined = view.types;
  if (types === undefined) return false;
  const stated = isArray(pattern) ? pattern : [pattern];
  const wanted = new Set<Json>(stated);
  if (isArray(pattern) && wanted.has('null') !== view.conjunction.nullable) return false;
  wanted.delete('null');
  return wanted.size === types.size && [...types].every((type) => wanted.has(type));
}

/** Whether a value is among those that a document lists. */
function lists({ values, conjunction }: View, value: Json): boolean {
  if (values === undefined) return false;
  if (value === null) return conjunction.nullable;
  const text = canonical(value);
  return values.some((candidate) => canonical(candidate) === text);
}

function saysAlternatives(view: View, keyword: 'anyOf' | 'oneOf', pattern: Json): boolean {
  const branches = view.unions.filter((union) => union.keyword === keyword).flatMap((union) => union.branches);
  if (!isArray(pattern) || branches.length === 0) return false;
  return pattern.every((one: Json) => branches.some((branch) => saysOf({ schemas: [branch] }, one)));
}

function saysFacet({ facets }: View, key: string, pattern: Json): boolean {
  const merged: Readonly<Record<string, Json | undefined>> = { ...facets };
  return Object.hasOwn(merged, key) ? isPart(pattern, merged[key]) : false;
}

/** What is compared as it is written: extensions, and keywords that are not merged. */
function saysAsWritten({ conjunction }: View, key: string, pattern: Json): boolean {
  const written = conjunction.members
    .map(({ raw }) => (isObject(raw) ? field(raw, key) : undefined))
    .filter((value) => value !== undefined);
  if (pattern === null) return written.length === 0;
  return written.some((value) => isPart(pattern, value));
}

/** Unions inside unions are looked into no deeper. */
const DEEPEST_UNION = 5;

/** Whether a value is among those that a document lists of a value or of one of its alternatives. */
export function listsAnywhere({ schemas }: SiteSide, value: Json, depth = DEEPEST_UNION): boolean {
  const view = viewOf(conjunctionOf(schemas));
  if (lists(view, value)) return true;
  if (depth === 0) return false;
  return view.unions.some(({ branches }) => {
    return branches.some((branch) => listsAnywhere({ schemas: [branch] }, value, depth - 1));
  });
}
