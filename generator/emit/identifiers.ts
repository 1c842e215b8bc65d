/** The words of a name, in any of the usual spellings: `list_all`, `listAll`, `List all`, `list-all`, `LISTAll`. */
export function words(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
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
  return identifier.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

/** `list-all`, from an identifier. */
export function kebabCase(identifier: string): string {
  return words(identifier).join('-').toLowerCase();
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
