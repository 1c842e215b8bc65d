import type { CallOptions, Client } from './client.js';
import { setHeader } from './headers.js';
import type { Operation } from './operation.js';
import { type Params, placePlain } from './place.js';

/** What a Request is made of, any number of times unless the body is a stream. */
export type Prepared = readonly [url: string, init: RequestInit & { readonly method: string; readonly duplex: 'half' }];

const JSON_TYPE = 'application/json';

/** The request for one call. Throws a TypeError or URIError if the parameters, the body or the credentials cannot be sent. */
export async function prepareRequest(
  client: Client,
  operation: Operation,
  params: Params,
  options: CallOptions,
): Promise<Prepared> {
  const { api, baseUrl } = client;
  const { method, accept = JSON_TYPE, body: media = JSON_TYPE, encode } = operation;
  const { body: content } = params;
  const headers = new Headers();
  const query: string[] = [];
  const [body, type] =
    content === undefined ? [null] : encode ? encode(content, operation) : [JSON.stringify(content), media];
  for (const layer of [
    client.options().headers,
    { accept, 'content-type': type },
    api.headers,
    { 'idempotency-key': options.idempotencyKey },
    options.headers,
  ]) {
    for (const [name, value] of Object.entries(layer ?? {})) if (value !== undefined) setHeader(headers, name, value);
  }
  const path = (operation.place ?? placePlain)(operation, params, query, headers, options);
  await api.authorize?.(client, operation, headers, query);
  const url = (operation.base?.(client, operation) ?? baseUrl) + path;
  // Streams cannot be sent without `duplex`, which the DOM types lack.
  const init = { method, headers, body, redirect: 'manual', duplex: 'half' } as const;
  return [query[0] ? `${url}?${query.join('&')}` : url, init];
}
