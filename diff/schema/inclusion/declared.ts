import { saysNothing } from './bare.js';
import type { Branch } from './branch.js';
import { matches } from './language.js';
import type { Literal } from './literal.js';
import { isMentioned } from './mentions.js';

/** Which properties a sender writes on one way through its schema. */
export class Declared {
  readonly #names = new Set<string>();
  readonly patterns = new Set<string>();
  readonly #state: readonly Literal[];
  /** There is no sending side: any property may occur. */
  readonly isOpen: boolean;
  /** The sender's schema gives other properties a schema, as maps do: it writes names of any kind. */
  readonly isMap: boolean;
  /**
   * The sender's schema allows other properties and says nothing of them, or is an object about which nothing is said: it writes
   * names that nobody knows, which do not happen to be those that the receiver knows.
   */
  readonly writesUnknownNames: boolean;

  constructor(branch: Branch, state: readonly Literal[]) {
    this.#state = state;
    let isOpen = true;
    let isMap = false;
    let allowsOthers = false;
    let saysOfOthers = false;
    let declares = false;
    for (const { schema, closed, negated } of branch.taken.values()) {
      if (!closed || negated) continue;
      isOpen = false;
      declares ||= schema.properties.size > 0 || schema.patternProperties.size > 0;
      for (const name of [...schema.properties.keys(), ...schema.required]) this.#names.add(name);
      for (const pattern of schema.patternProperties.keys()) this.patterns.add(pattern);
      const others = schema.additionalProperties ?? schema.unevaluatedProperties;
      if (others === undefined) continue;
      saysOfOthers = true;
      if (saysNothing(others)) allowsOthers = true;
      else if (others.always === undefined) isMap = true;
    }
    this.isOpen = isOpen;
    this.isMap = isMap;
    this.writesUnknownNames = allowsOthers || (!declares && !saysOfOthers);
  }

  /** Whether the sender may write a property of this name. */
  allows(name: string): boolean {
    if (this.isOpen || this.isMap || this.#names.has(name)) return true;
    for (const pattern of this.patterns) if (matches(pattern, name) !== false) return true;
    return this.writesUnknownNames && !isMentioned(name, this.#state);
  }
}
