import type { ApiDocument } from '../../../openapi/model/document.js';
import type { SecurityAlternative, SecurityScheme } from '../../../openapi/model/security.js';
import { canonical } from '../../../openapi/source/stringify.js';
import { newPart, type Part, put, putGroup, say } from './part.js';

const URLS = ['authorizationUrl', 'tokenUrl', 'refreshUrl', 'deviceAuthorizationUrl'] as const;
const COMPONENT = '#/components/securitySchemes/';

/** What a security scheme asks of callers. Its name is seen by nobody. */
export function schemePart(scheme: SecurityScheme): Part {
  const part = newPart();
  say(part, 'type', scheme.type);
  if (scheme.deprecated) say(part, 'deprecated', 'true');
  switch (scheme.type) {
    case 'apiKey':
      say(part, 'in', scheme.in);
      say(part, 'name', scheme.in === 'header' ? scheme.parameterName.toLowerCase() : scheme.parameterName);
      break;
    case 'http':
      say(part, 'scheme', scheme.scheme.toLowerCase());
      say(part, 'bearerFormat', scheme.bearerFormat);
      break;
    case 'openIdConnect':
      say(part, 'openIdConnectUrl', scheme.openIdConnectUrl);
      break;
    case 'oauth2':
      say(part, 'oauth2MetadataUrl', scheme.metadataUrl);
      for (const [name, flow] of scheme.flows) {
        say(part, `flow ${name}`, 'true');
        for (const url of URLS) say(part, `flow ${name} ${url}`, flow[url]);
        for (const scope of flow.scopes.keys()) say(part, `flow ${name} scope ${scope}`, 'true');
      }
      break;
    case 'mutualTLS':
      break;
  }
  return part;
}

/** What the schemes of a document ask, by name. */
export function schemeParts(document: ApiDocument): ReadonlyMap<string, Part> {
  return new Map([...document.components.securitySchemes.values()].map((scheme) => [scheme.name, schemePart(scheme)]));
}

interface Demand {
  readonly scheme: Part;
  readonly scopes: readonly string[];
}

/**
 * The alternatives a caller has. No list asks for nothing, as one empty alternative does; an alternative that asks for all that
 * another one asks for is no alternative.
 */
export function alternativeParts(
  security: readonly SecurityAlternative[],
  schemes: ReadonlyMap<string, Part>,
): readonly Part[] {
  const all = (security.length === 0 ? [{ schemes: new Map<string, readonly string[]>() }] : security).map(
    (alternative) => {
      const demands = new Map<string, Demand>();
      for (const [written, scopes] of alternative.schemes) {
        const name = written.startsWith(COMPONENT) ? written.slice(COMPONENT.length) : written;
        const scheme = schemes.get(name) ?? unknownScheme(name);
        demands.set(canonical([...scheme.facts].sort().map(([key, text]) => [key, text])), { scheme, scopes });
      }
      return demands;
    },
  );
  const isWeaker = (a: ReadonlyMap<string, Demand>, b: ReadonlyMap<string, Demand>): boolean =>
    [...a].every(([key, { scopes }]) => scopes.every((scope) => b.get(key)?.scopes.includes(scope)) && b.has(key));
  const kept = all.filter(
    (one, index) =>
      !all.some((other, at) => at !== index && isWeaker(other, one) && (at < index || !isWeaker(one, other))),
  );
  return kept.map((demands) => {
    const part = newPart();
    putGroup(part, 'schemes', [...demands.values()].map(demandPart));
    return part;
  });
}

function unknownScheme(name: string): Part {
  const part = newPart();
  say(part, 'undeclared', name);
  return part;
}

function demandPart({ scheme, scopes }: Demand): Part {
  const part = newPart();
  for (const scope of scopes) say(part, `scope ${scope}`, 'true');
  put(part, 'scheme', scheme);
  return part;
}
