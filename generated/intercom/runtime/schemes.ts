import type { Client, Credential } from './client.js';
import { addCookies } from './cookies.js';
import { setHeader } from './headers.js';
import type { Operation } from './operation.js';
import { own } from './own.js';
import type { Authorize } from './security.js';

/** Adds one credential to a request; `query` holds encoded pairs. */
export type Sign = (
  credential: Credential,
  scheme: SecurityScheme,
  operation: Operation,
  headers: Headers,
  query: string[],
) => void;

/** How one security scheme sends its credential. */
export interface SecurityScheme {
  /** Absent: left to the caller's headers, hooks or fetch, as for client certificates. */
  readonly sign?: Sign;
  /** Where an API key goes. Absent: the scheme is no API key. */
  readonly in?: 'header' | 'query' | 'cookie';
  /** The name of the header, query parameter or cookie. Absent: the scheme is no API key. */
  readonly name?: string;
}

/** Sends `Authorization: Bearer`, as HTTP bearer, OAuth 2 and OpenID Connect ask for. */
export const signBearer: Sign = (credential, _, operation, headers) => {
  setHeader(operation, headers, 'Authorization', `Bearer ${textOf(credential)}`);
};

/** Sends `Authorization: Basic`. */
export const signBasic: Sign = (credential, _, operation, headers) => {
  // RFC 7617, section 2.1: the bytes are UTF-8, which btoa does not write by itself.
  const bytes = new TextEncoder().encode(textOf(credential));
  setHeader(operation, headers, 'Authorization', `Basic ${btoa(String.fromCharCode(...bytes))}`);
};

/** Sends an API key as a header, in the query or as a cookie. */
export const signApiKey: Sign = (credential, { in: place, name = '' }, operation, headers, query) => {
  const secret = textOf(credential);
  if (place === 'header') return setHeader(operation, headers, name, secret);
  const pair = `${encodeURIComponent(name)}=${encodeURIComponent(secret)}`;
  // One that is there comes from the link to a next page, which the server made of the last request.
  const start = pair.slice(0, pair.indexOf('=') + 1);
  if (place === 'query') query.splice(0, query.length, ...query.filter((each) => !each.startsWith(start)), pair);
  else addCookies(operation, headers, pair);
};

function textOf(credential: Credential): string {
  return typeof credential === 'string' ? credential : `${credential.username}:${credential.password}`;
}

/**
 * Adds the credentials of the first alternative that the client holds all of. A header that the caller set stays and
 * counts as held. Throws a TypeError that names the scheme if there is none and the call may not be anonymous.
 */
export const authorizeByScheme: Authorize = async (client, operation, headers, query) => {
  const { schemes, security = [] } = client.api;
  const alternatives = operation.security ?? security;
  const isSet = (name: string): boolean => isStated(own(schemes, name), headers);
  const names = alternatives.find(
    (list) => list.length && list.every((name) => isSet(name) || find(client, name) !== undefined),
  );
  // Anonymous is the last resort wherever the document lists it.
  if (!names && alternatives.length && alternatives.every((list) => list.length)) {
    throw missing(operation, alternatives.map((list) => list.join('" and "')).join('" or "'));
  }
  for (const name of names ?? []) {
    const scheme = own(schemes, name);
    if (!scheme?.sign || isSet(name)) continue;
    const found = find(client, name);
    const credential = typeof found === 'function' ? await found() : found;
    if (!credential) throw missing(operation, name);
    scheme.sign(credential, scheme, operation, headers, query);
  }
};

/** Whether the header of a scheme is there already. */
function isStated(scheme: SecurityScheme | undefined, headers: Headers): boolean {
  const { in: place = 'header', name = 'Authorization' } = scheme ?? {};
  return place === 'header' && headers.has(name);
}

function find(client: Client, name: string): Credential | (() => Credential | Promise<Credential>) | undefined {
  const { credentials, token } = client.options();
  return own(credentials, name) ?? (own(client.api.schemes, name)?.sign === signBearer ? token : undefined);
}

function missing({ name }: Operation, schemes: string): TypeError {
  return new TypeError(`${name} needs credentials for "${schemes}".`);
}
