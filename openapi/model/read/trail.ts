import type { Origin } from '../../source/origin.js';

/** The way from an origin to the value that is looked at. An origin of that value is made only where somebody needs one. */
export class Trail {
  readonly #keys: (string | number)[] = [];
  #start: Origin | undefined;

  /** Looks at a value and back again. */
  from<Result>(start: Origin, look: () => Result): Result {
    const before = this.#start;
    const keys = this.#keys.splice(0);
    this.#start = start;
    const result = look();
    this.#start = before;
    this.#keys.push(...keys);
    return result;
  }

  push(key: string | number): void {
    this.#keys.push(key);
  }

  pop(): void {
    this.#keys.pop();
  }

  origin(): Origin {
    let origin = this.#start;
    for (const key of this.#keys) origin = origin?.at(key);
    if (origin === undefined) throw new TypeError('A trail has to begin somewhere.');
    return origin;
  }
}
