import type { MediaType } from '../../openapi/model/operation.js';
import type { Schema } from '../../openapi/model/schema.js';
import { isObject } from '../../openapi/source/json.js';
import { isBinary } from './schema-shape.js';

/** How the runtime sends or reads a media type; `lines` are JSON values one after another, `any` is for the answer to say. */
export type Encoding = 'json' | 'form' | 'multipart' | 'text' | 'events' | 'lines' | 'binary' | 'any';

/** How values of a media type are sent and read. A range such as `*\/*` with a schema is JSON, for that is what has schemas; bytes
 * are bytes whatever they are called. */
export function encodingOf({ name, schema, itemSchema }: MediaType): Encoding {
  const lower = name.toLowerCase();
  if (/event-stream/.test(lower)) return 'events';
  if (/jsonl|ndjson|json-seq/.test(lower)) return 'lines';
  const isBytes = isFileOfBytes(schema);
  // JSON has no bytes: a body that is nothing else is a file of JSON.
  if (/[/+]json\b/.test(lower)) return isBytes ? 'binary' : 'json';
  if (lower.startsWith('multipart/form-data')) return 'multipart';
  if (lower.startsWith('application/x-www-form-urlencoded')) return 'form';
  if (/^text\/|[/+](xml|yaml)\b/.test(lower)) return 'text';
  if (!/^(\*|application)\/\*/.test(lower)) return 'binary';
  if (schema === undefined && itemSchema === undefined) return 'any';
  return isBytes ? 'binary' : 'json';
}

function isFileOfBytes(schema: Schema | undefined): boolean {
  let current = schema;
  // Longer chains of references are a mistake, and those in a circle have no end.
  for (let hops = 0; hops < 100 && current?.ref?.target !== undefined; hops++) current = current.ref.target;
  return isObject(current?.raw) && isBinary(current.raw);
}

/** True for a name that can be sent in a header as it is. */
export function isSendable(name: string): boolean {
  return /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+(?:\s*;[\x20-\x7e]*)?$/.test(name);
}

const PREFERENCE: readonly Encoding[] = ['json', 'multipart', 'form', 'text', 'lines', 'events', 'binary', 'any'];

/** What an answer may be: the media type to use, and a stream where the request decides whether there is one. */
export function answeredMediaTypes(content: ReadonlyMap<string, MediaType>): readonly MediaType[] {
  const preferred = preferredMediaType(content);
  if (preferred === undefined) return [];
  const streams = [...content.values()].filter((each) => /^(?:events|lines)$/.test(encodingOf(each)));
  return encodingOf(preferred) === 'json' ? [preferred, ...streams] : [preferred];
}

/** The media type to use of those offered: plain JSON, other JSON, forms, text, then what comes first. */
export function preferredMediaType(content: ReadonlyMap<string, MediaType>): MediaType | undefined {
  const rank = (mediaType: MediaType): number => {
    if (!isSendable(mediaType.name)) return 9;
    if (mediaType.name.toLowerCase() === 'application/json') return 0;
    return PREFERENCE.indexOf(encodingOf(mediaType)) + 1;
  };
  let best: MediaType | undefined;
  for (const mediaType of content.values()) {
    if (best === undefined || rank(mediaType) < rank(best)) best = mediaType;
  }
  return best;
}
