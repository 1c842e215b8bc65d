import type { ApiDocument } from '../../openapi/model/document.js';
import type { Operation } from '../../openapi/model/operation.js';
import type { Origin } from '../../openapi/source/origin.js';
import { canonical } from '../../openapi/source/stringify.js';
import type { SchemePairs } from './pair-schemes.js';
import type { Recorder } from './recorder.js';

type Documents = readonly [ApiDocument, ApiDocument];

/** Schemes by their name in the base, with their scopes. */
type Alternative = ReadonlyMap<string, readonly string[]>;

/** Compares the effective alternatives of two operations, whether stated there or inherited. */
export function compareSecurity(
  recorder: Recorder,
  documents: Documents,
  pairs: SchemePairs,
  base: Operation,
  revision: Operation,
): void {
  const left = alternatives(base, pairs.names[0]);
  const right = alternatives(revision, pairs.names[1]);
  if (left.length === 1 && right.length === 1 && left[0]?.size === 0 && right[0]?.size === 0) return;
  const refuses = left.filter((old) => !right.some((now) => isTaken(old, now))).map(written);
  const accepts = right.filter((now) => !left.some((old) => isTaken(now, old))).map(written);
  if (refuses.length + accepts.length === 0) return;
  const [before, after] = [left.map(written), right.map(written)];
  const places = { base: securityOrigin(base, documents[0]), revision: securityOrigin(revision, documents[1]) };
  const fact = { kind: 'security.changed', before, after, refuses, accepts } as const;
  recorder.record(
    { ...fact, ...places },
    { operation: revision, direction: 'request' },
    canonical([before, after, refuses]),
  );
}

/** Compares what the API presents when it calls, where a webhook or callback says so itself. */
export function compareWebhookSecurity(
  recorder: Recorder,
  documents: Documents,
  pairs: SchemePairs,
  base: Operation,
  revision: Operation,
): void {
  const left = base.securityFrom === undefined ? [] : alternatives(base, pairs.names[0]);
  const right = revision.securityFrom === undefined ? [] : alternatives(revision, pairs.names[1]);
  const [before, after] = [left.map(written).sort(), right.map(written).sort()];
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

/** Whether somebody who satisfies `old` also satisfies `now`: each scheme of `now` is there with at least its scopes. */
function isTaken(old: Alternative, now: Alternative): boolean {
  return [...now].every(([scheme, scopes]) => {
    const had = old.get(scheme);
    return had !== undefined && scopes.every((scope) => had.includes(scope));
  });
}

/** `scheme[scope,scope] + scheme`, with the names of the base where it has the scheme. */
function written(schemes: Alternative): string {
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
