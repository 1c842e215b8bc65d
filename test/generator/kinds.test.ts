import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ClientFolder } from './client-folder.js';
import { type Received, serve } from './runtime/serve.js';

const fixture = join(import.meta.dirname, 'fixtures/kinds.yaml');

/** A program that makes every call with the types it is given, and tells what came back. */
const PROGRAM = readFileSync(join(import.meta.dirname, 'fixtures/kinds-program.txt'), 'utf8');

/** What a request says that the client decides; the boundary of a form is made anew each time. */
function essence({ method, url, headers, body }: Received): readonly string[] {
  const { accept: _, ...rest } = headers;
  const type = rest['content-type']?.replace(/boundary=.*/, 'boundary=…');
  const boundary = /boundary=(.*)/.exec(rest['content-type'] ?? '')?.[1] ?? '…';
  const others = Object.entries({ ...rest, ...(type === undefined ? {} : { 'content-type': type }) }).map((pair) =>
    pair.join(': '),
  );
  return [
    `${method} ${url}`,
    ...others.sort(),
    ...(body === '' ? [] : [body.replaceAll(boundary, '…').replaceAll('\r\n', '|')]),
  ];
}

describe('every kind of request and answer', () => {
  let folder: ClientFolder;
  beforeAll(async () => {
    folder = new ClientFolder();
    await folder.add(fixture, 'kinds');
    writeFileSync(join(folder.path, 'kinds/program.ts'), PROGRAM);
  });
  afterAll(() => folder.remove());

  test('has the types that a caller expects', async () => {
    expect(await folder.compile('typescript7')).toBe('');
  });

  test('arrives as the document says', async () => {
    const server = await serve(({ method, url, body }) => {
      if (method === 'HEAD') return { headers: { 'content-type': 'text/plain' }, body: '' };
      if (url === '/page') return { headers: { 'content-type': 'text/markdown' }, body: '# Kept' };
      if (method === 'PUT' || url.startsWith('/by')) return { status: 204 };
      if (url.startsWith('/files')) return { headers: { 'content-type': 'application/octet-stream' }, body: 'bytes' };
      if (url.startsWith('/charges')) return { headers: { 'content-type': 'text/plain' }, body: 'paid' };
      if (url.startsWith('/events'))
        return { headers: { 'content-type': 'text/event-stream' }, body: 'event: a\ndata: 1\n\ndata: 2\n\n' };
      if (url.startsWith('/chat') && body.includes('true'))
        return { headers: { 'content-type': 'text/event-stream' }, body: 'data: 3\n\n' };
      if (url.startsWith('/chat')) return { body: '{"n":5}' };
      if (url.startsWith('/latest')) return { status: 404, body: '{"n":6}' };
      if (url.startsWith('/lines'))
        return { headers: { 'content-type': 'application/jsonl' }, body: '{"n":1}\n{"n":2}\n' };
      if (url.startsWith('/search')) return { status: 203, headers: { 'content-type': 'text/csv' }, body: 'a,b' };
      if (url.startsWith('/note'))
        return { status: 302, headers: { location: 'https://elsewhere.example/x' }, body: '' };
      return {};
    });
    const { run } = await folder.load('kinds', 'program.ts');
    const answers = await (run as (url: string) => Promise<unknown>)(server.url);
    expect(answers).toEqual([
      'bytes',
      'paid',
      ['1', '2', '3', '# Kept'],
      [1, 2, 5, 6],
      'a,b',
      'https://elsewhere.example/x',
      'https://us.example.com/v1',
      undefined,
    ]);
    expect(server.received.map(essence)).toEqual([
      ['PUT /files/a%20b', 'authorization: Bearer token', 'content-type: application/octet-stream', 'bytes'],
      ['GET /files/a', 'authorization: Basic dTpw'],
      [
        'POST /upload',
        'content-type: multipart/form-data; boundary=…',
        'cookie: sid=c',
        'x-key: h',
        '--…|Content-Disposition: form-data; name="file"; filename="blob"|Content-Type: application/octet-stream||f|--…|Content-Disposition: form-data; name="tags"||x|--…|Content-Disposition: form-data; name="tags"||y|--…|Content-Disposition: form-data; name="about"; filename="blob"|Content-Type: application/json||{"size":1}|--…--|',
      ],
      [
        'POST /charges?key=q',
        'content-type: application/x-www-form-urlencoded',
        'amount=1&metadata%5Border%5D=a%20b&expand=x&expand=y',
      ],
      ['GET /events'],
      ['POST /lines', 'authorization: Bearer token', 'content-type: application/jsonl', '{"n":1}\n{"n":2}\n'],
      [
        'GET /search/.a,b?filter%5Bage%5D=3&ids=1%7C2&kind=q&raw=%7B%22a%22%3Atrue%7D',
        'authorization: Bearer token',
        'cookie: session=s',
        'x-trace: t,u',
      ],
      ['POST /note', 'authorization: Bearer token', 'content-type: text/plain', 'hello'],
      ['GET /by%20name/a%20b.txt', 'authorization: Bearer token'],
      ['HEAD /by%20name/c.txt', 'authorization: Bearer token'],
      ['POST /chat', 'authorization: Bearer token', 'content-type: application/json', '{"stream":false}'],
      ['POST /chat', 'authorization: Bearer token', 'content-type: application/json', '{"stream":true}'],
      ['PUT /page', 'authorization: Bearer token', 'content-type: text/plain', '# Title'],
      ['GET /latest', 'authorization: Bearer token'],
    ]);
  });
});
