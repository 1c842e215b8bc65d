import type { ApiDocument } from '../../openapi/model/document.js';
import type { SecurityAlternative, SecurityScheme } from '../../openapi/model/security.js';
import { field, isArray, isObject } from '../../openapi/source/json.js';
import type { SecurityScheme as SchemeDescription } from '../runtime/operation.js';

/** Alternatives as lists of scheme names. */
export type Alternatives = readonly (readonly string[])[];

/** The alternatives that hold where an operation states none. */
export function defaultAlternatives(document: ApiDocument): Alternatives {
  const security = field(document.bundled, 'security');
  return isArray(security) ? security.filter(isObject).map((alternative) => Object.keys(alternative)) : [];
}

export function alternativesOf(security: readonly SecurityAlternative[]): Alternatives {
  return security.map(({ schemes }) => [...schemes.keys()]);
}

export function areEqual(left: Alternatives, right: Alternatives): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** How the runtime sends the credential of a scheme. OAuth 2 and OpenID Connect end in a bearer token. */
export function describeScheme(scheme: SecurityScheme): SchemeDescription {
  switch (scheme.type) {
    case 'apiKey':
      return { kind: 'apiKey', in: scheme.in, name: scheme.parameterName };
    case 'oauth2':
    case 'openIdConnect':
      return { kind: 'bearer' };
    case 'http': {
      const name = scheme.scheme.toLowerCase();
      return { kind: name === 'bearer' || name === 'basic' ? name : 'other' };
    }
    case 'mutualTLS':
      return { kind: 'other' };
  }
}
