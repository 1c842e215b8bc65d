import type { ApiDocument } from '../../openapi/model/document.js';
import type { Operation } from '../../openapi/model/operation.js';
import type { SecurityScheme } from '../../openapi/model/security.js';
import { field, isArray, isObject } from '../../openapi/source/json.js';
import { type LiteralRecord, objectKey, valueLiteral } from './text.js';

/** Alternatives as lists of scheme names; an empty one is anonymous. */
export type Alternatives = readonly (readonly string[])[];

/** How the clients of a document prove who calls. */
export interface SecurityPlan {
  /** What the runtime authorizes with. Absent: no operation asks for anything. */
  readonly authorize?: 'authorizeByToken' | 'authorizeByScheme';
  /** Functions of the runtime that the schemes need. */
  readonly signers: readonly string[];
  /** The schemes that operations use, as an object literal. Absent: the runtime needs none. */
  readonly schemes?: string;
  /** The alternatives of every operation that states no others. */
  readonly usual: Alternatives;
}

/** Chooses the simplest way that covers every operation. What most operations ask for is what they need not say. */
export function planSecurity(document: ApiDocument): SecurityPlan {
  const stated = [...document.operations.map(alternativesOf), ...defaults(document)];
  const used = [...new Set(stated.flat(2))];
  if (used.length === 0) return { signers: [], usual: [] };
  const { securitySchemes } = document.components;
  const [only = '', ...others] = used;
  const token = securitySchemes.get(only);
  const isOpen = stated.some((alternatives) => alternatives.length === 0);
  if (others.length === 0 && !isOpen && token !== undefined && signer(token) === 'signBearer') {
    return { authorize: 'authorizeByToken', signers: [], usual: [[only]] };
  }
  const described = used.map((name) => [name, securitySchemes.get(name)] as const);
  const schemes = described.map(([name, scheme]) => `${objectKey(name)}: ${schemeLiteral(scheme)}`);
  const signers = described.flatMap(([, scheme]) => (scheme === undefined ? [] : (signer(scheme) ?? [])));
  return {
    authorize: 'authorizeByScheme',
    signers: [...new Set(signers)].sort(),
    schemes: `{ ${schemes.join(', ')} }`,
    usual: mostFrequent(stated),
  };
}

/** What an operation asks for: nothing where it may be called by anybody and by no other way. */
export function alternativesOf({ security }: Pick<Operation, 'security'>): Alternatives {
  // Alternatives that differ in scopes only are one.
  const different = new Set(security.map(({ schemes }) => JSON.stringify([...schemes.keys()])));
  // What was written as a list of names is one again.
  const alternatives = [...different].map((names) => JSON.parse(names) as string[]);
  return alternatives.every((names) => names.length === 0) ? [] : alternatives;
}

export function areEqual(left: Alternatives, right: Alternatives): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** Whether some scheme takes the client's `token`. */
export function takesToken(scheme: SecurityScheme): boolean {
  return signer(scheme) === 'signBearer';
}

/** What holds where an operation states nothing, for a document without operations. */
function defaults(document: ApiDocument): Alternatives[] {
  const security = field(document.bundled, 'security');
  if (document.operations.length > 0 || !isArray(security)) return [];
  return [security.filter(isObject).map((alternative) => Object.keys(alternative))];
}

function mostFrequent(stated: readonly Alternatives[]): Alternatives {
  const count = new Map<string, { readonly alternatives: Alternatives; times: number }>();
  for (const alternatives of stated) {
    const key = JSON.stringify(alternatives);
    const known = count.get(key);
    if (known === undefined) count.set(key, { alternatives, times: 1 });
    else known.times++;
  }
  let best: { readonly alternatives: Alternatives; readonly times: number } = { alternatives: [], times: 0 };
  for (const each of count.values()) if (each.times > best.times) best = each;
  return best.alternatives;
}

/** What signs with a credential of the scheme. OAuth 2 and OpenID Connect end in a bearer token; some are left to hooks. */
function signer(scheme: SecurityScheme): 'signBearer' | 'signBasic' | 'signApiKey' | undefined {
  switch (scheme.type) {
    case 'apiKey':
      return 'signApiKey';
    case 'oauth2':
    case 'openIdConnect':
      return 'signBearer';
    case 'http': {
      const name = scheme.scheme.toLowerCase();
      return name === 'bearer' ? 'signBearer' : name === 'basic' ? 'signBasic' : undefined;
    }
    case 'mutualTLS':
      return undefined;
  }
}

function schemeLiteral(scheme: SecurityScheme | undefined): string {
  const sign = scheme && signer(scheme);
  if (scheme === undefined || sign === undefined) return '{}';
  const place: LiteralRecord = scheme.type === 'apiKey' ? { in: scheme.in, name: scheme.parameterName } : {};
  const fields = Object.entries(place).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${valueLiteral(value)}`],
  );
  return `{ ${[`sign: ${sign}`, ...fields].join(', ')} }`;
}
