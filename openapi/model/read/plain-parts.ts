import type { Json } from '../../source/json.js';
import type { Parameter } from '../operation.js';
import type { PlainReference } from './plain-references.js';

/** Who tells what is wrong in a schema: the reader, or, of `nullable` in one that is plain otherwise, who knows that keyword. */
export type Teller = 'reader' | 'nullable';

/** A schema of which something has to be told, and the way to it. */
export interface Suspect {
  readonly raw: Json;
  readonly keys: readonly (string | number)[];
  readonly teller: Teller;
}

/** A part of a document about which the reader has nothing to say, but for the suspects inside, while what it refers to is there. */
export interface PlainPart {
  readonly references: readonly PlainReference[];
  readonly suspects: readonly Suspect[];
}

/** What makes one parameter another than the next one. */
export type ParameterName = Pick<Parameter, 'in' | 'name'>;

/** The plain parts of the versions of a document on one line. Another version that has the same object need not be looked through. */
export class PlainParts {
  readonly #known = new Map<object, PlainPart>();
  /** The names in lists of parameters that are plain, whatever stands around them. */
  readonly parameters = new Map<object, readonly ParameterName[]>();

  get(part: object): PlainPart | undefined {
    return this.#known.get(part);
  }

  set(part: object, found: PlainPart): void {
    this.#known.set(part, found);
  }
}
