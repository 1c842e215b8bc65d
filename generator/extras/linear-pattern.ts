/** The longest pattern that is looked at. */
const MAX_LENGTH = 500;

/** How many characters are looked at in all ways to match from one place: where there is only one such place, and where many. */
const MAX_STEPS = { once: 1_000_000, often: 10_000 };

/** A repetition, lazy or not. */
const QUANTIFIER = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/;

/**
 * Whether a regular expression of a document takes a time that grows no faster than the text it is matched with: it looks neither ahead
 * nor behind nor back, repeats no group more than once, repeats without bound at most once and from the start of the text on, and has
 * few ways to match what it repeats within bounds.
 */
export function isLinearPattern(pattern: string): boolean {
  if (pattern.length > MAX_LENGTH || !compiles(pattern)) return false;
  // Classes and escapes stand for one character each.
  const plain = pattern.replace(/\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|[^0-9k])/g, 'x').replace(/\[[^\]]*\]/g, 'x');
  if (plain.includes('\\') || /\(\?(?!:)/.test(plain) || /\)[*+{]/.test(plain) || /\d{4}\}|\d{4},/.test(plain)) {
    return false;
  }
  const { ways, size, unbounded, isSplit } = measure(plain.replaceAll('(?:', '('));
  const isAnchored = plain.startsWith('^') && !isSplit;
  if (unbounded > 0 && (unbounded > 1 || !isAnchored || plain.includes('|'))) return false;
  return ways * size <= (isAnchored && unbounded === 0 ? MAX_STEPS.once : MAX_STEPS.often);
}

interface Measure {
  /** The ways to match one text. */
  readonly ways: number;
  /** The most characters one way looks at; what is repeated without bound counts once. */
  readonly size: number;
  readonly unbounded: number;
  /** Whether the whole has alternatives. */
  readonly isSplit: boolean;
}

/** @param plain where each character, bracket and bar stands for itself */
function measure(plain: string): Measure {
  const outer: { sum: number; product: number }[] = [];
  let [sum, product, size, unbounded] = [0, 1, 0, 0];
  for (let index = 0; index < plain.length; ) {
    const character = plain.charAt(index++);
    if (character === '(') {
      outer.push({ sum, product });
      [sum, product] = [0, 1];
      continue;
    }
    if (character === '|') {
      [sum, product] = [sum + product, 1];
      continue;
    }
    const before = character === ')' ? outer.pop() : undefined;
    const inside = before === undefined ? 1 : sum + product;
    if (before !== undefined) ({ sum, product } = before);
    const [quantifier = '', least, comma, most] = QUANTIFIER.exec(plain.slice(index)) ?? [];
    index += quantifier.length;
    const isOpen = /^[*+]/.test(quantifier) || (comma !== undefined && most === '');
    const fewest = quantifier.startsWith('?') ? 0 : Number(least ?? 1);
    const greatest = most === undefined || most === '' ? Math.max(1, fewest) : Number(most);
    if (isOpen) unbounded++;
    product *= inside + greatest - fewest;
    size += greatest;
  }
  return { ways: sum + product, size, unbounded, isSplit: sum > 0 };
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
