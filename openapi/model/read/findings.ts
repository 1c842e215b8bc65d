import type { Json } from '../../source/json.js';
import type { Origin } from '../../source/origin.js';
import type { ReadContext } from './context.js';
import type { PlainPart, PlainParts, Suspect } from './plain-parts.js';
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
  readonly #parts: PlainParts;
  readonly #suspects: Suspect[] = [];
  readonly #read: (raw: Json, origin: Origin) => void;

  /** @param read reads a schema that looks suspicious */
  constructor(context: ReadContext, read: (raw: Json, origin: Origin) => void) {
    this.references = new PlainReferences(context.plainRoot);
    this.#parts = context.plainParts;
    this.#read = read;
  }

  /** Hands the value at the end of the trail to the reader. */
  suspect(raw: Json, depth: number): void {
    this.#suspects.push({ raw, keys: this.trail.keys.slice(0, depth) });
    this.#read(raw, this.trail.origin(depth));
  }

  /** How much was found so far. */
  mark(): Mark {
    return { references: this.references.asked.length, suspects: this.#suspects.length };
  }

  /** Whether a part was looked through in another version, and what it refers to is here too. Its suspects are read. */
  recall(part: object, depth: number): boolean {
    const known = this.#parts.get(part);
    if (known === undefined) return false;
    if (!this.references.areAllPlain(known.references)) return false;
    if (known.suspects.length > 0) this.#suspectAgain(known.suspects, depth);
    return true;
  }

  #suspectAgain(suspects: readonly Suspect[], depth: number): void {
    for (const { raw, keys } of suspects) {
      this.trail.keys.splice(depth, keys.length, ...keys);
      this.suspect(raw, depth + keys.length);
    }
  }

  /** Remembers a part that has been looked through since a mark. */
  remember(part: object, depth: number, since: Mark): void {
    const { asked } = this.references;
    const references = asked.length === since.references ? NONE : asked.slice(since.references);
    const suspects =
      this.#suspects.length === since.suspects
        ? NONE
        : this.#suspects.slice(since.suspects).map(({ raw, keys }) => ({ raw, keys: keys.slice(depth) }));
    this.#parts.set(part, references === NONE && suspects === NONE ? NOTHING_FOUND : { references, suspects });
  }
}
