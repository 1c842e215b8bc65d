/** Latin letters that are more than a letter of ASCII with an accent. */
const LATIN = new Map(
  Object.entries({ ß: 'ss', æ: 'ae', ø: 'o', œ: 'oe', đ: 'd', ł: 'l', ð: 'd', þ: 'th', ı: 'i', ħ: 'h' }),
);

/**
 * What is no letter or digit of a name. Letters are those of ASCII and Greek, Cyrillic, Chinese, Japanese and Korean ones that every
 * compiler and every version of Unicode takes for letters, so that names are the same everywhere; those written from right to left
 * would change how code looks.
 */
const BETWEEN_WORDS =
  /[^A-Za-z0-9\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490-\u04ff\u3005\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4db5\u4e00-\u9fa5\uac00-\ud7a3]+/;

/**
 * The words of a name, in any of the usual spellings: `list_all`, `listAll`, `List all`, `list-all`, `LISTAll`. Latin letters become
 * those of ASCII.
 */
export function words(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/(?<=[A-Za-zæøÆØ])[\u0300-\u036f]+|['’]/g, '')
    .replace(/[ßæøœđłðþıħ]/gi, (letter) => LATIN.get(letter) ?? pascalCase(LATIN.get(letter.toLowerCase()) ?? ''))
    .normalize('NFC')
    .replace(/([a-z0-9\u03ac-\u03ce\u0430-\u045f])([A-Z\u0386-\u03ab\u0400-\u042f])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');
}

/** `listAll`; `fallback` when the text holds no letter or digit. */
export function camelCase(text: string, fallback: string): string {
  const [first, ...rest] = words(text);
  if (first === undefined) return fallback;
  const name = first.toLowerCase() + rest.map(capitalise).join('');
  return /^\d/.test(name) ? `_${name}` : name;
}

/** `ListAll`, from an identifier. */
export function pascalCase(identifier: string): string {
  return identifier.charAt(0).toUpperCase() + identifier.slice(1);
}

/** `list-all`, from an identifier, for a file: what is not ASCII is left out. `fallback` where nothing is left. */
export function kebabCase(identifier: string, fallback: string): string {
  const parts = words(identifier).map((word) => word.replace(/[^A-Za-z0-9]/g, ''));
  return parts.filter(Boolean).join('-').toLowerCase() || fallback;
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

/** Hands out each name once. */
export class NameAllocator {
  readonly #taken: Set<string>;
  readonly #next = new Map<string, number>();
  readonly #fold: (name: string) => string;

  /** @param fold makes equal the names that count as one, for example by ignoring case */
  constructor(reserved: Iterable<string> = [], fold: (name: string) => string = (name) => name) {
    this.#fold = fold;
    this.#taken = new Set([...reserved].map(fold));
  }

  isFree(name: string): boolean {
    return !this.#taken.has(this.#fold(name));
  }

  /** `wanted`, or `wanted2`, `wanted3` and so on: the first that is free, along with every name `derive` makes of it. */
  allocate(wanted: string, derive: (name: string) => readonly string[] = () => []): string {
    for (let number = this.#next.get(wanted) ?? 1; ; number++) {
      const name = number === 1 ? wanted : `${wanted}${/\d$/.test(wanted) ? '_' : ''}${number}`;
      const names = [name, ...derive(name)].map(this.#fold);
      if (names.some((each) => this.#taken.has(each))) continue;
      for (const each of names) this.#taken.add(each);
      this.#next.set(wanted, number + 1);
      return name;
    }
  }
}
