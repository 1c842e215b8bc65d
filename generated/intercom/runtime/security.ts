import type { Client } from './client.js';
import { setHeader } from './headers.js';
import type { Operation } from './operation.js';
import { refuseValue } from './refuse-value.js';

/** Adds the credentials that an operation needs; `query` holds encoded pairs. Throws a TypeError that names what is missing. */
export type Authorize = (client: Client, operation: Operation, headers: Headers, query: string[]) => Promise<void>;

/**
 * For an API whose only scheme is a bearer token: sends `token`. An `Authorization` header that the caller set stays.
 * Throws a TypeError without a token, unless the operation has alternatives of its own: then it may be anonymous.
 */
export const authorizeByToken: Authorize = async (client, operation, headers) => {
  if (headers.has('Authorization')) return;
  const { token } = client.options();
  const secret = typeof token === 'function' ? await token() : token;
  if (secret) setHeader(operation, headers, 'Authorization', `Bearer ${secret}`);
  else if (!operation.security) refuseValue(operation, 'token');
};
