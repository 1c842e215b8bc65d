import type { Client, Credential } from './client.js';
import { setHeader } from './headers.js';
import { nameOf, type Operation, type SecurityScheme } from './operation.js';
import { own } from './own.js';

/** A request whose credentials are still to be added. */
export interface Unsigned {
  readonly headers: Headers;
  readonly query: string[];
  readonly cookies: string[];
}

/**
 * Adds the credentials of the first alternative that the client holds all of. A header that the caller set stays and
 * counts as held. Throws a TypeError that names the scheme if there is none and the call may not be anonymous.
 */
export async function authorize(client: Client, operation: Operation, request: Unsigned): Promise<void> {
  const { api, options } = client;
  const schemeOf = (name: string): SecurityScheme => own(api.security, name) ?? { kind: 'other' };
  const isSet = (scheme: SecurityScheme): boolean => {
    const place = scheme.kind === 'apiKey' ? scheme.in === 'header' && scheme.name : 'Authorization';
    return place !== false && request.headers.has(place);
  };
  const find = (name: string): Credential | (() => Credential | Promise<Credential>) | undefined =>
    own(options.credentials, name) ?? (schemeOf(name).kind === 'bearer' ? options.token : undefined);
  const isHeld = (name: string): boolean => isSet(schemeOf(name)) || find(name) !== undefined;
  const missing = (names: string): TypeError => new TypeError(`${nameOf(operation)} needs credentials for "${names}".`);

  const alternatives = operation.security ?? api.auth ?? [];
  const names = alternatives.find((list) => list.length && list.every(isHeld));
  // Anonymous is the last resort wherever the document lists it.
  if (!names && alternatives.length && alternatives.every((list) => list.length)) {
    throw missing(alternatives.map((list) => list.join('" and "')).join('" or "'));
  }
  for (const name of names ?? []) {
    const scheme = schemeOf(name);
    if (scheme.kind === 'other' || isSet(scheme)) continue;
    const found = find(name);
    const credential = typeof found === 'function' ? await found() : found;
    if (!credential) throw missing(name);
    sign(request, name, scheme, credential);
  }
}

function sign(
  { headers, query, cookies }: Unsigned,
  name: string,
  scheme: Exclude<SecurityScheme, { kind: 'other' }>,
  credential: Credential,
): void {
  const secret = typeof credential === 'string' ? credential : `${credential.username}:${credential.password}`;
  if (scheme.kind === 'apiKey' && scheme.in !== 'header') {
    const pair = `${encodeURIComponent(scheme.name)}=${encodeURIComponent(secret)}`;
    (scheme.in === 'query' ? query : cookies).push(pair);
    return;
  }
  let value = secret;
  if (scheme.kind === 'bearer') value = `Bearer ${secret}`;
  // RFC 7617, section 2.1: the bytes are UTF-8, which btoa does not write by itself.
  if (scheme.kind === 'basic') value = `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(secret)))}`;
  setHeader(headers, scheme.kind === 'apiKey' ? scheme.name : 'Authorization', value, `The credential "${name}"`);
}
