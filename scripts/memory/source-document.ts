import type { ApiDocument } from '../../openapi/model/document.js';
import type { Memory } from './memory-file.js';
import { digestOf, isSame, type ReadFile, Reads } from './reads.js';

/** A document that is read when it is first needed, and known by what it was read from. */
export class SourceDocument {
  readonly name: string;
  readonly #read: (reads: Reads) => Promise<ApiDocument>;
  readonly #remembered: readonly ReadFile[] | undefined;
  readonly #reads = new Reads();
  #document: Promise<ApiDocument> | undefined;
  #isSame: boolean | undefined;

  /** @param name one of a kind among the documents of an output folder */
  constructor(name: string, memory: Memory | undefined, read: (reads: Reads) => Promise<ApiDocument>) {
    this.name = name;
    this.#read = read;
    this.#remembered = memory?.documents[name];
  }

  get(): Promise<ApiDocument> {
    this.#document ??= this.#read(this.#reads);
    return this.#document;
  }

  /** What it is made of, if that is known: it was read, or its files are as they were. */
  get files(): readonly ReadFile[] | undefined {
    if (this.#document !== undefined) return this.#reads.isRepeatable ? this.#reads.files : undefined;
    if (this.#remembered === undefined) return undefined;
    this.#isSame ??= isSame(this.#remembered);
    return this.#isSame ? this.#remembered : undefined;
  }

  /** One hash for what it is made of. */
  get digest(): string | undefined {
    const { files } = this;
    return files === undefined ? undefined : digestOf(files);
  }

  /** Every file that it was, or will be, read from as far as is known. */
  get paths(): readonly string[] {
    return [...this.#reads.files, ...(this.#remembered ?? [])].map(([path]) => path);
  }
}
