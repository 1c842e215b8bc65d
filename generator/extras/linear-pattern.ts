/** The longest pattern that is looked at. */
const MAX_LENGTH = 500;

/**
 * Whether a regular expression of a document takes a time that grows no faster than the text it is matched with: it repeats no group,
 * looks neither ahead nor behind nor back, and repeats without bound at most once, from the start of the text on.
 */
export function isLinearPattern(pattern: string): boolean {
  if (pattern.length > MAX_LENGTH || !compiles(pattern)) return false;
  // Classes and escapes stand for one character each.
  const plain = pattern.replace(/\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|[^0-9k])/g, 'x').replace(/\[[^\]]*\]/g, 'x');
  if (plain.includes('\\') || /\(\?(?!:)/.test(plain) || /\)[*+?{]/.test(plain)) return false;
  if (/\{\d*,?\d{4,}\}/.test(plain)) return false;
  const unbounded = plain.match(/[*+]|\{\d+,\}/g)?.length ?? 0;
  const bounded = plain.match(/\?|\{\d+(?:,\d+)?\}/g)?.length ?? 0;
  if (unbounded === 0) return bounded <= 12;
  return unbounded === 1 && plain.startsWith('^') && !plain.includes('|') && bounded <= 4;
}

/** As JSON Schema reads patterns: by code points. */
function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}
