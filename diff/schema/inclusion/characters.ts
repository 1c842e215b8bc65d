/** A set of characters as ascending ranges of code points. */
export type Characters = readonly { readonly min: number; readonly max: number }[];

export const LAST_CHARACTER = 0x10ffff;

/** The characters that are in any of some ranges, as ascending ranges with a gap between each two. */
export function joined(ranges: Characters): Characters {
  const all: { min: number; max: number }[] = [];
  for (const { min, max } of [...ranges].sort((a, b) => a.min - b.min)) {
    const last = all.at(-1);
    if (last !== undefined && min <= last.max + 1) last.max = Math.max(last.max, max);
    else all.push({ min, max });
  }
  return all;
}

/** All other characters. */
export function complement(characters: Characters): Characters {
  const others: { min: number; max: number }[] = [];
  let next = 0;
  for (const { min, max } of characters) {
    if (min > next) others.push({ min: next, max: min - 1 });
    next = max + 1;
  }
  if (next <= LAST_CHARACTER) others.push({ min: next, max: LAST_CHARACTER });
  return others;
}

export function includes(characters: Characters, code: number): boolean {
  let low = 0;
  let high = characters.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = characters[middle];
    if (range === undefined) return false;
    if (code < range.min) high = middle - 1;
    else if (code > range.max) low = middle + 1;
    else return true;
  }
  return false;
}
