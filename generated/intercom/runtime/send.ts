import type { CallOptions, Client } from './client.js';
import { ClientError, NetworkError, TimeoutError } from './errors.js';
import { setHeader } from './headers.js';
import type { Operation } from './operation.js';
import { type Params, placePlain } from './place.js';
import { readAnswer } from './read-answer.js';
import { retryDelay } from './retry.js';

/** Data and the response it came in, whose body has been read unless the data is a stream. */
export interface Reply<D> {
  readonly data: D;
  readonly response: Response;
}

/** What a failed `fetch` may throw. */
type Hidden = { readonly cause?: { readonly code?: unknown } } | undefined;

/**
 * Sends one call, again where that is safe, and reads the answer. Throws a TypeError or URIError if the parameters, the body or the
 * credentials cannot be sent.
 */
export async function send(
  client: Client,
  operation: Operation,
  params: Params,
  options: CallOptions,
): Promise<Reply<unknown>> {
  const settings = client.options();
  const { signal, idempotencyKey, timeout = settings.timeout ?? 60_000 } = options;
  const headers = new Headers();
  const query: string[] = [];
  // What an abort ends: the attempt that is on its way, or the wait for the next.
  let current: AbortController;
  let timer: ReturnType<typeof setTimeout> | 0 | undefined;
  const abort = (): void => current.abort(signal?.reason);
  const fail = (cause: unknown): never => {
    current.signal.throwIfAborted();
    if (cause instanceof ClientError) throw cause;
    // Node hides what happened in the cause; anything may be thrown.
    throw new NetworkError(operation, `failed: ${(cause as Hidden)?.cause?.code ?? cause}`, cause);
  };

  // The JSON type stands here twice, for a name would take more bytes once compressed.
  const [body, type, duplex] =
    params.body === undefined
      ? []
      : operation.encode
        ? operation.encode(params.body, operation)
        : [JSON.stringify(params.body), operation.body ?? 'application/json'];
  for (const layer of [
    settings.headers,
    { accept: operation.accept ?? 'application/json', 'content-type': type },
    client.api.headers,
    { 'idempotency-key': idempotencyKey },
    options.headers,
  ]) {
    for (const [name, value] of Object.entries(layer ?? {})) {
      if (value != null) setHeader(operation, headers, name, value);
    }
  }
  const url =
    (operation.base?.(client, operation) ?? client.baseUrl) +
    (operation.place ?? placePlain)(operation, params, query, headers, options);
  await client.api.authorize?.(client, operation, headers, query);

  signal?.addEventListener('abort', abort);
  try {
    for (let attempt = 1; ; attempt++) {
      signal?.throwIfAborted();
      // A controller of our own keeps a long-lived signal of the caller free of the listeners of fetch.
      current = new AbortController();
      // Timers cannot count further than 31 bits, which is some more.
      timer =
        timeout &&
        setTimeout(() => current.abort(new TimeoutError(operation, `exceeded ${timeout} ms`)), Math.min(timeout, 2e9));
      try {
        // Streams cannot be sent without `duplex`, which the DOM types lack.
        const made = new Request(query[0] ? `${url}?${query.join('&')}` : url, {
          redirect: 'manual',
          method: operation.method,
          headers,
          body,
          duplex,
          signal: current.signal,
        } as RequestInit);
        const sent = (await settings.onRequest?.(made)) ?? made;
        // A fetch of the caller may throw before it returns a promise, or return none.
        const got = await (async () => (settings.fetch ?? fetch)(sent))().catch(fail);
        const response = (await settings.onResponse?.(got, sent)) ?? got;
        return { data: await readAnswer(response, operation, signal).catch(fail), response };
      } catch (error) {
        clearTimeout(timer);
        // An answer that a hook refused would hold its connection.
        current.abort(error);
        if (
          duplex ||
          attempt > (options.maxRetries ?? settings.maxRetries ?? 2) ||
          // What is neither POST nor PATCH is safe to repeat unless the operation says no.
          !(idempotencyKey ?? operation.repeatable ?? !/^P[OA]/.test(operation.method)) ||
          !(error instanceof ClientError)
        ) {
          throw error;
        }
        const delay = retryDelay(error, attempt);
        // An abort ends the waiting, also one in the hook, and the next round throws its reason.
        const wait = new Promise<unknown>((resolve) => {
          timer = setTimeout(resolve, delay);
          // Nothing else of a controller is asked for while the call waits.
          current = { abort: resolve } as unknown as AbortController;
        });
        await settings.onRetry?.(error, delay, attempt);
        await wait;
      }
    }
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}
