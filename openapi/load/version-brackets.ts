import { type Brackets, JsonOutline, lastNotAfter } from './json-outline.js';

/** The brackets of a text that has values in common with another one, whose brackets are known. */
export class VersionBrackets extends JsonOutline {
  readonly #other: Brackets;
  /** Where the common parts begin, ascending, where they do in the other text, and where they end. */
  readonly #common: number[] = [];
  readonly #otherStarts: number[] = [];
  readonly #ends: number[] = [];

  constructor(other: Brackets) {
    super();
    this.#other = other;
  }

  /** Says that so many characters from an offset on, in which every container ends that begins in them, stand in the other text too. */
  share(start: number, otherStart: number, length: number): void {
    this.#common.push(start);
    this.#otherStarts.push(otherStart);
    this.#ends.push(start + length);
  }

  override closeOf(start: number): number {
    const index = lastNotAfter(this.#common, start);
    const [common, otherStart, end] = [this.#common[index], this.#otherStarts[index], this.#ends[index]];
    if (common === undefined || otherStart === undefined || end === undefined) return super.closeOf(start);
    if (start < common || start >= end) return super.closeOf(start);
    const moved = common - otherStart;
    return this.#other.closeOf(start - moved) + moved;
  }
}
