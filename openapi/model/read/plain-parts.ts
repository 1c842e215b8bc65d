import type { PlainReference, PlainReferences } from './plain-references.js';

/**
 * Remembers the parts of a document in which nothing is suspicious. Where another version of the document has the same object, it
 * need not be looked through again, so long as what it refers to is there.
 */
export class PlainParts {
  readonly #plain = new Map<object, readonly PlainReference[]>();
  #suspicions = 0;

  /** Says that something suspicious was found and handed to the reader. */
  suspect(): void {
    this.#suspicions++;
  }

  /** Whether a part is as plain as `look` finds it. */
  isPlain(part: unknown, references: PlainReferences, look: () => boolean): boolean {
    if (typeof part !== 'object' || part === null) return look();
    const known = this.#plain.get(part);
    if (known?.every(({ section, text }) => references.isPlain(section, text)) === true) return true;
    const suspicions = this.#suspicions;
    const { length } = references.asked;
    const isPlain = look();
    if (isPlain && suspicions === this.#suspicions) this.#plain.set(part, references.asked.slice(length));
    return isPlain;
  }
}
