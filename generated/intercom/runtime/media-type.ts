/** What is sent and asked for where nothing else is said. */
export const JSON_TYPE = 'application/json';

/** Whether a media type, or one of a list of them, is JSON. */
export function isJson(type: string): boolean {
  return /[/+]json\s*($|[;,])/i.test(type);
}

/** Whether a media type is a sequence of JSON texts, one a line. */
export function isLines(type: string): boolean {
  return /jsonl|ndjson|json-seq/i.test(type);
}

/** Whether a media type is read as text. */
export function isText(type: string): boolean {
  return /^text\/|[/+](xml|yaml)\b/i.test(type);
}

/** A media type without its parameters, in lower case. */
export function essence(type: string): string {
  return type.replace(/;.*/s, '').trim().toLowerCase();
}

/** Whether one of the ranges of an `Accept` header takes `type`. */
export function accepts(ranges: string, type: string): boolean {
  const group = type.replace(/[^/]*$/, '*');
  return ranges.split(',').some((range) => [type, group, '*/*'].includes(essence(range)));
}
