import { field, isArray, isObject, type Json } from '../source/json.js';
import type { Origin } from '../source/origin.js';
import { isData, isNameMap } from './members.js';
import type { Resolver, WantedFile } from './resolver.js';

/**
 * Looks ahead of the reader: follows the references that wanted a file through what they name, so that a document of many files is
 * read twice and not once for every file. What it overlooks, the reader still asks for.
 */
export class Scout {
  readonly #resolver: Resolver;
  readonly #seen = new Set<Json>();

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
  }

  /** The files that the given ones, which are loaded now, lead to. */
  follow(loaded: readonly WantedFile[]): readonly WantedFile[] {
    const { wanted } = this.#resolver;
    wanted.clear();
    const pending = loaded.flatMap(({ references }) => references);
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const target = this.#resolver.resolve(next.text, next.from);
      if (target === undefined || 'code' in target) continue;
      this.#visit(target.raw, target.origin, (text, from) => pending.push({ text, from }));
    }
    return [...wanted.values()];
  }

  #visit(raw: Json, origin: Origin, found: (text: string, from: Origin) => void, names = false): void {
    if (typeof raw !== 'object' || raw === null || this.#seen.has(raw)) return;
    this.#seen.add(raw);
    if (isArray(raw)) {
      for (const [index, item] of raw.entries()) this.#visit(item, origin.at(index), found);
      return;
    }
    if (!isObject(raw)) return;
    const reference = names ? undefined : field(raw, '$ref');
    if (typeof reference === 'string') found(reference, origin);
    for (const key of Object.keys(raw)) {
      if (names || !isData(key)) this.#visit(field(raw, key) ?? null, origin.at(key), found, !names && isNameMap(key));
    }
  }
}
