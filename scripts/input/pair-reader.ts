import type { ApiDocument } from '../../openapi/model/document.js';
import { Versions } from '../../openapi/versions.js';
import type { Io } from '../command.js';
import { bothOf } from './read-both.js';
import { readInput } from './read-input.js';
import type { NamedPair } from './read-pairs.js';

/** The names of two documents. */
type Names = Pick<NamedPair, 'base' | 'revision'>;

/** Documents that were read one after another, each taking over what it has in common with the one before. */
interface Line {
  readonly versions: Versions;
  length: number;
}

interface Held {
  readonly document: Promise<ApiDocument>;
  readonly line: Line;
}

/** What a document takes over keeps the one before in memory, so that a line must end. */
const LONGEST_LINE = 32;

/** Reads the documents of many pairs. One that stands in several pairs, as in a chain of versions, is read once while it is held. */
export class PairReader {
  readonly #io: Io;
  readonly #origins: ReadonlySet<string>;
  #held = new Map<string, Held>();

  /** @param origins the addresses that may be asked for documents */
  constructor(origins: ReadonlySet<string>, io: Io) {
    this.#io = io;
    this.#origins = origins;
  }

  /** Forgets the documents that the next pairs do not name. */
  keepFor(pairs: readonly Names[]): void {
    const names = new Set(pairs.flatMap(({ base, revision }) => [base, revision]));
    this.#held = new Map([...this.#held].filter(([name, { line }]) => names.has(name) && line.length < LONGEST_LINE));
  }

  /** Reads both documents, so that the faults of both are told. */
  read({ base, revision }: Names): Promise<readonly [ApiDocument, ApiDocument]> {
    const line = this.#held.get(base)?.line ??
      this.#held.get(revision)?.line ?? { versions: new Versions(), length: 0 };
    // A document that is compared with itself is two, of which neither is the other.
    return bothOf(this.#get(base, line), base === revision ? this.#readInto(line, base) : this.#get(revision, line));
  }

  #get(name: string, line: Line): Promise<ApiDocument> {
    const held = this.#held.get(name);
    if (held !== undefined) return held.document;
    const document = this.#readInto(line, name);
    this.#held.set(name, { document, line });
    return document;
  }

  #readInto(line: Line, name: string): Promise<ApiDocument> {
    line.length++;
    return readInput(name, this.#io, this.#origins, [], line.versions);
  }
}
