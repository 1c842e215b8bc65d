import { type Direction, isSchemaChange, type SchemaChange } from '../../diff/change.js';
import { type PayloadRoot, pathTo, rootsOf, type Step } from '../../diff/payload/payload-path.js';
import { operationLabel } from '../../diff/where.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import { pathIdentity } from '../../openapi/model/identity.js';
import type { Operation } from '../../openapi/model/operation.js';
import type { Schema } from '../../openapi/model/schema.js';
import type { Side } from '../changelog-draft/example-value.js';
import type { Told } from '../changelog-draft/told.js';

/** Where a changed schema stands in what an operation carries, on one side. */
export interface SceneSide {
  readonly operation: Operation;
  readonly root: PayloadRoot;
  readonly steps: readonly Step[];
  /** The schemas that changed. */
  readonly stated: readonly Schema[];
}

/** One operation that shows a change, before and after. */
export interface Scene {
  readonly told: Told;
  readonly change: SchemaChange;
  readonly direction: Direction;
  readonly base: SceneSide;
  readonly revision: SceneSide;
}

/** Operations that are tried for one change: the simplest come first. */
const MOST_TRIED = 6;

/** Finds an operation to show a change by: one of callers before a webhook, one that only reads before one that writes. */
export class SceneFinder {
  readonly #operations: { readonly [S in Side]: ReadonlyMap<string, Operation> };

  constructor(base: ApiDocument, revision: ApiDocument) {
    this.#operations = { base: operationsByKey(base), revision: operationsByKey(revision) };
  }

  /** The operation of the other document that a label names, whatever its path parameters are called. */
  operation(side: Side, label: string): Operation | undefined {
    return this.#operations[side].get(pathIdentity(label));
  }

  of(told: Told, direction: Direction): Scene | undefined {
    const { change } = told;
    if (change === undefined || !isSchemaChange(change)) return undefined;
    const keys = new Set(
      change.usages
        .filter((usage) => usage.direction === direction)
        .map(({ operation }) => pathIdentity(operationLabel(operation))),
    );
    const candidates = [...keys]
      .flatMap((key) => {
        const [base, revision] = [this.#operations.base.get(key), this.#operations.revision.get(key)];
        return base === undefined || revision === undefined ? [] : [{ key, base, revision }];
      })
      .sort((a, b) => rank(a.base, direction) - rank(b.base, direction) || (a.key < b.key ? -1 : 1))
      .slice(0, MOST_TRIED);
    let best: Scene | undefined;
    for (const candidate of candidates) {
      const base = sideOf(candidate.base, direction, change.schemas.stated.base);
      const revision = sideOf(candidate.revision, direction, change.schemas.stated.revision);
      if (base === undefined || revision === undefined) continue;
      const scene: Scene = { told, change, direction, base, revision };
      if (best === undefined || lengthOf(scene) < lengthOf(best)) best = scene;
    }
    return best;
  }
}

function operationsByKey({ operations, webhooks }: ApiDocument): ReadonlyMap<string, Operation> {
  const all = [...operations, ...webhooks];
  const inner = all.flatMap(({ callbacks }) => callbacks.flatMap((callback) => callback.operations));
  return new Map([...all, ...inner].map((operation) => [pathIdentity(operationLabel(operation)), operation]));
}

const METHODS: { readonly [Way in Direction]: readonly string[] } = {
  request: ['PUT', 'PATCH', 'POST', 'GET', 'DELETE'],
  response: ['GET', 'PUT', 'PATCH', 'POST', 'DELETE'],
};

function rank({ kind, method, path }: Operation, direction: Direction): number {
  const order = METHODS[direction].indexOf(method);
  return (kind === 'operation' ? 0 : 10_000) + (order < 0 ? 9 : order) * 1_000 + Math.min(path.length, 999);
}

function sideOf(operation: Operation, direction: Direction, stated: readonly Schema[]): SceneSide | undefined {
  const path = pathTo(new Set(stated), rootsOf(operation, direction).filter(isShown));
  return path === undefined ? undefined : { operation, ...path, stated };
}

/** Headers of answers and what is not JSON are not shown. */
function isShown({ part }: PayloadRoot): boolean {
  return !part.startsWith('header ') && !/^(?:request body|response \w+) (?!\S*json)/.test(part);
}

/** A failure is shown where nothing else is. */
function lengthOf({ base, revision, direction }: Scene): number {
  const failure = direction === 'response' && /^response [345d]/.test(base.root.part) ? 50 : 0;
  return failure + (base.operation.kind === 'operation' ? 0 : 20) + base.steps.length + revision.steps.length;
}
