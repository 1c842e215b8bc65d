import type { ApiDocument } from '../../../openapi/model/document.js';
import type { SecurityAlternative, SecurityScheme } from '../../../openapi/model/security.js';
import { canonical } from '../../../openapi/source/stringify.js';
import { newPart, type Part, put, putGroup, say } from './part.js';

const URLS = ['authorizationUrl', 'tokenUrl', 'refreshUrl', 'deviceAuthorizationUrl'] as const;
const COMPONENT = '#/components/securitySchemes/';

/** What a security scheme asks of callers. Its name is seen by nobody. */
function schemePart(scheme: SecurityScheme): Part {
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
  readonly text: string;
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
        const text = canonical([...scheme.facts].sort().map(([key, said]) => [key, said]));
        demands.set(name, { text, scheme, scopes });
      }
      return demands;
    },
  );
  const kept = all.filter((one, index) => {
    return !all.some((other, at) => {
      if (at === index || !isWeaker(other, one)) return false;
      // Of two that ask for the same under the same names the first is enough; two schemes that are alike are still two.
      return !isWeaker(one, other) || (at < index && [...other.keys()].every((name) => one.has(name)));
    });
  });
  return kept.map((demands) => {
    const part = newPart();
    putGroup(part, 'schemes', [...demands.values()].map(demandPart));
    return part;
  });
}

type Demands = ReadonlyMap<string, Demand>;

/** Whether whoever meets the demands of the one alternative meets those of the other. */
function isWeaker(one: Demands, other: Demands): boolean {
  const has = ({ text, scopes }: Demand): boolean =>
    [...other.values()].some(
      (demand) => demand.text === text && scopes.every((scope) => demand.scopes.includes(scope)),
    );
  return [...one.values()].every(has);
}

/** A scheme that is not declared is known by its name. */
export function unknownScheme(name: string): Part {
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
