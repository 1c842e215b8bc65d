import type { ApiDocument } from '../../openapi/model/document.js';
import type { Operation } from '../../openapi/model/operation.js';
import type { Origin } from '../../openapi/source/origin.js';
import { canonical } from '../../openapi/source/stringify.js';
import type { SchemePairs } from './pair-schemes.js';
import type { Recorder } from './recorder.js';

type Documents = readonly [ApiDocument, ApiDocument];

/** Schemes by name, with their scopes. */
type Alternative = ReadonlyMap<string, readonly string[]>;

type OperationPairs = readonly (readonly [Operation, Operation])[];

/** What differs between the alternatives of two operations. */
interface Difference {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly refuses: readonly string[];
  readonly accepts: readonly string[];
}

/** Compares the effective alternatives of operations, whether stated there or inherited. */
export function compareSecurity(
  recorder: Recorder,
  documents: Documents,
  pairs: SchemePairs,
  operations: OperationPairs,
): void {
  // Most operations inherit the same two lists.
  const known = new Map<Operation['security'], Map<Operation['security'], Difference>>();
  for (const [base, revision] of operations) {
    const differences = known.get(base.security) ?? new Map<Operation['security'], Difference>();
    const difference = differences.get(revision.security) ?? differenceOf(base, revision, pairs);
    known.set(base.security, differences.set(revision.security, difference));
    if (difference.refuses.length + difference.accepts.length === 0) continue;
    const places = { base: securityOrigin(base, documents[0]), revision: securityOrigin(revision, documents[1]) };
    const { before, after, refuses } = difference;
    recorder.record(
      { kind: 'security.changed', ...difference, ...places },
      { operation: revision, direction: 'request' },
      canonical([before, after, refuses]),
    );
  }
}

function differenceOf(base: Operation, revision: Operation, pairs: SchemePairs): Difference {
  const left = ways(base, pairs, 0);
  const right = ways(revision, pairs, 1);
  const gone = left.filter((old) => !right.some((now) => isTaken(old.named, now.named)));
  const come = right.filter((now) => !left.some((old) => isTaken(now.named, old.named)));
  return {
    before: left.map(written),
    after: right.map(written),
    // Two schemes may be declared alike and ask for two credentials; one that takes the place of the other asks for the same.
    refuses: gone.filter((old) => !come.some((now) => isTaken(old.alike, now.alike))).map(written),
    accepts: come.filter((now) => !gone.some((old) => isTaken(now.alike, old.alike))).map(written),
  };
}

/** Compares what the API presents when it calls, where a webhook or callback says so itself. */
export function compareWebhookSecurity(
  recorder: Recorder,
  documents: Documents,
  pairs: SchemePairs,
  base: Operation,
  revision: Operation,
): void {
  const left = base.securityFrom === undefined ? [] : alternatives(base, pairs.alike[0]);
  const right = revision.securityFrom === undefined ? [] : alternatives(revision, pairs.alike[1]);
  const [before, after] = [left.map(writtenSchemes).sort(), right.map(writtenSchemes).sort()];
  if (canonical(before) === canonical(after)) return;
  const places = { base: securityOrigin(base, documents[0]), revision: securityOrigin(revision, documents[1]) };
  const usage = { operation: revision, direction: 'response' } as const;
  recorder.record({ kind: 'webhook.security.changed', before, after, ...places }, usage, canonical([before, after]));
}

const POINTER = '#/components/securitySchemes/';

/** The name of a scheme: OpenAPI 3.2 also takes a reference to it. */
export function schemeName(written: string): string {
  return written.startsWith(POINTER) ? written.slice(POINTER.length) : written;
}

/** No alternative at all means that nothing is required, which is what one empty alternative means. */
function alternatives({ security }: Operation, nameOf: (name: string) => string): readonly Alternative[] {
  if (security.length === 0) return [new Map()];
  return security.map(
    ({ schemes }) => new Map([...schemes].map(([name, scopes]) => [nameOf(schemeName(name)), scopes])),
  );
}

/** One way in: its schemes by their name in the base, and by one name for all that are declared alike. */
interface Way {
  readonly named: Alternative;
  readonly alike: Alternative;
}

function ways(operation: Operation, { names, alike }: SchemePairs, side: 0 | 1): readonly Way[] {
  const schemes = alternatives(operation, alike[side]);
  return alternatives(operation, names[side]).map((named, index) => ({ named, alike: schemes[index] ?? named }));
}

/** Whether somebody who satisfies `old` also satisfies `now`: each scheme of `now` is there with at least its scopes. */
function isTaken(old: Alternative, now: Alternative): boolean {
  return [...now].every(([scheme, scopes]) => {
    const had = old.get(scheme);
    return had !== undefined && scopes.every((scope) => had.includes(scope));
  });
}

function written({ named }: Way): string {
  return writtenSchemes(named);
}

/** `scheme[scope,scope] + scheme`, with the names of the base where it has the scheme. */
function writtenSchemes(schemes: Alternative): string {
  if (schemes.size === 0) return 'anonymous';
  return [...schemes]
    .map(([scheme, scopes]) => (scopes.length === 0 ? scheme : `${scheme}[${[...scopes].sort().join(',')}]`))
    .sort()
    .join(' + ');
}

/** Where the effective security is declared: one document-wide declaration is one cause for every operation under it. */
function securityOrigin({ security, securityFrom, origin }: Operation, document: ApiDocument): Origin {
  const stated = security[0]?.origin.parent;
  if (stated !== undefined) return stated;
  return securityFrom === undefined ? document.origin : origin.at('security');
}
