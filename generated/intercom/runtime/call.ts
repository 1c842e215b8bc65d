import type { CallOptions, Client } from './client.js';
import { ClientError, type NetworkError, type ResponseError, type TimeoutError } from './errors.js';
import type { Operation } from './operation.js';
import type { Params } from './place.js';
import { type Reply, send } from './send.js';

/** What `safe` resolves to: data, or an error whose `status` narrows its `body`. */
export type Result<D, E> =
  | { readonly ok: true; readonly data: D; readonly response: Response }
  | {
      readonly ok: false;
      /** Its `response` is undefined if no answer came. */
      readonly error: E | NetworkError | TimeoutError | ResponseError;
    };

/**
 * A call that is sent when it is first awaited, and once however often it is awaited; rejects with a `ClientError`.
 *
 * A redirect that the operation does not declare is an `ApiError` with the `location` among the headers of its response,
 * so that no credential leaves the origin; see `followRedirects`.
 */
export interface Call<D, E> extends Promise<D> {
  /** Resolves for failed calls, too; rejects only for wrong arguments, a hook's error and the caller's abort. */
  safe(): Promise<Result<D, E>>;
  /** The data with the response it came in, whose body has been read unless the data is a stream. */
  raw(): Promise<Reply<D>>;
}

/** Calls an operation. `params` holds its parameters by key and its `body`. */
export function call<D, E>(
  client: Client,
  operation: Operation,
  params: Params = {},
  options: CallOptions = {},
): Call<D, E> {
  let reply: Promise<Reply<D>> | undefined;
  // The generated types state what the document promises about the data and the errors; nothing here can see it.
  const raw = (): Promise<Reply<D>> => (reply ??= send(client, operation, params, options) as Promise<Reply<D>>);
  // What Promise.prototype has, such as `catch`, works by calling `then`.
  const own: Pick<Promise<D>, 'then'> & Readonly<Record<'safe' | 'raw' | '__proto__', unknown>> = {
    __proto__: Promise.prototype,
    // biome-ignore lint/suspicious/noThenProperty: a call is a promise that starts late
    then: (fulfilled, rejected) =>
      raw()
        .then((answer) => answer.data)
        .then(fulfilled, rejected),
    safe: (): Promise<Result<D, E>> =>
      raw().then(
        (answer) => ({ ok: true, ...answer }),
        (error: unknown) => {
          if (error instanceof ClientError) return { ok: false, error: error as E & ClientError };
          throw error;
        },
      ),
    raw,
  };
  return own as unknown as Call<D, E>;
}
