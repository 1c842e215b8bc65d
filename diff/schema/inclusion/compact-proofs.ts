import type { PlainSchema } from './plain-assertion.js';
import { THEN } from './then.js';

/** Larger definitions are not written into what uses them: a validator nests its work as deeply as it is written. */
const LARGEST_INSIDE = 200;
/** No larger ones are written wherever they are used: to follow a reference takes a validator more. */
const LARGEST_REPEATED = 12;

const PREFIX = '#/$defs/';

export function referenceTo(name: string): PlainSchema {
  return { $ref: `${PREFIX}${name}` };
}

/** The definition that is referred to. */
export function referredTo(keyword: string, said: unknown): string | undefined {
  return keyword === '$ref' && typeof said === 'string' ? said.slice(PREFIX.length) : undefined;
}

/** What stands under a keyword where it is other proofs. */
const HOLDS: ReadonlyMap<string, 'one' | 'list' | 'names'> = new Map([
  ['allOf', 'list'],
  ['anyOf', 'list'],
  ['prefixItems', 'list'],
  ['properties', 'names'],
  ...['not', 'if', THEN, 'items', 'propertyNames'].map((keyword) => [keyword, 'one'] as const),
]);

/** Proofs by the names under which others refer to them. */
export type Definitions = Readonly<Record<string, PlainSchema>>;

interface Compact {
  readonly proof: PlainSchema;
  readonly size: number;
}

/**
 * Writes proofs so that a validator has the least to do with them: what is used once stands where it is used, and what holds together
 * stands side by side and not in a list.
 */
export class CompactProofs {
  /** What the proofs still refer to. */
  readonly definitions: Record<string, PlainSchema> = {};
  readonly #stated: Definitions;
  readonly #uses = new Map<string, number>();
  readonly #compact = new Map<string, Compact>();

  constructor(stated: Definitions) {
    this.#stated = stated;
  }

  /** All proofs together, since it matters how often each definition is used. */
  of(proofs: readonly PlainSchema[]): readonly PlainSchema[] {
    for (const proof of proofs) this.#count(proof);
    return proofs.map((proof) => this.#write(proof).proof);
  }

  #count(proof: PlainSchema): void {
    if (typeof proof === 'boolean') return;
    const name = referredTo('$ref', proof['$ref']);
    if (name === undefined) {
      within(proof, (part) => {
        this.#count(part);
        return part;
      });
      return;
    }
    const uses = this.#uses.get(name) ?? 0;
    this.#uses.set(name, uses + 1);
    if (uses === 0) this.#count(this.#stated[name] ?? false);
  }

  #write(proof: PlainSchema): Compact {
    if (typeof proof === 'boolean') return { proof, size: 1 };
    const name = referredTo('$ref', proof['$ref']);
    if (name !== undefined) return this.#used(name);
    let size = Object.keys(proof).length;
    const copy = within(proof, (part) => {
      const written = this.#write(part);
      size += written.size;
      return written.proof;
    });
    return { proof: sideBySide(copy), size };
  }

  #used(name: string): Compact {
    let compact = this.#compact.get(name);
    if (compact === undefined) {
      compact = this.#write(this.#stated[name] ?? false);
      if (compact.size > (this.#uses.get(name) === 1 ? LARGEST_INSIDE : LARGEST_REPEATED)) {
        this.definitions[name] = compact.proof;
        compact = { proof: referenceTo(name), size: 1 };
      }
      this.#compact.set(name, compact);
    }
    return compact;
  }
}

type Keywords = Exclude<PlainSchema, boolean>;

/** A proof with something else instead of each one that it holds. */
function within(proof: Keywords, instead: (part: PlainSchema) => PlainSchema): Keywords {
  const copy: Record<string, unknown> = {};
  for (const [keyword, stated] of Object.entries(proof)) {
    const held = HOLDS.get(keyword);
    // Only proofs are ever written under these keywords.
    if (held === undefined) copy[keyword] = stated;
    else if (held === 'one') copy[keyword] = instead(stated as PlainSchema);
    else if (held === 'list') copy[keyword] = (stated as readonly PlainSchema[]).map(instead);
    else {
      const entries = Object.entries(stated as Keywords) as [string, PlainSchema][];
      copy[keyword] = Object.fromEntries(entries.map(([name, part]) => [name, instead(part)]));
    }
  }
  return copy;
}

/** The same without a list of what holds together, as far as it can stand side by side. */
function sideBySide(proof: Keywords): PlainSchema {
  const { allOf, ...rest } = proof;
  if (!Array.isArray(allOf)) return proof;
  const joined: Record<string, unknown> = rest;
  const apart: PlainSchema[] = [];
  for (const part of allOf as readonly PlainSchema[]) {
    const { beside, listed } = parted(part);
    if (join(joined, beside)) apart.push(...listed);
    else apart.push(part);
  }
  if (apart.length > 0) joined['allOf'] = apart;
  return joined;
}

/** A proof that is written already, without the list of what could not stand beside the rest of it, and that list. */
function parted(proof: PlainSchema): { readonly beside: PlainSchema; readonly listed: readonly PlainSchema[] } {
  if (typeof proof === 'boolean' || proof['allOf'] === undefined) return { beside: proof, listed: [] };
  const { allOf, ...beside } = proof;
  return { beside, listed: allOf as readonly PlainSchema[] };
}

/** What is said of items depends on what is said of the first ones beside it. */
const TIED: ReadonlyMap<string, string> = new Map([
  ['items', 'prefixItems'],
  ['prefixItems', 'items'],
]);

/** Adds what a proof says, unless that would change what either of them says. */
function join(joined: Record<string, unknown>, part: PlainSchema): boolean {
  if (typeof part === 'boolean') return part;
  const added: Record<string, unknown> = {};
  for (const [keyword, said] of Object.entries(part)) {
    if (joined[TIED.get(keyword) ?? ''] !== undefined) return false;
    const known = joined[keyword];
    const both = known === undefined ? said : together(keyword, known, said);
    if (both === undefined) return false;
    added[keyword] = both;
  }
  Object.assign(joined, added);
  return true;
}

/** What two proofs say under a keyword, said once; `undefined` where that cannot be. */
function together(keyword: string, known: unknown, said: unknown): unknown {
  if (known === said || JSON.stringify(known) === JSON.stringify(said)) return known;
  // Under these stand names, for a type one or several of them, and proofs by name.
  if (keyword === 'type') return commonTypes(typesIn(known), typesIn(said));
  if (keyword === 'required') return [...new Set([...(known as readonly string[]), ...(said as readonly string[])])];
  if (keyword !== 'properties') return undefined;
  const [ours, theirs] = [known as Keywords, said as Keywords];
  const both = Object.keys(theirs).filter((name) => Object.hasOwn(ours, name));
  const joined = both.map((name) => [name, sideBySide({ allOf: [ours[name], theirs[name]] })] as const);
  return { ...ours, ...theirs, ...Object.fromEntries(joined) };
}

function typesIn(said: unknown): readonly string[] {
  return [said as string | readonly string[]].flat();
}

/** `undefined` where there is none. */
function commonTypes(known: readonly string[], said: readonly string[]): readonly string[] | undefined {
  const isIn = (types: readonly string[]) => (type: string) =>
    types.includes(type) || (type === 'integer' && types.includes('number'));
  const common = new Set([...known.filter(isIn(said)), ...said.filter(isIn(known))]);
  return common.size === 0 ? undefined : [...common];
}
