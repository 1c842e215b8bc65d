import type { CallOptions, Client } from './client.js';
import { ClientError, NetworkError, TimeoutError } from './errors.js';
import type { Operation } from './operation.js';
import type { Params } from './place.js';
import { readAnswer } from './read-answer.js';
import { prepareRequest } from './request.js';
import { retryDelay } from './retry.js';

/** Data and the response it came in, whose body has been read unless the data is a stream. */
export interface Reply<D> {
  readonly data: D;
  readonly response: Response;
}

/** Sends one call, again where that is safe, and reads the answer. */
export async function send(
  client: Client,
  operation: Operation,
  params: Params,
  options: CallOptions,
): Promise<Reply<unknown>> {
  const settings = client.options();
  const { fetch = globalThis.fetch, onRequest, onResponse, onRetry } = settings;
  const {
    signal,
    timeout = settings.timeout ?? 60_000,
    maxRetries = settings.maxRetries ?? 2,
    idempotencyKey,
  } = options;
  // Ends what the call is doing at the moment.
  let stop: (reason: unknown) => void;
  let response: Response | undefined;
  const abort = (): void => stop(signal?.reason);
  const [url, init] = await prepareRequest(client, operation, params, options);
  const isRepeatable =
    !(init.body instanceof ReadableStream) &&
    (idempotencyKey || (operation.repeatable ?? !/^P(OST|ATCH)$/.test(init.method)));
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
        const { code } = (cause as { cause?: { code?: unknown } } | undefined)?.cause ?? {};
        throw new NetworkError(operation, `failed: ${code ?? cause}`, undefined, cause);
      };
      // Timers cannot count further than 31 bits.
      let timer = timeout
        ? setTimeout(
            () => stop(new TimeoutError(operation, `took longer than ${timeout} ms`)),
            Math.min(timeout, 2 ** 31 - 1),
          )
        : undefined;
      try {
        const made = new Request(url, { ...init, signal: controller.signal });
        const sent = (await onRequest?.(made)) ?? made;
        const got = await fetch(sent).catch(fail);
        response = (await onResponse?.(got, sent)) ?? got;
        return { data: await readAnswer(response, operation).catch(fail), response };
      } catch (error) {
        clearTimeout(timer);
        const delay =
          isRepeatable && attempt <= maxRetries && error instanceof ClientError
            ? retryDelay(error.response, attempt)
            : undefined;
        if (delay === undefined) throw error;
        // Only a ClientError has a delay.
        await onRetry?.(error as ClientError, delay, attempt);
        await new Promise<void>((resolve, reject) => {
          stop = reject;
          timer = setTimeout(resolve, delay);
        });
      } finally {
        clearTimeout(timer);
      }
    }
  } finally {
    // What is read later ends with the signal, too.
    if (!response?.body || response.bodyUsed) signal?.removeEventListener('abort', abort);
  }
}
