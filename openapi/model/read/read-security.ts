import { describeType, isArray } from '../../source/json.js';
import { escapeSegment } from '../../source/pointer.js';
import { didYouMean } from '../../source/suggest.js';
import type { OAuthFlow, SecurityAlternative, SecurityScheme } from '../security.js';
import type { ReadContext } from './context.js';
import { Fields } from './fields.js';

/** Reads `security`; `undefined` when the field is absent, so that an operation can tell "inherited" from "none". */
export function readSecurity(
  owner: Fields,
  schemes: ReadonlyMap<string, SecurityScheme>,
): readonly SecurityAlternative[] | undefined {
  if (owner.get('security') === undefined) return undefined;
  const alternatives: SecurityAlternative[] = [];
  for (const { raw, origin } of owner.list('security')) {
    const fields = Fields.of(owner.context, raw, origin, 'A security requirement');
    if (fields === undefined) continue;
    const required = new Map<string, readonly string[]>();
    for (const name of Object.keys(fields.raw)) {
      const scopes = fields.get(name);
      if (!isArray(scopes ?? null)) {
        const message = `The scopes of "${name}" must be a list, not ${describeType(scopes)}.`;
        owner.context.fault('type', origin.at(name), message);
      }
      const known = schemes.has(name) ? name : schemeAt(fields, name, schemes);
      required.set(known ?? name, isArray(scopes ?? null) ? fields.strings(name) : []);
      if (known !== undefined) continue;
      const message = `The security scheme "${name}" is not declared.${didYouMean(name, schemes.keys())}`;
      owner.context.warn('security-undeclared', origin.at(name), message, true);
    }
    alternatives.push({ origin, schemes: required });
  }
  return alternatives;
}

/**
 * OpenAPI 3.2 allows a reference by URI in place of a name (Security Requirement Object). One to a component of the document means
 * the same as the name of that component.
 */
function schemeAt(
  { context, origin }: Fields,
  uri: string,
  schemes: ReadonlyMap<string, SecurityScheme>,
): string | undefined {
  if (context.line !== '3.2' || !/[/#]/.test(uri)) return undefined;
  const found = context.resolver.resolve(uri, origin);
  if (found === undefined) return uri;
  if ('code' in found) return undefined;
  const place = found.origin.file === origin.file ? found.origin.pointer : undefined;
  const named = [...schemes.keys()].find((name) => place === `#/components/securitySchemes/${escapeSegment(name)}`);
  return named ?? uri;
}

export function readSecuritySchemes(
  context: ReadContext,
  components: Fields | undefined,
): ReadonlyMap<string, SecurityScheme> {
  const schemes = new Map<string, SecurityScheme>();
  for (const { name, raw, origin } of components?.entries('securitySchemes') ?? []) {
    const fields = Fields.behind(context, raw, origin, 'A security scheme');
    const scheme = fields && readScheme(name, fields);
    if (scheme !== undefined) schemes.set(name, scheme);
  }
  return schemes;
}

function readScheme(name: string, fields: Fields): SecurityScheme | undefined {
  fields.note('description');
  const common = { origin: fields.origin, name, deprecated: fields.boolean('deprecated') ?? false };
  const type = fields.requiredString('type');
  switch (type) {
    case 'apiKey': {
      const place = fields.requiredString('in');
      const parameterName = fields.requiredString('name');
      if (place === 'query' || place === 'header' || place === 'cookie') {
        return { ...common, type, in: place, parameterName };
      }
      if (typeof fields.get('in') === 'string') {
        const message = `An API key is sent in query, header or cookie, not "${place}".`;
        fields.context.fault('security-scheme', fields.origin.at('in'), message);
      }
      return undefined;
    }
    case 'http': {
      const bearerFormat = fields.string('bearerFormat');
      const scheme = fields.requiredString('scheme').toLowerCase();
      return { ...common, type, scheme, ...(bearerFormat === undefined ? {} : { bearerFormat }) };
    }
    case 'mutualTLS':
      return { ...common, type };
    case 'oauth2': {
      const metadataUrl = fields.string('oauth2MetadataUrl');
      if (fields.get('flows') === undefined) {
        const message = 'A security scheme of the type "oauth2" needs the field "flows".';
        fields.context.warn('missing', fields.origin, message);
      }
      return { ...common, type, flows: readFlows(fields), ...(metadataUrl === undefined ? {} : { metadataUrl }) };
    }
    case 'openIdConnect':
      return { ...common, type, openIdConnectUrl: fields.requiredString('openIdConnectUrl') };
    case '':
      return undefined;
    default: {
      const known = 'apiKey, http, mutualTLS, oauth2 and openIdConnect';
      fields.context.fault(
        'security-scheme',
        fields.origin.at('type'),
        `"${type}" is not a type of security scheme; the types are ${known}.`,
      );
      return undefined;
    }
  }
}

function readFlows(owner: Fields): ReadonlyMap<string, OAuthFlow> {
  const flows = new Map<string, OAuthFlow>();
  for (const { name, raw, origin } of owner.entries('flows', false)) {
    const fields = Fields.of(owner.context, raw, origin, 'An OAuth flow');
    if (fields === undefined) continue;
    warnAboutFlow(fields, name);
    const scopes = new Map<string, string>();
    const described = fields.object('scopes');
    for (const scope of Object.keys(described?.raw ?? {})) scopes.set(scope, described?.note(scope) ?? '');
    const urls: { -readonly [Key in keyof OAuthFlow]?: string } = {};
    for (const key of ['authorizationUrl', 'tokenUrl', 'refreshUrl', 'deviceAuthorizationUrl'] as const) {
      const url = fields.string(key);
      if (url !== undefined) urls[key] = url;
    }
    flows.set(name, { ...urls, scopes });
  }
  return flows;
}

/** What each flow needs (OAuth Flow Object). */
const FLOWS: ReadonlyMap<string, readonly string[]> = new Map([
  ['implicit', ['authorizationUrl', 'scopes']],
  ['password', ['tokenUrl', 'scopes']],
  ['clientCredentials', ['tokenUrl', 'scopes']],
  ['authorizationCode', ['authorizationUrl', 'tokenUrl', 'scopes']],
  ['deviceAuthorization', ['deviceAuthorizationUrl', 'tokenUrl', 'scopes']],
]);

function warnAboutFlow(fields: Fields, name: string): void {
  const needed = FLOWS.get(name);
  if (needed === undefined) {
    const message = `"${name}" is not a flow of OAuth; the flows are ${[...FLOWS.keys()].join(', ')}.`;
    fields.context.warn('unknown-field', fields.origin, `${message}${didYouMean(name, FLOWS.keys())}`, true);
    return;
  }
  const missing = needed.filter((key) => fields.get(key) === undefined).map((key) => `"${key}"`);
  if (missing.length === 0) return;
  fields.context.warn('missing', fields.origin, `The flow "${name}" needs ${missing.join(' and ')}.`, true);
}
