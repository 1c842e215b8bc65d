import type { Usage } from '../change.js';
import type { PairFact } from './schema/schema-comparison.js';

/** What several uses have in common: the facts that are reached from them. */
interface Group {
  readonly facts: readonly PairFact[];
  /** By their numbers, each with the place of its first appearance among all. */
  readonly usages: Map<number, { readonly usage: Usage; readonly place: number }>;
}

/** A change while it is collected, with the uses that are known besides. */
interface Used {
  readonly usages: ReadonlyMap<number, Usage>;
}

/**
 * Collects who uses what changed. Hundreds of operations reach the same hundreds of changes of a cyclic document: those lists are
 * made once, and changes with the same users have one list.
 */
export class Users {
  readonly #groups = new Map<readonly PairFact[], Group>();
  #places = 0;

  /**
   * @param facts what the usage reaches; one list for the same facts, where that is known
   * @param number tells the usage from others
   */
  add(facts: readonly PairFact[], usage: Usage, number: number): void {
    if (facts.length === 0) return;
    let group = this.#groups.get(facts);
    if (group === undefined) {
      group = { facts, usages: new Map() };
      this.#groups.set(facts, group);
    }
    if (!group.usages.has(number)) group.usages.set(number, { usage, place: this.#places++ });
  }

  /** The users of each change, in the order in which they were added, after those that were known before. */
  byEntry<Entry extends Used>(entryOf: (fact: PairFact) => Entry): (entry: Entry) => readonly Usage[] {
    const groupsOf = new Map<Entry, Group[]>();
    for (const group of this.#groups.values()) {
      for (const entry of new Set(group.facts.map(entryOf))) {
        const groups = groupsOf.get(entry);
        if (groups === undefined) groupsOf.set(entry, [group]);
        else groups.push(group);
      }
    }
    const numbers = new Map([...this.#groups.values()].map((group, index) => [group, index]));
    const lists = new Map<string, readonly Usage[]>();
    return (entry) => {
      const groups = groupsOf.get(entry) ?? [];
      if (entry.usages.size > 0) return merged(entry.usages, groups);
      const key = groups.map((group) => numbers.get(group)).join(' ');
      const known = lists.get(key);
      if (known !== undefined) return known;
      const list = merged(entry.usages, groups);
      lists.set(key, list);
      return list;
    };
  }
}

function merged(own: ReadonlyMap<number, Usage>, groups: readonly Group[]): readonly Usage[] {
  const usages = new Map(own);
  const added = groups.flatMap((group) => [...group.usages]);
  if (groups.length > 1) added.sort(([, a], [, b]) => a.place - b.place);
  for (const [number, { usage }] of added) if (!usages.has(number)) usages.set(number, usage);
  return [...usages.values()];
}
