import type { LoadedFile } from './load/loaded-file.js';
import type { SpecificationLine } from './model/document.js';
import { PlainParts } from './model/read/plain-parts.js';

/** What was read of versions of one document: what the next one has in common with them is not read again. */
export class Versions {
  /** The files last read, by their keys within a version. */
  readonly files = new Map<string, LoadedFile>();
  readonly #plainParts = new Map<SpecificationLine, PlainParts>();

  /** What is plain on one line need not be so on another. */
  plainParts(line: SpecificationLine): PlainParts {
    const known = this.#plainParts.get(line) ?? new PlainParts();
    this.#plainParts.set(line, known);
    return known;
  }
}
