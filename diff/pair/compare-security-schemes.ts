import type { ApiDocument } from '../../openapi/model/document.js';
import type { Operation } from '../../openapi/model/operation.js';
import type { OAuthFlow, SecurityScheme } from '../../openapi/model/security.js';
import type { Json } from '../../openapi/source/json.js';
import type { Usage } from '../change.js';
import { schemeName } from './compare-security.js';
import type { Fact } from './fact.js';
import { type SchemePairs, schemeFields } from './pair-schemes.js';
import type { Recorder } from './recorder.js';

type OperationPairs = readonly (readonly [Operation, Operation])[];

const URLS = ['authorizationUrl', 'tokenUrl', 'refreshUrl', 'deviceAuthorizationUrl'] as const;

/** Compares the declarations of the security schemes of two documents. */
export function compareSecuritySchemes(
  recorder: Recorder,
  documents: readonly [ApiDocument, ApiDocument],
  schemes: SchemePairs,
  operations: OperationPairs,
): void {
  for (const [before, after] of schemes.both) {
    const users = operations
      .filter(([left, right]) => uses(left, before.name) && uses(right, after.name))
      .map(([, operation]): Usage => ({ operation, direction: 'request' }));
    compareScheme(before, after, (fact, detail) => {
      for (const usage of users) recorder.record(fact, usage, detail);
      if (users.length === 0) recorder.record(fact, undefined, detail);
    });
  }
  compareUnused(recorder, documents, schemes, operations);
}

/** A scheme that operations ask for comes and goes with their security, which is where it is told. */
function compareUnused(
  recorder: Recorder,
  [base, revision]: readonly [ApiDocument, ApiDocument],
  { removed, added }: SchemePairs,
  operations: OperationPairs,
): void {
  for (const { name, origin } of removed) {
    const isUsed = (document: ApiDocument): boolean => document.operations.some((operation) => uses(operation, name));
    if (isUsed(base) && !isUsed(revision)) continue;
    const places = { base: origin, revision: revision.origin };
    recorder.record({ kind: 'security-scheme.removed', scheme: name, ...places }, undefined, name);
  }
  for (const { name, origin } of added) {
    if (operations.some(([, operation]) => uses(operation, name))) continue;
    const places = { base: base.origin, revision: origin };
    recorder.record({ kind: 'security-scheme.added', scheme: name, ...places }, undefined, name);
  }
}

function uses({ security }: Operation, name: string): boolean {
  return security.some(({ schemes }) => [...schemes.keys()].some((written) => schemeName(written) === name));
}

type Tell = (fact: Fact, detail: string) => void;

function compareScheme(base: SecurityScheme, revision: SecurityScheme, tell: Tell): void {
  const scheme = revision.name;
  const at = (key: string) => ({ base: base.origin.at(key), revision: revision.origin.at(key), scheme });
  if (base.deprecated !== revision.deprecated) {
    const values = { before: base.deprecated, after: revision.deprecated };
    tell({ kind: 'security-scheme.deprecated.changed', ...at('deprecated'), ...values }, '');
  }
  if (base.type !== revision.type) {
    const values = { keyword: 'type', before: base.type, after: revision.type };
    tell({ kind: 'security-scheme.changed', ...at('type'), ...values }, 'type');
    return;
  }
  const [left, right] = [schemeFields(base), schemeFields(revision)];
  for (const keyword of Object.keys(left)) {
    const values = { before: shown(base, keyword, left), after: shown(revision, keyword, right) };
    // Where a key moves, only one of its names ignores case: it kept its name if that is written alike.
    const isSame = left.in === right.in ? left[keyword] === right[keyword] : values.before === values.after;
    if (isSame) continue;
    tell({ kind: 'security-scheme.changed', ...at(keyword), keyword, ...values }, keyword);
  }
  if (base.type === 'oauth2' && revision.type === 'oauth2') {
    compareFlows([base, revision], [base.flows, revision.flows], tell);
  }
}

/** The name of a key as written, whatever its case. */
function shown(scheme: SecurityScheme, keyword: string, fields: { readonly [keyword: string]: Json }): Json {
  return scheme.type === 'apiKey' && keyword === 'name' ? scheme.parameterName : (fields[keyword] ?? null);
}

type Flows = ReadonlyMap<string, OAuthFlow>;

function compareFlows(
  [base, revision]: readonly [SecurityScheme, SecurityScheme],
  [before, after]: readonly [Flows, Flows],
  tell: Tell,
): void {
  const scheme = revision.name;
  const [left, right] = [base.origin.at('flows'), revision.origin.at('flows')];
  for (const flow of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(flow), after.get(flow)];
    if (now === undefined) {
      tell({ kind: 'security-scheme.flow.removed', scheme, flow, base: left.at(flow), revision: right }, flow);
    } else if (old === undefined) {
      tell({ kind: 'security-scheme.flow.added', scheme, flow, base: left, revision: right.at(flow) }, flow);
    } else {
      const places = { scheme, flow, base: left.at(flow), revision: right.at(flow) };
      compareUrls(old, now, places, tell);
      compareScopes(old, now, places, tell);
    }
  }
}

type FlowPlaces = Pick<Fact, 'base' | 'revision'> & { readonly scheme: string; readonly flow: string };

function compareUrls(base: OAuthFlow, revision: OAuthFlow, places: FlowPlaces, tell: Tell): void {
  for (const keyword of URLS) {
    const [before, after] = [base[keyword], revision[keyword]];
    if (before === after) continue;
    const at = { ...places, base: places.base.at(keyword), revision: places.revision.at(keyword) };
    const values = { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
    tell({ kind: 'security-scheme.flow.changed', ...at, keyword, ...values }, `${places.flow} ${keyword}`);
  }
}

function compareScopes(base: OAuthFlow, revision: OAuthFlow, places: FlowPlaces, tell: Tell): void {
  const [left, right] = [places.base.at('scopes'), places.revision.at('scopes')];
  for (const scope of base.scopes.keys()) {
    if (revision.scopes.has(scope)) continue;
    const at = { ...places, base: left.at(scope), revision: right };
    tell({ kind: 'security-scheme.scope.removed', ...at, scope }, `${places.flow} ${scope}`);
  }
  for (const scope of revision.scopes.keys()) {
    if (base.scopes.has(scope)) continue;
    const at = { ...places, base: left, revision: right.at(scope) };
    tell({ kind: 'security-scheme.scope.added', ...at, scope }, `${places.flow} ${scope}`);
  }
}
