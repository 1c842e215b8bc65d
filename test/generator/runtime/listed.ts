import { type CallOptions, type Client, createClient, type PagedCall } from '../../../generator/runtime/index.js';
import { type Answer, type Received, serve } from './serve.js';

/** The function of an operation that pages, as generated code would annotate it. */
export type List = (client: Client, params?: object, options?: CallOptions) => PagedCall<never, never, never>;

export interface Listed {
  readonly client: Client;
  readonly received: readonly Received[];
  readonly urls: () => readonly string[];
}

/** A server that answers with what `answer` says as JSON, unless `instead` has an answer for the request of that number. */
export async function listed(
  answer: (request: Received) => unknown,
  instead: (number: number) => Answer | undefined = () => undefined,
): Promise<Listed> {
  const server = await serve((request, number) => instead(number) ?? { body: JSON.stringify(answer(request)) });
  const urls = (): readonly string[] => server.received.map(({ url }) => url);
  return { client: createClient({ baseUrl: server.url }), received: server.received, urls };
}

/** What `iterable` gives, at most `most` of it. */
export async function take<T>(iterable: AsyncIterable<T>, most = Number.POSITIVE_INFINITY): Promise<T[]> {
  const items: T[] = [];
  for await (const item of iterable) {
    items.push(item);
    if (items.length >= most) break;
  }
  return items;
}
