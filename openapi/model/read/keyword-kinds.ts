import type { JsonObject } from '../../source/json.js';
import { FACETS } from './schema-assertions.js';
import {
  KEYWORDS_SINCE_31,
  KNOWN_KEYWORDS,
  SCHEMA_KEYWORDS,
  SCHEMA_LIST_KEYWORDS,
  SCHEMA_MAP_KEYWORDS,
} from './schema-vocabulary.js';

/** What there is to read in a schema. Most have little of it, and nobody looks for what they have not. */
export interface KeywordKinds {
  readonly hasFacets: boolean;
  /** Assertions that few schemas have and that are no facets. */
  readonly hasRare: boolean;
  readonly hasSchemas: boolean;
  /** Annotations that few schemas have, extensions and unknown keywords. */
  readonly hasNotes: boolean;
  /** Keywords that OpenAPI 3.0 does not have. */
  readonly hasNewer: boolean;
}

const RARE_ASSERTIONS = ['const', '$dynamicRef', '$recursiveRef', 'dependentRequired'];

const NOTES = [
  ...['$comment', 'externalDocs', 'xml', 'default', 'example', 'examples'],
  ...['deprecated', 'readOnly', 'writeOnly', 'discriminator'],
];

const FACET = 1;
const SCHEMA = 2;
const NOTE = 4;
const NEWER = 8;
const RARE = 16;

/** The kinds of each keyword that is known. */
const KINDS: ReadonlyMap<string, number> = kindsOfKnown();

export function keywordKinds(raw: JsonObject): KeywordKinds {
  let kinds = 0;
  for (const key in raw) kinds |= KINDS.get(key) ?? NOTE;
  return {
    hasFacets: (kinds & FACET) > 0,
    hasRare: (kinds & RARE) > 0,
    hasSchemas: (kinds & SCHEMA) > 0,
    hasNotes: (kinds & NOTE) > 0,
    hasNewer: (kinds & NEWER) > 0,
  };
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
  return kinds;
}
