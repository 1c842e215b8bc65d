import type { Part } from './part.js';

const LOOKAHEAD = 6;

/**
 * Where two contracts differ: the shortest path to a piece that says something else, and what. `undefined` when they are the same
 * contract, that is bisimilar. Pieces are taken to be equal while they are being compared, which is how cycles end.
 */
export function differenceOf(left: Part, right: Part): string | undefined {
  const classes = new Classes();
  const hashes = new Hashes();
  const queue: [string, Part, Part][] = [['', left, right]];
  for (let index = 0; index < queue.length; index++) {
    const [path, a, b] = queue[index] ?? ['', left, right];
    if (!classes.join(a, b)) continue;
    const difference = differenceHere(a, b);
    if (difference !== undefined) return `${path}: ${difference}`;
    for (const [name, part] of a.parts) queue.push([`${path} → ${name}`, part, b.parts.get(name) ?? part]);
    for (const [name, parts] of a.groups) {
      for (const [one, other] of hashes.match(parts, b.groups.get(name) ?? []))
        queue.push([`${path} → ${name}`, one, other]);
    }
  }
  return undefined;
}

function differenceHere(a: Part, b: Part): string | undefined {
  for (const name of new Set([...a.facts.keys(), ...b.facts.keys()])) {
    const [before, after] = [a.facts.get(name), b.facts.get(name)];
    if (before !== after) return `${name} is ${before} and should be ${after}`;
  }
  for (const name of new Set([...a.parts.keys(), ...b.parts.keys()])) {
    if (!a.parts.has(name)) return `${name} is not there and should be`;
    if (!b.parts.has(name)) return `${name} is there and should not be`;
  }
  for (const name of new Set([...a.groups.keys(), ...b.groups.keys()])) {
    const [before, after] = [a.groups.get(name)?.length ?? 0, b.groups.get(name)?.length ?? 0];
    if (before !== after) return `${name} are ${before} and should be ${after}`;
  }
  return undefined;
}

/** What is taken to be equal, as sets that grow together. */
class Classes {
  readonly #parents = new Map<Part, Part>();

  /** Takes two pieces as equal; `false` when they were already. */
  join(a: Part, b: Part): boolean {
    const [left, right] = [this.#root(a), this.#root(b)];
    if (left === right) return false;
    this.#parents.set(left, right);
    return true;
  }

  #root(part: Part): Part {
    let root = part;
    for (let next = this.#parents.get(root); next !== undefined; next = this.#parents.get(root)) root = next;
    for (let at = part; at !== root; ) {
      const next = this.#parents.get(at) ?? root;
      this.#parents.set(at, root);
      at = next;
    }
    return root;
  }
}

/** Pairs pieces without names by what they say a few levels deep. A wrong pair shows as a difference, never as an equality. */
class Hashes {
  readonly #numbers = new Map<string, number>();
  readonly #known = new Map<Part, number[]>();

  match(left: readonly Part[], right: readonly Part[]): readonly (readonly [Part, Part])[] {
    const free = new Set(right);
    const pairs: (readonly [Part, Part])[] = [];
    let open = left;
    for (const depth of [LOOKAHEAD, 2, 1, 0]) {
      const rest: Part[] = [];
      for (const one of open) {
        const other = [...free].find((candidate) => this.#hash(one, depth) === this.#hash(candidate, depth));
        if (other === undefined) rest.push(one);
        else {
          free.delete(other);
          pairs.push([one, other]);
        }
      }
      open = rest;
    }
    const others = [...free];
    return [...pairs, ...open.map((one, index) => [one, others[index] ?? one] as const)];
  }

  #hash(part: Part, depth: number): number {
    const known = this.#known.get(part) ?? [];
    this.#known.set(part, known);
    const number = known[depth];
    if (number !== undefined) return number;
    const texts = [...part.facts].map(([name, text]) => `${name}=${text}`);
    if (depth > 0) {
      for (const [name, inner] of part.parts) texts.push(`${name}>${this.#hash(inner, depth - 1)}`);
      for (const [name, group] of part.groups) {
        texts.push(`${name}*${group.map((inner) => this.#hash(inner, depth - 1)).sort((a, b) => a - b)}`);
      }
    } else {
      texts.push(...[...part.parts.keys(), ...part.groups.keys()]);
    }
    const text = `${depth}\n${texts.sort().join('\n')}`;
    const fresh = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, fresh);
    known[depth] = fresh;
    return fresh;
  }
}
