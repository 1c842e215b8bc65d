import type { MediaType } from '../../openapi/model/operation.js';

/** How the runtime sends or reads a media type. */
export type Encoding = 'json' | 'form' | 'multipart' | 'text' | 'stream' | 'binary';

export function encodingOf(mediaType: string): Encoding {
  const name = mediaType.toLowerCase();
  if (/event-stream|jsonl|ndjson|json-seq/.test(name)) return 'stream';
  if (/[/+]json\b/.test(name)) return 'json';
  if (name.startsWith('multipart/form-data')) return 'multipart';
  if (name.startsWith('application/x-www-form-urlencoded')) return 'form';
  return /^text\/|[/+](xml|yaml)\b/.test(name) ? 'text' : 'binary';
}

/** True for a name that can be sent in a header as it is. */
export function isSendable(name: string): boolean {
  return /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+(?:\s*;[\x20-\x7e]*)?$/.test(name);
}

/** The media type to use of those offered: plain JSON, other JSON, forms, text, then what comes first. */
export function preferredMediaType(content: ReadonlyMap<string, MediaType>): MediaType | undefined {
  const rank = ({ name }: MediaType): number => {
    if (!isSendable(name)) return 9;
    if (name.toLowerCase() === 'application/json') return 0;
    return ['json', 'multipart', 'form', 'text', 'stream', 'binary'].indexOf(encodingOf(name)) + 1;
  };
  let best: MediaType | undefined;
  for (const mediaType of content.values()) {
    if (best === undefined || rank(mediaType) < rank(best)) best = mediaType;
  }
  return best;
}
