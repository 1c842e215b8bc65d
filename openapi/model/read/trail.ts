import type { Origin } from '../../source/origin.js';

/**
 * The way from an origin to the value that is looked at. An origin of that value is made only where somebody needs one. Who goes
 * down writes the key at its depth; what stands deeper is left from other ways.
 */
export class Trail {
  readonly keys: (string | number)[] = [];
  #start: Origin | undefined;

  /** Sets out anew. */
  begin(start: Origin): void {
    this.#start = start;
  }

  /** The last key of the way to a depth. */
  keyAt(depth: number): string | number | undefined {
    return depth === 0 ? this.#start?.key : this.keys[depth - 1];
  }

  origin(depth: number): Origin {
    let origin = this.#start;
    for (const key of this.keys.slice(0, depth)) origin = origin?.at(key);
    if (origin === undefined) throw new TypeError('A trail has to begin somewhere.');
    return origin;
  }
}
