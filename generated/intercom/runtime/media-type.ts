/** Whether a media type, or one of a list of them, is JSON. */
export function isJson(type: string): boolean {
  return /[/+]json\s*($|[;,])/i.test(type);
}

/** Whether a media type is read as a stream: a sequence that may never end. */
export function isStream(type: string): boolean {
  return /event-stream|jsonl|ndjson|json-seq/i.test(type);
}

/** Whether a media type is read as text. */
export function isText(type: string): boolean {
  return /^text\/|[/+](xml|yaml)\b/i.test(type);
}
