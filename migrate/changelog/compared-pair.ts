import { type Change, isSchemaChange } from '../../diff/change.js';
import type { ReportWithChanges } from '../../diff/diff.js';
import type { Finding } from '../../diff/finding.js';
import { type Pairs, pairBy } from '../../diff/pair/pair-by.js';
import { pairOperations } from '../../diff/pair/pair-operations.js';
import type { Comparison } from '../../diff/pair/recorder.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import { operationIdentity } from '../../openapi/model/identity.js';
import type { Operation } from '../../openapi/model/operation.js';
import { referenceIdentity } from './operation-reference.js';

/** One operation in both documents; absent on the side that lacks it. */
export interface OperationPair {
  readonly base?: Operation;
  readonly revision?: Operation;
}

/** Two documents with everything that differs between them, in the form in which claims ask for it. */
export class ComparedPair {
  readonly documents: readonly [ApiDocument, ApiDocument];
  readonly comparison: Comparison;
  readonly findings: readonly Finding[];
  readonly #findings = new Map<Change, Finding[]>();
  readonly #operations = new Map<string, OperationPair[]>();
  #hasCallbacks = false;
  #elementChanges: ReadonlyMap<Operation, readonly Change[]> | undefined;

  constructor(
    documents: readonly [ApiDocument, ApiDocument],
    { report, changes, others, comparison }: ReportWithChanges,
  ) {
    this.documents = documents;
    this.comparison = comparison;
    this.findings = report.findings;
    for (const finding of report.findings) {
      const { fingerprint } = finding;
      const change = changes.get(fingerprint);
      if (change === undefined) continue;
      for (const each of [change, ...(others.get(fingerprint) ?? [])]) {
        const known = this.#findings.get(each);
        if (known === undefined) this.#findings.set(each, [finding]);
        else known.push(finding);
      }
    }
    this.#take(operationPairs(...documents));
  }

  /** The operations of a name; more than one where a webhook has several methods. */
  operations(identity: string): readonly OperationPair[] {
    // Looking for callbacks reads every operation, which few claims need.
    if (!this.#hasCallbacks && identity.startsWith('CALLBACK ')) {
      this.#hasCallbacks = true;
      this.#take(callbackPairs(...this.documents));
    }
    return this.#operations.get(identity) ?? [];
  }

  /** The names of all operations, as claims write them, those of callbacks apart. */
  get operationNames(): Iterable<string> {
    return this.#operations.keys();
  }

  #take(pairs: readonly OperationPair[]): void {
    for (const pair of pairs) {
      const names = [pair.base, pair.revision].flatMap((side) => (side === undefined ? [] : [referenceIdentity(side)]));
      for (const name of new Set(names)) {
        const known = this.#operations.get(name);
        if (known === undefined) this.#operations.set(name, [pair]);
        else known.push(pair);
      }
    }
  }

  /** What the rules say of a change; empty where it changes nothing for anybody. */
  findingsOf(change: Change): readonly Finding[] {
    return this.#findings.get(change) ?? [];
  }

  /** The changes that at least one finding is about. */
  get changes(): Iterable<Change> {
    return this.#findings.keys();
  }

  /** Those of them that are about elements of an operation, and not about schemas. */
  changesOf({ base, revision }: OperationPair): readonly Change[] {
    this.#elementChanges ??= elementChangesByOperation(this.changes);
    const sides = new Set([base, revision]);
    const found = [...sides].flatMap((side) => (side === undefined ? [] : (this.#elementChanges?.get(side) ?? [])));
    return [...new Set(found)];
  }
}

function elementChangesByOperation(changes: Iterable<Change>): ReadonlyMap<Operation, readonly Change[]> {
  const found = new Map<Operation, Change[]>();
  for (const change of changes) {
    if (isSchemaChange(change) || (change.kind === 'extension.changed' && change.element === 'schema')) continue;
    for (const { operation } of change.usages) {
      const known = found.get(operation);
      if (known === undefined) found.set(operation, [change]);
      else known.push(change);
    }
  }
  return found;
}

function operationPairs(base: ApiDocument, revision: ApiDocument): readonly OperationPair[] {
  const webhooks = pairBy(base.webhooks, revision.webhooks, operationIdentity);
  return [...flattened(pairOperations(base.operations, revision.operations)), ...flattened(webhooks)];
}

function callbackPairs(base: ApiDocument, revision: ApiDocument): readonly OperationPair[] {
  return flattened(pairBy(callbacksOf(base), callbacksOf(revision), operationIdentity));
}

function flattened({ both, removed, added }: Pairs<Operation>): readonly OperationPair[] {
  return [
    ...both.map(([base, revision]) => ({ base, revision })),
    ...removed.map((base) => ({ base })),
    ...added.map((revision) => ({ revision })),
  ];
}

/** The operations of all callbacks, those of callbacks included. */
function callbacksOf(document: ApiDocument): readonly Operation[] {
  const found: Operation[] = [];
  const queue = [...document.operations, ...document.webhooks];
  for (const { callbacks } of queue) {
    for (const { operations } of callbacks) {
      found.push(...operations);
      queue.push(...operations);
    }
  }
  return found;
}
