import { ApiError, ResponseError } from './errors.js';
import type { Operation } from './operation.js';

/**
 * Reads a success answer that has content. Throws a ResponseError for what was not declared. `signal` is the caller's: what is
 * read after the call is over has to end with it.
 */
export type Read = (response: Response, operation: Operation, signal?: AbortSignal) => Promise<unknown>;

/** The data of an answer: as the operation reads it, else JSON whatever the content type says, for what is JSON shows itself by parsing. */
export async function readAnswer(
  response: Response,
  operation: Operation,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const { ok, status } = response;
  const { read } = operation;
  const target = operation.redirect?.(response);
  if (target || status === 204 || status === 205) return target;
  if (ok && read) return read(response, operation, signal);
  const text = await response.text();
  // What is not JSON comes from a proxy, whose page is the body.
  let body: unknown = text || undefined;
  let cause: unknown;
  try {
    body = JSON.parse(text);
    if (ok) return body;
  } catch (error) {
    if (ok && operation.empty && !text) return undefined;
    cause = error;
  }
  // The body of a success that cannot be read is its text.
  throw new (ok ? ResponseError : ApiError)(operation, response, text, body as string | undefined, cause);
}
