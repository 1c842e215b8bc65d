import { stringLiteral } from './text.js';

/** Begins every placeholder; no text of a document that holds it is passed on as it is. */
const PREFIX = 'Specshift0Verbatim';

const PLACEHOLDER = new RegExp(`"${PREFIX}(\\d+)_"|${PREFIX}(\\d+)_`, 'g');

/**
 * Carries text through openapi-typescript untouched. Names and types it would misread (an empty name, `%`, `#/`, an integer
 * past 2^53) are replaced by placeholders that are plain identifiers, and put back after printing.
 */
export class Verbatim {
  readonly #texts: string[] = [];
  readonly #placeholders = new Map<string, string>();

  /** A placeholder that is printed as `code`. */
  code(code: string): string {
    const known = this.#placeholders.get(code);
    if (known !== undefined) return known;
    const placeholder = `${PREFIX}${this.#texts.length}_`;
    this.#texts.push(code);
    this.#placeholders.set(code, placeholder);
    return placeholder;
  }

  /** `name`, or a placeholder that is printed as a literal of it. */
  name(name: string): string {
    if (/^[A-Za-z0-9_$.\-/+ ]+$/.test(name) && name !== '__proto__' && !name.includes(PREFIX)) return name;
    return this.code(stringLiteral(name));
  }

  /** `text` as an enum member or constant. */
  text(text: string): string {
    return /^[\x20-\x7e]*$/.test(text) && !text.includes(PREFIX) ? text : this.code(stringLiteral(text));
  }

  /** `text` as part of a comment. */
  comment(text: string): string {
    return text.replaceAll(PREFIX, 'Specshift-Verbatim');
  }

  /** The printed text with every placeholder resolved. */
  restore(printed: string): string {
    return printed.replace(
      PLACEHOLDER,
      (_, quoted?: string, bare?: string) => this.#texts[Number(quoted ?? bare)] ?? '',
    );
  }
}
