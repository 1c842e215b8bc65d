/** The targets of an overlay take more work than an overlay may ask for. */
export class TooManySteps extends Error {
  override readonly name = 'TooManySteps';
}

/** Counts the work of an overlay's queries, of which a filter inside a filter may ask for any amount. */
export class Steps {
  #left: number;

  constructor(most: number) {
    this.#left = most;
  }

  /** @throws TooManySteps when none are left */
  take(count = 1): void {
    this.#left -= count;
    if (this.#left < 0) throw new TooManySteps();
  }
}
