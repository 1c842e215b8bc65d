import type { Operation } from '../openapi/model/operation.js';
import type { Usage } from './change.js';
import { operationLabel } from './where.js';

/**
 * Names the operations of usages. Hundreds of findings may reach the same hundreds of operations, so that the names are sorted
 * once and not for every finding.
 */
export class OperationNames {
  readonly #numbers = new Map<Operation, number>();
  readonly #names: readonly string[];

  constructor(operations: Iterable<Operation>) {
    const named = [...operations].map((operation) => ({ operation, name: operationLabel(operation) }));
    this.#names = [...new Set(named.map(({ name }) => name))].sort();
    const numbers = new Map(this.#names.map((name, index) => [name, index]));
    for (const { operation, name } of named) this.#numbers.set(operation, numbers.get(name) ?? 0);
  }

  /** The names of all operations among usages, sorted, each once. */
  of(usages: readonly Usage[]): readonly string[] {
    const numbers = new Set<number>();
    for (const { operation } of usages) numbers.add(this.#numbers.get(operation) ?? 0);
    return [...numbers].sort((a, b) => a - b).map((number) => this.#names[number] ?? '');
  }
}
