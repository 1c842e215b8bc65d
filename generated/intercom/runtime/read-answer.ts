import { ApiError, ResponseError } from './errors.js';
import type { Operation } from './operation.js';
import { rateLimit } from './rate-limit.js';

/** Throws the error for the answer: its `text`, and that parsed, or as it is where it cannot be read as declared. */
export type Fail = (text: string, body: unknown, cause?: unknown) => never;

/**
 * Reads a success answer that has content, or fails for what was not declared. `signal` is the caller's: what is
 * read after the call is over has to end with it.
 */
export type Read = (
  response: Response,
  operation: Operation,
  signal: AbortSignal | undefined,
  fail: Fail,
) => Promise<unknown>;

/** The data of an answer: as the operation reads it, else JSON whatever the content type says, for what is JSON shows itself by parsing. */
export async function readAnswer(
  response: Response,
  operation: Operation,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const { ok, status, headers } = response;
  const fail: Fail = (text, body, cause) => {
    throw Object.assign(
      new (ok ? ResponseError : ApiError)(
        operation,
        // The start of the text on one line, without characters that could steer a terminal.
        `answered ${status}: ${text.slice(0, 200).replace(/[\p{C}\s]+/gu, ' ') || 'nothing'}`,
        cause,
        response,
      ),
      {
        status,
        body,
        requestId:
          headers.get('x-request-id') ?? (body as { readonly request_id?: string } | null | undefined)?.request_id,
        rateLimit: rateLimit(headers),
      },
    );
  };
  const target = operation.redirect?.(response);
  if (target || status === 204 || status === 205) return target;
  if (ok && operation.read) return operation.read(response, operation, signal, fail);
  const text = await response.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    // What is not JSON comes from a proxy, whose page is the body.
    return ok && operation.empty && !text ? undefined : fail(text, text || undefined, cause);
  }
  return ok ? body : fail(text, body);
}
