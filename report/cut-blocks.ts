/** How much a reader takes in, and how that is counted. */
export interface Limit {
  readonly most: number;
  readonly unit: 'characters' | 'bytes';
}

/** A part of a text that is shown whole or not at all. */
export interface Block {
  readonly text: string;
  /** The name under which it is counted where it is left out. Absent: a heading, which nobody misses. */
  readonly counted?: string;
}

/** Room for the sentence about what is left out. */
const RESERVED = 600;

/**
 * Puts blocks one after another as far as a limit allows, and says at the end what is left out. A block that stands after one that
 * is left out is left out too, so that what is shown is the most important.
 */
export function cutBlocks(
  head: string,
  blocks: readonly Block[],
  limit: Limit | undefined,
  leftOut: (counts: ReadonlyMap<string, number>) => string,
): string {
  if (limit === undefined) return head + blocks.map(({ text }) => text).join('');
  const sizes = blocks.map(({ text }) => sizeOf(text, limit));
  const total = sizes.reduce((sum, size) => sum + size, sizeOf(head, limit));
  if (total <= limit.most) return head + blocks.map(({ text }) => text).join('');
  let size = sizeOf(head, limit) + RESERVED;
  let shown = 0;
  while (shown < blocks.length && size + (sizes[shown] ?? 0) <= limit.most) size += sizes[shown++] ?? 0;
  // A heading without anything below it says nothing.
  while (shown > 0 && blocks[shown - 1]?.counted === undefined) shown--;
  const counts = new Map<string, number>();
  for (const { counted } of blocks.slice(shown)) {
    if (counted !== undefined) counts.set(counted, (counts.get(counted) ?? 0) + 1);
  }
  const kept = blocks.slice(0, shown).map(({ text }) => text);
  return head + kept.join('') + leftOut(counts);
}

/** Characters as JavaScript counts them, which are never fewer than those people count. */
function sizeOf(text: string, { unit }: Limit): number {
  return unit === 'bytes' ? Buffer.byteLength(text) : text.length;
}
