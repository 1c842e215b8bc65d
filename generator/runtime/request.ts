import { encodeBody } from './body.js';
import type { CallOptions, Client } from './client.js';
import { setHeader } from './headers.js';
import { nameOf, type Operation } from './operation.js';
import { own } from './own.js';
import { placeParameters } from './parameters.js';
import { authorize } from './security.js';
import { parseBaseUrl } from './url.js';

/** A request that can be sent any number of times unless its body is a stream. */
export interface Prepared {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: BodyInit | null;
}

/** The request for one call. Throws a TypeError if the parameters, the body or the credentials cannot be sent. */
export async function prepareRequest(
  client: Client,
  operation: Operation,
  params: Readonly<Record<string, unknown>>,
  options: CallOptions,
): Promise<Prepared> {
  const { path, query, cookies, headers: placed } = placeParameters(operation, params);
  const [body, type] = encodeBody(operation, own(params, 'body'));
  const headers = new Headers();
  const add = (layer: Readonly<Record<string, string | undefined>> = {}): void => {
    for (const [name, value] of Object.entries(layer)) if (value !== undefined) setHeader(headers, name, value);
  };
  add(client.options.headers);
  // A type for all calls would be wrong for most bodies, and a form without its boundary cannot be read.
  headers.delete('Content-Type');
  add({ Accept: operation.accept ?? 'application/json', 'Content-Type': type });
  add(client.api.headers);
  add(Object.fromEntries(placed));
  add({ 'Idempotency-Key': options.idempotencyKey });
  add(options.headers);
  await authorize(client, operation, { headers, query, cookies });
  const jar = [headers.get('cookie'), ...cookies].filter(Boolean);
  if (jar.length) setHeader(headers, 'Cookie', jar.join('; '));
  return { url: address(client, operation, options, path, query), method: operation.method, headers, body };
}

function address(
  client: Client,
  operation: Operation,
  options: CallOptions,
  path: string,
  query: readonly string[],
): string {
  // Who names a base URL means every call, also those the document sends to another host.
  const isReplaced = client.options.baseUrl !== undefined && /^https?:/i.test(operation.server ?? '');
  const elsewhere = isReplaced ? undefined : operation.server;
  const server = options.baseUrl ?? elsewhere;
  const base = server === undefined ? client.baseUrl : parseBaseUrl(server, elsewhere && client.baseUrl);
  const url = base + (path.startsWith('/') ? path : `/${path}`);
  // What the URL parser would change is a dot segment, a backslash or the like: it would leave the base URL.
  if (new URL(url).href.split('?')[0] !== url.split('?')[0]) {
    throw new TypeError(`${nameOf(operation)}: the path leaves the base URL.`);
  }
  return query.length ? `${url}${url.includes('?') ? '&' : '?'}${query.join('&')}` : url;
}
