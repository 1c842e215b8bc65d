import type { CallOptions, Client } from './client.js';
import { ClientError, NetworkError, TimeoutError } from './errors.js';
import { setHeader } from './headers.js';
import { JSON_TYPE } from './media-type.js';
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
  const { api } = client;
  const settings = client.options();
  const { fetch: transport = fetch } = settings;
  const { signal, idempotencyKey, timeout = settings.timeout ?? 60_000 } = options;
  const { method, encode } = operation;
  const { body: content } = params;
  const headers = new Headers();
  const query: string[] = [];
  // Ends what the call is doing at the moment.
  let stop: (reason: unknown) => void;
  let timer: ReturnType<typeof setTimeout> | 0 | undefined;
  const abort = (): void => stop(signal?.reason);

  const [body, type, duplex] =
    content === undefined
      ? []
      : encode
        ? encode(content, operation)
        : [JSON.stringify(content), operation.body ?? JSON_TYPE];
  for (const layer of [
    settings.headers,
    { accept: operation.accept ?? JSON_TYPE, 'content-type': type },
    api.headers,
    { 'idempotency-key': idempotencyKey },
    options.headers,
  ]) {
    for (const [name, value] of Object.entries(layer ?? {})) if (value != null) setHeader(headers, name, value);
  }
  const path = (operation.place ?? placePlain)(operation, params, query, headers, options);
  await api.authorize?.(client, operation, headers, query);
  const url = (operation.base?.(client, operation) ?? client.baseUrl) + path + (query[0] ? `?${query.join('&')}` : '');

  signal?.addEventListener('abort', abort);
  try {
    for (let attempt = 1; ; attempt++) {
      signal?.throwIfAborted();
      // One controller for both ends keeps a long-lived signal of the caller free of our listeners.
      const controller = new AbortController();
      stop = (reason) => controller.abort(reason);
      const fail = (cause: unknown): never => {
        controller.signal.throwIfAborted();
        if (cause instanceof ClientError) throw cause;
        // Node hides what happened in the cause; anything may be thrown.
        throw new NetworkError(operation, `failed: ${(cause as Hidden)?.cause?.code ?? cause}`, undefined, cause);
      };
      // Timers cannot count further than 31 bits, which is some more.
      timer =
        timeout &&
        setTimeout(() => stop(new TimeoutError(operation, `took longer than ${timeout} ms`)), Math.min(timeout, 2e9));
      try {
        // Streams cannot be sent without `duplex`, which the DOM types lack.
        const made = new Request(url, {
          redirect: 'manual',
          method,
          headers,
          body,
          duplex,
          signal: controller.signal,
        } as RequestInit);
        const sent = (await settings.onRequest?.(made)) ?? made;
        // A fetch of the caller may throw before it returns a promise, or return none.
        const got = await (async () => transport(sent))().catch(fail);
        const response = (await settings.onResponse?.(got, sent)) ?? got;
        return { data: await readAnswer(response, operation, signal).catch(fail), response };
      } catch (error) {
        clearTimeout(timer);
        // An answer that a hook refused would hold its connection.
        stop(error);
        // What is neither POST nor PATCH is safe to repeat unless the operation says no.
        const isRepeatable = !duplex && (idempotencyKey || (operation.repeatable ?? !/^P[OA]/.test(method)));
        const delay =
          isRepeatable && attempt <= (options.maxRetries ?? settings.maxRetries ?? 2) && error instanceof ClientError
            ? retryDelay(error.response, attempt)
            : null;
        if (delay == null) throw error;
        // An abort ends the waiting, also one in the hook, and the next round throws its reason.
        const wait = new Promise<unknown>((resolve) => {
          stop = resolve;
          timer = setTimeout(resolve, delay);
        });
        // Only a ClientError has a delay.
        await settings.onRetry?.(error as ClientError, delay, attempt);
        await wait;
      }
    }
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}
