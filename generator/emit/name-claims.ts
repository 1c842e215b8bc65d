import type { ApiDocument } from '../../openapi/model/document.js';
import type { Operation } from '../../openapi/model/operation.js';
import { type Diagnostic, DocumentError } from '../../openapi/source/diagnostic.js';
import type { WantedName } from './plan.js';

/** The first that wants a name. */
interface Claim {
  readonly operation: Operation;
  readonly isChosen: boolean;
}

/** Finds names that people chose for one operation and that another has, too: no number can say which of them is meant. */
export class NameClaims {
  readonly #document: ApiDocument;
  readonly #claims = new Map<string, Claim>();
  readonly #faults: Diagnostic[] = [];

  constructor(document: ApiDocument) {
    this.#document = document;
  }

  method(operation: Operation, group: string, wanted: WantedName): void {
    this.#claim(operation, 'method', `${group}.${wanted.name}`, wanted.isChosen);
  }

  function(operation: Operation, wanted: WantedName): void {
    this.#claim(operation, 'function', wanted.name, wanted.isChosen);
  }

  /** @throws DocumentError that names both operations of every collision */
  check(): void {
    if (this.#faults.length > 0) throw new DocumentError(this.#faults);
  }

  #claim(operation: Operation, kind: 'method' | 'function', name: string, isChosen: boolean): void {
    const claim = `${kind} ${name}`;
    const known = this.#claims.get(claim);
    if (known === undefined) {
      this.#claims.set(claim, { operation, isChosen });
      return;
    }
    if (!isChosen && !known.isChosen) return;
    const [first, second] = [known.operation, operation].map(({ method, path }) => `"${method} ${path}"`);
    this.#faults.push({
      code: 'name-collision',
      message: `${first} and ${second} are both called "${name}". Give one of them another name under "names.${kind}s".`,
      place: this.#document.place(operation.origin),
    });
  }
}
