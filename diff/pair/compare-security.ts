import type { ApiDocument } from '../../openapi/model/document.js';
import type { Operation } from '../../openapi/model/operation.js';
import type { SecurityAlternative, SecurityScheme } from '../../openapi/model/security.js';
import type { Json } from '../../openapi/source/json.js';
import type { Origin } from '../../openapi/source/origin.js';
import { canonical } from '../../openapi/source/stringify.js';
import type { Recorder } from './recorder.js';

/** Compares the effective alternatives of two operations, whether stated there or inherited. */
export function compareSecurity(recorder: Recorder, base: Operation, revision: Operation): void {
  const before = base.security.map(written);
  const after = revision.security.map(written);
  const left = alternatives(base);
  const right = alternatives(revision);
  const refuses = left.filter((old) => !right.some((now) => isTaken(old, now))).map(writtenSchemes);
  const accepts = right.filter((now) => !left.some((old) => isTaken(now, old))).map(writtenSchemes);
  if (refuses.length + accepts.length === 0) return;
  const places = { base: securityOrigin(base), revision: securityOrigin(revision) };
  const fact = { kind: 'security.changed', before, after, refuses, accepts } as const;
  recorder.record(
    { ...fact, ...places },
    { operation: revision, direction: 'request' },
    canonical([before, after, refuses]),
  );
}

type Schemes = ReadonlyMap<string, readonly string[]>;

/** No alternative at all means that nothing is required, which is what one empty alternative means. */
function alternatives({ security }: Operation): readonly Schemes[] {
  return security.length === 0 ? [new Map()] : security.map(({ schemes }) => schemes);
}

/** Whether somebody who satisfies `old` also satisfies `now`: each scheme of `now` is there with at least its scopes. */
function isTaken(old: Schemes, now: Schemes): boolean {
  return [...now].every(([scheme, scopes]) => {
    const had = old.get(scheme);
    return had !== undefined && scopes.every((scope) => had.includes(scope));
  });
}

function written({ schemes }: SecurityAlternative): string {
  return writtenSchemes(schemes);
}

function writtenSchemes(schemes: Schemes): string {
  if (schemes.size === 0) return 'anonymous';
  return [...schemes]
    .map(([scheme, scopes]) => (scopes.length === 0 ? scheme : `${scheme}[${[...scopes].sort().join(',')}]`))
    .sort()
    .join(' + ');
}

/** Where the effective security is declared: one document-wide declaration is one cause for every operation under it. */
function securityOrigin({ security, origin }: Operation): Origin {
  return security[0]?.origin.parent ?? origin;
}

/** Compares the declarations of the security schemes that both documents use by name. */
export function compareSecuritySchemes(
  recorder: Recorder,
  base: ApiDocument,
  revision: ApiDocument,
  operations: readonly (readonly [Operation, Operation])[],
): void {
  for (const [name, before] of base.components.securitySchemes) {
    const after = revision.components.securitySchemes.get(name);
    if (after === undefined) continue;
    const users = operations.filter(([left, right]) => uses(left, name) && uses(right, name));
    for (const [keyword, left, right] of schemeFields(before, after)) {
      if (canonical(left) === canonical(right)) continue;
      const fact = { kind: 'security-scheme.changed', scheme: name, keyword, before: left, after: right } as const;
      const places = { base: before.origin.at(keyword), revision: after.origin.at(keyword) };
      for (const [, operation] of users) {
        recorder.record({ ...fact, ...places }, { operation, direction: 'request' });
      }
      if (users.length === 0) recorder.record({ ...fact, ...places }, undefined);
    }
  }
}

function uses({ security }: Operation, name: string): boolean {
  return security.some(({ schemes }) => schemes.has(name));
}

function schemeFields(base: SecurityScheme, revision: SecurityScheme): readonly (readonly [string, Json, Json])[] {
  if (base.type !== revision.type) return [['type', base.type, revision.type]];
  const left = schemeValue(base);
  const right = schemeValue(revision);
  return Object.keys({ ...left, ...right }).map((key) => [key, left[key] ?? null, right[key] ?? null]);
}

/** The fields that decide what a caller sends. Descriptions do not. */
function schemeValue(scheme: SecurityScheme): { readonly [keyword: string]: Json } {
  switch (scheme.type) {
    case 'apiKey':
      return { in: scheme.in, name: scheme.parameterName };
    case 'http':
      return { scheme: scheme.scheme };
    case 'openIdConnect':
      return { openIdConnectUrl: scheme.openIdConnectUrl };
    case 'oauth2':
      return {
        flows: Object.fromEntries(
          [...scheme.flows].map(([name, flow]) => [name, flow.tokenUrl ?? flow.authorizationUrl ?? null]),
        ),
      };
    case 'mutualTLS':
      return {};
  }
}
