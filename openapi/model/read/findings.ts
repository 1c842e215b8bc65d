import type { Json } from '../../source/json.js';
import type { Origin } from '../../source/origin.js';
import type { ReadContext } from './context.js';
import type { PlainPart, PlainParts, Suspect, Teller } from './plain-parts.js';
import { PlainReferences } from './plain-references.js';
import { Trail } from './trail.js';

/** How much was found up to a moment. */
export interface Mark {
  readonly references: number;
  readonly suspects: number;
}

const NONE: readonly never[] = [];
const NOTHING_FOUND: PlainPart = { references: NONE, suspects: NONE };

/** What looking through a document for what the reader might complain about has come upon. */
export class Findings {
  readonly references: PlainReferences;
  readonly trail = new Trail();
  readonly parts: PlainParts;
  readonly #suspects: Suspect[] = [];
  readonly #tell: { readonly [By in Teller]: (raw: Json, origin: Origin) => void };

  constructor(context: ReadContext, tell: { readonly [By in Teller]: (raw: Json, origin: Origin) => void }) {
    this.references = new PlainReferences(context.plainRoot);
    this.parts = context.plainParts;
    this.#tell = tell;
  }

  /** Has told what is wrong in the schema at the end of the trail. */
  suspect(raw: Json, depth: number, teller: Teller = 'reader'): void {
    this.#suspects.push({ raw, keys: this.trail.keys.slice(0, depth), teller });
    this.#tell[teller](raw, this.trail.origin(depth));
  }

  /** A number that grows with all that is found. */
  get count(): number {
    return this.references.asked.length + this.#suspects.length;
  }

  /** How much was found so far. */
  mark(): Mark {
    return { references: this.references.asked.length, suspects: this.#suspects.length };
  }

  /** Whether a part was looked through in another version, and what it refers to is here too. Its suspects are read. */
  recall(part: object, depth: number): boolean {
    const known = this.parts.get(part);
    if (known === undefined) return false;
    if (!this.references.areAllPlain(known.references)) return false;
    if (known.suspects.length > 0) this.#suspectAgain(known.suspects, depth);
    return true;
  }

  #suspectAgain(suspects: readonly Suspect[], depth: number): void {
    for (const { raw, keys, teller } of suspects) {
      this.trail.keys.splice(depth, keys.length, ...keys);
      this.suspect(raw, depth + keys.length, teller);
    }
  }

  /** Remembers a part that has been looked through since a mark. */
  remember(part: object, depth: number, since: Mark): void {
    const { asked } = this.references;
    const references = asked.length === since.references ? NONE : asked.slice(since.references);
    const suspects =
      this.#suspects.length === since.suspects
        ? NONE
        : this.#suspects.slice(since.suspects).map((suspect) => ({ ...suspect, keys: suspect.keys.slice(depth) }));
    this.parts.set(part, references === NONE && suspects === NONE ? NOTHING_FOUND : { references, suspects });
  }
}
