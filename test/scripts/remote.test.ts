import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runCommand } from '../io.js';

const DOCUMENT = `openapi: 3.1.0
info: {title: Pets, version: '1'}
paths: {}
components: {schemas: {Pet: {$ref: './parts/pet.yaml#/Pet'}}}
`;

/** A server on loopback that ends with the test, and the origin it listens at. */
async function listen(handler: RequestListener): Promise<string> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // A server that listens on a port has an address of this kind.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('documents from the network', () => {
  test('a document and the files it refers to come from the allowed origin', async () => {
    const asked: (string | undefined)[] = [];
    const origin = await listen(({ url }, response) => {
      asked.push(url);
      response.end(url === '/api/pets.yaml' ? DOCUMENT : 'Pet: {type: object}\n');
    });
    const name = `${origin}/api/pets.yaml`;
    const { code, stdout } = await runCommand(['diff', name, name, '--allow-remote', origin]);
    expect([code, stdout.split('\n').at(-2), asked.sort()]).toEqual([
      0,
      'No changes.',
      ['/api/parts/pet.yaml', '/api/parts/pet.yaml', '/api/pets.yaml', '/api/pets.yaml'],
    ]);
  });

  test('nothing is asked for without leave', async () => {
    const asked: (string | undefined)[] = [];
    const origin = await listen(({ url }, response) => {
      asked.push(url);
      response.end(DOCUMENT);
    });
    const { code } = await runCommand(['diff', `${origin}/a.yaml`, `${origin}/a.yaml`]);
    expect([code, asked]).toEqual([2, []]);
  });

  test('a redirect to another origin is refused', async () => {
    const elsewhere: (string | undefined)[] = [];
    const other = await listen(({ url }, response) => {
      elsewhere.push(url);
      response.end(DOCUMENT);
    });
    const origin = await listen((_, response) => response.writeHead(302, { location: `${other}/a.yaml` }).end());
    const { code, stderr } = await runCommand([
      'diff',
      `${origin}/a.yaml`,
      `${origin}/a.yaml`,
      '--allow-remote',
      origin,
    ]);
    expect([code, elsewhere]).toEqual([2, []]);
    expect(stderr).toBe(
      `specshift: ${origin}/a.yaml leads to ${other}, which is not allowed. Allow it with --allow-remote ${other}.\n`,
    );
  });

  test.each([
    [
      'a status',
      (_: unknown, response: Parameters<RequestListener>[1]) => response.writeHead(404).end(),
      /answered with status 404/,
    ],
    [
      'a connection that breaks off',
      (_: unknown, response: Parameters<RequestListener>[1]) => {
        response.writeHead(200, { 'content-length': '100' }).write('openapi: ');
        setTimeout(() => response.destroy(), 20);
      },
      /broke off/,
    ],
    [
      'a body without end',
      (_: unknown, response: Parameters<RequestListener>[1]) => {
        const chunk = Buffer.alloc(4 * 1024 * 1024, '#');
        const more = (): void => {
          while (!response.destroyed && response.write(chunk));
          response.once('drain', more);
        };
        more();
      },
      /has more than 128 MB/,
    ],
    [
      'no document',
      (_: unknown, response: Parameters<RequestListener>[1]) => response.end('<html></html>'),
      /not-openapi|yaml-syntax/,
    ],
  ] as const)('%s is told', async (_, handler, message) => {
    const origin = await listen(handler);
    const { code, stderr } = await runCommand([
      'diff',
      `${origin}/a.yaml`,
      `${origin}/a.yaml`,
      '--allow-remote',
      origin,
    ]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});
