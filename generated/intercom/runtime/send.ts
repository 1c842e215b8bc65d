import type { CallOptions, Client } from './client.js';
import { ClientError, NetworkError, TimeoutError } from './errors.js';
import { nameOf, type Operation } from './operation.js';
import { type Prepared, prepareRequest } from './request.js';
import { readResponse } from './response.js';
import { isTransient, retryDelay, wait } from './retry.js';
import { parseUrl } from './url.js';

/** Data and the response it came in, whose body has been read unless the data is a stream. */
export interface Reply<D> {
  readonly data: D;
  readonly response: Response;
}

/** Sends one call, again where that is safe, and reads the answer. */
export async function send(
  client: Client,
  operation: Operation,
  params: Readonly<Record<string, unknown>>,
  options: CallOptions,
): Promise<Reply<unknown>> {
  options.signal?.throwIfAborted();
  const request = await prepareRequest(client, operation, params, options);
  const idempotent =
    /^(GET|HEAD|PUT|DELETE|OPTIONS|QUERY)$/.test(operation.method) || options.idempotencyKey !== undefined;
  const repeatable = idempotent && !(request.body instanceof ReadableStream);
  const retries = repeatable ? (options.retries ?? client.options.retries ?? 2) : 0;
  for (let attempt = 0; ; attempt++) {
    try {
      return await exchange(client, operation, request, options);
    } catch (error) {
      if (attempt >= retries || !(error instanceof ClientError && isTransient(error.response?.status))) throw error;
      await wait(retryDelay(error.response?.headers, attempt), options.signal);
    }
  }
}

async function exchange(
  client: Client,
  operation: Operation,
  request: Prepared,
  { signal, timeout }: CallOptions,
): Promise<Reply<unknown>> {
  signal?.throwIfAborted();
  const { fetch = globalThis.fetch, onRequest, onResponse, timeout: usual } = client.options;
  const where = nameOf(operation);
  const limit = timeout ?? usual ?? 60_000;
  // One controller for both ends keeps a long-lived signal of the caller free of our listeners.
  const controller = new AbortController();
  const relay = (): void => controller.abort(signal?.reason);
  let late = false;
  const expire = (): void => {
    late = true;
    controller.abort();
  };
  // Timers cannot count further than 31 bits.
  const timer = limit > 0 && limit < 2 ** 31 ? setTimeout(expire, limit) : undefined;
  signal?.addEventListener('abort', relay);
  const guard = async <T>(step: Promise<T>): Promise<T> => {
    try {
      return await step;
    } catch (cause) {
      if (cause instanceof ClientError) throw cause;
      if (signal?.aborted) throw signal.reason;
      if (late) throw new TimeoutError(where, `took longer than ${limit} ms`, undefined, cause);
      throw new NetworkError(where, `failed: ${reason(cause)}`, undefined, cause);
    }
  };
  let data: unknown;
  try {
    for (let url = request.url, hops = 0; ; hops++) {
      // Streams cannot be sent without `duplex`, which the DOM types lack.
      const init: RequestInit & { duplex: 'half' } = {
        ...request,
        signal: controller.signal,
        redirect: 'manual',
        duplex: 'half',
      };
      const made = new Request(url, init);
      const sent = (await onRequest?.(made)) ?? made;
      const got = await guard(fetch(sent));
      const response = (await onResponse?.(got, sent)) ?? got;
      if (response.type === 'opaqueredirect')
        throw new NetworkError(where, 'was redirected, and a browser does not say where', response);
      const target = redirectTarget(response, sent.url);
      const follow = hops < 5 && /^(GET|HEAD)$/.test(sent.method) && target?.origin === new URL(sent.url).origin;
      if (target && (operation.redirect || follow)) {
        await guard(response.text());
        if (operation.redirect) return { data: target.href, response };
        url = target.origin + target.pathname + target.search;
      } else {
        data = await guard(readResponse(operation, response));
        return { data, response };
      }
    }
  } finally {
    clearTimeout(timer);
    if (!(data instanceof ReadableStream)) signal?.removeEventListener('abort', relay);
  }
}

function redirectTarget(response: Response, base: string): URL | undefined {
  const location = response.headers.get('location');
  return location !== null && /^30[12378]$/.test(String(response.status)) ? parseUrl(location, base) : undefined;
}

function reason(error: unknown): string {
  // Anything may be thrown; Node hides what happened in the cause.
  const { cause = error } = Object(error) as { cause?: unknown };
  const { code, message } = Object(cause) as { code?: string; message?: string };
  return code ?? message ?? String(cause);
}
