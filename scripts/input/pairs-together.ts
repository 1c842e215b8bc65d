import { resolve } from 'node:path';
import type { Io } from '../command.js';
import { sizeOfFile } from './file.js';
import type { NamedPair } from './read-pairs.js';

/** As many pairs as are compared together whatever their size. */
const FEW = 16;
/** The most pairs that are compared together, if their documents are small. */
const MANY = 40;
/** The bytes of documents that are held together beyond few pairs. */
const SMALL = 4_000_000;

/**
 * The pairs of a batch in their order, in groups that are compared together: what is to be confirmed for a group is confirmed in one
 * go, and only its documents are held. A group has more pairs where their documents are small; documents that are not files are not.
 */
export function* pairsTogether(pairs: readonly NamedPair[], io: Pick<Io, 'cwd'>): Generator<readonly NamedPair[]> {
  const sizeOf = (name: string): number => sizeOfFile(resolve(io.cwd, name)) ?? SMALL;
  let together: NamedPair[] = [];
  let held = 0;
  for (const pair of pairs) {
    const size = sizeOf(pair.base) + sizeOf(pair.revision);
    if (together.length >= MANY || (together.length >= FEW && held + size > SMALL)) {
      yield together;
      together = [];
      held = 0;
    }
    together.push(pair);
    held += size;
  }
  if (together.length > 0) yield together;
}
