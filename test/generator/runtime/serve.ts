import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as the server saw it, without the headers that every request of the platform has. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Answers the request with this number, or takes the response over by returning nothing. */
export type Handler = (request: Received, number: number, response: ServerResponse) => Answer | undefined;

export interface Server {
  readonly url: string;
  readonly received: Received[];
}

const usual = new Set(
  'host connection user-agent accept-language sec-fetch-mode accept-encoding content-length transfer-encoding'.split(
    ' ',
  ),
);

/** A server on 127.0.0.1 that ends with the test. */
export async function serve(handler: Handler | Answer = {}): Promise<Server> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const seen = await read(request);
    received.push(seen);
    const answer = typeof handler === 'function' ? handler(seen, received.length, response) : handler;
    if (!answer) return;
    const { status = 200, headers = { 'content-type': 'application/json' }, body = '{}' } = answer;
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

async function read(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = Object.entries(request.headers).filter(([name]) => !usual.has(name));
  return {
    method: request.method ?? '',
    url: request.url ?? '',
    headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
    body: Buffer.concat(chunks).toString('latin1'),
  };
}

/** The URL of a port that nothing listens on. */
export async function closedUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

/** What `promise` rejects with. */
export async function rejection(promise: PromiseLike<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('It did not reject.');
}
