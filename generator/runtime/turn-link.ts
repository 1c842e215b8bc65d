import { ClientError } from './errors.js';
import type { Operation } from './operation.js';
import { type Next, type Turn, valueAt } from './paged.js';
import { placePlain } from './place.js';

/** The URL that the answer holds at `from`, or else that its `Link` header names; for `turnLink`. */
export const nextLink: Next = ({ data, response }, { from }) => {
  const named = /<([^<>]*)>\s*;[^<]*\brel="?next\b/i.exec(response.headers.get('link') ?? '')?.[1];
  const link = from ? valueAt(data, from) : named;
  return typeof link === 'string' && link && new URL(link, response.url || undefined).href;
};

/** Asks for the page at a URL. Throws a ClientError if that is of another origin, for credentials go with it. */
export const turnLink: Turn = (operation, params, cursor, _, client) => {
  const { origin, pathname, search } = new URL(`${cursor}`);
  const base = operation.base?.(client, operation) ?? client.baseUrl;
  if (origin !== new URL(base).origin) throw new ClientError(operation, 'names a next page of another origin');
  const linked: Operation = {
    ...operation,
    base: () => origin,
    place: (_, given, query, headers, options) => {
      (operation.place ?? placePlain)(operation, given, [], headers, options);
      query.push(...search.slice(1).split('&').filter(Boolean));
      return pathname;
    },
  };
  return [linked, params];
};
