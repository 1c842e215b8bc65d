import { type Brackets, JsonOutline, lastNotAfter } from './json-outline.js';

/** The brackets of a text that has values in common with another one, whose brackets are known. */
export class VersionBrackets extends JsonOutline {
  readonly #other: Brackets;
  /** Where the common containers begin, ascending, and where they do in the other text. */
  readonly #common: number[] = [];
  readonly #otherStarts: number[] = [];

  constructor(other: Brackets) {
    super();
    this.#other = other;
  }

  /** Says that the container at an offset has the same text as one of the other text. */
  share(start: number, otherStart: number): void {
    this.#common.push(start);
    this.#otherStarts.push(otherStart);
  }

  override closeOf(start: number): number {
    const index = lastNotAfter(this.#common, start);
    const [common, otherStart] = [this.#common[index], this.#otherStarts[index]];
    if (common !== undefined && otherStart !== undefined && common <= start) {
      const moved = common - otherStart;
      if (start <= this.#other.closeOf(otherStart) + moved) return this.#other.closeOf(start - moved) + moved;
    }
    return super.closeOf(start);
  }
}
