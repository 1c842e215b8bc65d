import type { Json } from '../../openapi/source/json.js';

/** Whether the `contentType` of an Encoding Object names everything it named before, and more. */
export function namesMoreTypes(before: Json, after: Json): boolean {
  if (typeof before !== 'string' || typeof after !== 'string') return false;
  const now = mediaTypes(after);
  return now.size > mediaTypes(before).size && [...mediaTypes(before)].every((mediaType) => now.has(mediaType));
}

function mediaTypes(text: string): ReadonlySet<string> {
  return new Set(text.split(',').map((mediaType) => mediaType.trim().toLowerCase()));
}
