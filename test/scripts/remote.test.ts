import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** A folder with files that ends with the test. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'specshift-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
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

  test('versions of an API may refer to it, also in a report on moving', async () => {
    const origin = await listen((_, response) => response.end('Pet: {type: object}\n'));
    const document = DOCUMENT.replace('./parts/pet.yaml', `${origin}/pet.yaml`);
    const cwd = folderOf({
      'one.yaml': document,
      'two.yaml': document,
      'specshift.config.yaml':
        'apis: [{name: pets, versions: [{version: "1", file: one.yaml}, {version: "2", file: two.yaml, base: "1"}]}]\n',
    });
    const [refused, allowed] = [
      await runCommand(['migrate', 'pets@1', 'pets@2'], { cwd }),
      await runCommand(['migrate', 'pets@1', 'pets@2', '--allow-remote', origin], { cwd }),
    ];
    expect([refused.code, allowed.code, allowed.stderr, allowed.stdout.split('\n')[0]]).toEqual([
      2,
      0,
      '',
      '# Pets: 1 → 2',
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
