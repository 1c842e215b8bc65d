import type { JsonObject } from '../../source/json.js';
import {
  FACETS,
  KEYWORDS_SINCE_31,
  KNOWN_KEYWORDS,
  SCHEMA_KEYWORDS,
  SCHEMA_LIST_KEYWORDS,
  SCHEMA_MAP_KEYWORDS,
} from './schema-vocabulary.js';

const RARE_ASSERTIONS = ['const', '$dynamicRef', '$recursiveRef', 'dependentRequired'];

const NOTES = [
  ...['$comment', 'externalDocs', 'xml', 'default', 'example', 'examples'],
  ...['deprecated', 'readOnly', 'writeOnly', 'discriminator'],
];

export const FACET = 1;
export const SCHEMA = 2;
/** Annotations that few schemas have, extensions and unknown keywords. */
export const NOTE = 4;
/** Keywords that OpenAPI 3.0 does not have. */
export const NEWER = 8;
/** Assertions that few schemas have and that are no facets. */
export const RARE = 16;
export const NULLABLE = 32;

/** The kinds of each keyword that is known. */
const KINDS: ReadonlyMap<string, number> = kindsOfKnown();

/** What there is to read in a schema, as a sum of kinds. Most have little of it, and nobody looks for what they have not. */
export function keywordKinds(raw: JsonObject): number {
  let kinds = 0;
  for (const key in raw) kinds |= KINDS.get(key) ?? NOTE;
  return kinds;
}

function kindsOfKnown(): ReadonlyMap<string, number> {
  const kinds = new Map<string, number>();
  const add = (keywords: Iterable<string>, kind: number): void => {
    for (const keyword of keywords) kinds.set(keyword, (kinds.get(keyword) ?? 0) | kind);
  };
  add(KNOWN_KEYWORDS, 0);
  add(FACETS, FACET);
  for (const keywords of [SCHEMA_KEYWORDS, SCHEMA_LIST_KEYWORDS, SCHEMA_MAP_KEYWORDS]) add(keywords.keys(), SCHEMA);
  add(NOTES, NOTE);
  add(RARE_ASSERTIONS, RARE);
  add(KEYWORDS_SINCE_31, NEWER);
  add(['nullable'], NULLABLE);
  return kinds;
}
