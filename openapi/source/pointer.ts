/** One step of a JSON Pointer (RFC 6901), not escaped. */
export type PointerSegment = string;

/** `#/paths/~1a` from `['paths', '/a']`; the fragment spelling, not percent-encoded, for people and JSON output. */
export function formatPointer(segments: readonly PointerSegment[]): string {
  return `#${segments.map((segment) => `/${escapeSegment(segment)}`).join('')}`;
}

/** A segment as a pointer spells it. */
export function escapeSegment(segment: PointerSegment): string {
  return /[~/]/.test(segment) ? segment.replaceAll('~', '~0').replaceAll('/', '~1') : segment;
}

/**
 * The segments of a URI fragment pointer such as `/paths/~1a%7Bid%7D`, or `undefined` when it is not one.
 * Percent-encoding is undone first, then `~1` and `~0` (RFC 6901, section 6).
 */
export function parsePointer(fragment: string): PointerSegment[] | undefined {
  if (fragment === '') return [];
  if (!fragment.startsWith('/')) return undefined;
  if (!/[%~]/.test(fragment)) return fragment.slice(1).split('/');
  let decoded: string;
  try {
    decoded = decodeURIComponent(fragment);
  } catch {
    decoded = fragment;
  }
  if (/~(?![01])/.test(decoded)) return undefined;
  return decoded
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}
