import { describe, expect, test } from 'vitest';
import {
  createClient,
  encodeForm,
  encodeLines,
  encodeMultipart,
  encodeRaw,
  type Traits,
} from '../../../generator/runtime/index.js';
import { invoke } from './invoke.js';
import { type Received, rejection, serve } from './serve.js';

type Rest = Pick<Traits, 'body' | 'encode' | 'encoding'>;

async function post(rest: Rest, body: unknown): Promise<Received> {
  const server = await serve();
  await invoke(createClient({ baseUrl: server.url }), { method: 'POST', path: '/a', ...rest }, { body });
  const [first, ...others] = server.received;
  expect(others).toEqual([]);
  return first as Received;
}

async function sent(rest: Rest, body: unknown): Promise<unknown> {
  const received = await post(rest, body);
  return [received.headers['content-type'], received.body];
}

const json = { body: 'application/json' };
const form = { body: 'application/x-www-form-urlencoded', encode: encodeForm };
const raw = (body: string): Rest => ({ body, encode: encodeRaw });
const later = async function* (): AsyncGenerator<unknown> {
  yield* [{ a: 1 }, 'b'];
};
const bytes = (text: string): ReadableStream<Uint8Array> => new Blob([text]).stream();

describe('body', () => {
  test.each<[Rest, unknown, unknown]>([
    [{}, { a: 1 }, ['application/json', '{"a":1}']],
    [{}, undefined, [undefined, '']],
    [json, undefined, [undefined, '']],
    [
      json,
      { a: [1, undefined], b: undefined, c: new Date(0) },
      ['application/json', '{"a":[1,null],"c":"1970-01-01T00:00:00.000Z"}'],
    ],
    [json, null, ['application/json', 'null']],
    [json, 'text', ['application/json', '"text"']],
    [json, '\ud800', ['application/json', '"\\ud800"']],
    [json, JSON.parse('{"__proto__":{"a":1}}'), ['application/json', '{"__proto__":{"a":1}}']],
    [
      { body: 'application/merge-patch+json; charset=utf-8' },
      { a: 1 },
      ['application/merge-patch+json; charset=utf-8', '{"a":1}'],
    ],
    [raw('text/plain'), 'text', ['text/plain', 'text']],
    [raw('text/*'), 'text', ['text/plain', 'text']],
    [raw('text/plain'), 5, ['text/plain', '5']],
    [raw('application/xml'), '<a/>', ['application/xml', '<a/>']],
    [raw('application/octet-stream'), new Blob(['x'], { type: 'image/png' }), ['application/octet-stream', 'x']],
    [
      raw('multipart/mixed'),
      new Blob(['--x--'], { type: 'multipart/mixed; boundary=x' }),
      ['multipart/mixed; boundary=x', '--x--'],
    ],
    [raw('image/*'), new Blob(['x'], { type: 'image/png' }), ['image/png', 'x']],
    [raw('*/*'), new Uint8Array([120, 121]).subarray(1), ['application/octet-stream', 'y']],
    [raw('application/pdf'), new Uint8Array([120]).buffer, ['application/pdf', 'x']],
    [raw('application/pdf'), bytes('stream'), ['application/pdf', 'stream']],
    [form, { a: 'b c&d', e: [1, 2], f: undefined, g: null, h: [] }, [form.body, 'a=b%20c%26d&e=1&e=2']],
    [form, { a: { b: [1] } }, [form.body, 'a=%7B%22b%22%3A%5B1%5D%7D']],
    [
      { ...form, encoding: { a: { style: 'deepObject', explode: true } } },
      { a: { b: [1] } },
      [form.body, 'a%5Bb%5D%5B0%5D=1'],
    ],
    [{ ...form, encoding: { a: { style: 'form', explode: false } } }, { a: [1, 2] }, [form.body, 'a=1,2']],
    [{ ...form, encoding: { a: { style: 'form' } } }, { a: { b: 1 } }, [form.body, 'b=1']],
    [form, 'ready=made', [form.body, 'ready=made']],
    [{ encode: encodeForm }, { a: 1 }, [form.body, 'a=1']],
    [
      { encode: encodeLines, body: 'application/jsonl' },
      new Set([{ a: 1 }, 'b\n']),
      ['application/jsonl', '{"a":1}\n"b\\n"\n'],
    ],
    [{ encode: encodeLines }, '{}\n', ['application/x-ndjson', '{}\n']],
    [{ encode: encodeLines }, later(), ['application/x-ndjson', '{"a":1}\n"b"\n']],
    [{ encode: encodeLines, body: 'application/json-seq' }, [1, 2], ['application/json-seq', '\x1e1\n\x1e2\n']],
    [{ encode: encodeRaw }, new Uint8Array([120]), ['application/octet-stream', 'x']],
    [form, new URLSearchParams({ a: 'b' }), ['application/x-www-form-urlencoded;charset=UTF-8', 'a=b']],
  ])('%j of %o', async (rest, body, expected) => {
    expect(await sent(rest, body)).toEqual(expected);
  });

  test.each<[Rest, unknown, string]>([
    [raw('application/xml'), { a: 1 }, 'POST /a: a application/xml body must be text, bytes, a Blob or a stream.'],
    [raw('multipart/mixed'), { a: 1 }, 'POST /a: a multipart/mixed body must be text, bytes, a Blob or a stream.'],
    [form, { a: '\ud800' }, `POST /a: the body cannot be encoded as ${form.body}.`],
    [json, { a: 1n }, 'Do not know how to serialize a BigInt'],
  ])('%j of %o is refused', async (rest, body, message) => {
    expect(await rejection(post(rest, body))).toEqual(new TypeError(message));
  });
});

describe('multipart', () => {
  const multipart = { body: 'multipart/form-data', encode: encodeMultipart };

  /** The parts with their own headers, in order. */
  async function parts(rest: Rest, body: unknown): Promise<string[]> {
    const received = await post(rest, body);
    const boundary = /^multipart\/form-data; boundary=(.+)$/.exec(received.headers['content-type'] ?? '')?.[1] ?? '';
    return received.body
      .split(`--${boundary}`)
      .slice(1, -1)
      .map((part) => part.trim().replaceAll('\r\n', '|').replaceAll('Content-', ''));
  }

  test('one part for each value', async () => {
    const body = {
      text: 'a',
      number: 1,
      list: ['b', 'c'],
      object: { d: 1 },
      none: undefined,
      blob: new Blob(['e'], { type: 'image/png' }),
      file: new File(['f'], 'f.txt', { type: 'text/plain' }),
      bytes: new Uint8Array([103]),
    };
    expect(await parts(multipart, body)).toEqual([
      'Disposition: form-data; name="text"||a',
      'Disposition: form-data; name="number"||1',
      'Disposition: form-data; name="list"||b',
      'Disposition: form-data; name="list"||c',
      'Disposition: form-data; name="object"||{"d":1}',
      'Disposition: form-data; name="blob"; filename="blob"|Type: image/png||e',
      'Disposition: form-data; name="file"; filename="f.txt"|Type: text/plain||f',
      'Disposition: form-data; name="bytes"; filename="blob"|Type: application/octet-stream||g',
    ]);
  });

  test('a part has the content type that the document states', async () => {
    const encoding = {
      meta: { contentType: 'application/json' },
      csv: { contentType: 'text/csv, text/plain' },
      constructor: {},
    };
    expect(await parts({ ...multipart, encoding }, { meta: [{ a: 1 }], csv: 'a,b' })).toEqual([
      'Disposition: form-data; name="meta"; filename="blob"|Type: application/json||[{"a":1}]',
      'Disposition: form-data; name="csv"; filename="blob"|Type: text/csv||a,b',
    ]);
  });

  test('a file without a type takes the only one the document states', async () => {
    const encoding = {
      one: { contentType: 'text/csv' },
      own: { contentType: 'text/csv' },
      named: { contentType: 'text/csv' },
      several: { contentType: 'image/png, image/jpeg' },
      range: { contentType: 'image/*' },
      text: { contentType: 'text/*' },
    };
    const body = {
      one: new Blob(['a']),
      own: new Blob(['b'], { type: 'text/plain' }),
      named: new File(['c'], 'c.csv'),
      several: new Blob(['d']),
      range: [new Blob(['e'])],
      text: 'f',
    };
    expect(await parts({ ...multipart, encoding }, body)).toEqual([
      'Disposition: form-data; name="one"; filename="blob"|Type: text/csv||a',
      'Disposition: form-data; name="own"; filename="blob"|Type: text/plain||b',
      'Disposition: form-data; name="named"; filename="c.csv"|Type: text/csv||c',
      'Disposition: form-data; name="several"; filename="blob"|Type: application/octet-stream||d',
      'Disposition: form-data; name="range"; filename="blob"|Type: application/octet-stream||e',
      'Disposition: form-data; name="text"||f',
    ]);
  });

  test('values have the style that the document states', async () => {
    const encoding = {
      list: { explode: false },
      pipes: { style: 'pipeDelimited' },
      filter: { style: 'deepObject', explode: true },
      object: { style: 'form' },
      blob: { style: 'form' },
      none: { style: 'form' },
    };
    const body = {
      list: ['a b', 'c&d'],
      pipes: [1, 2],
      filter: { age: { min: 1 }, x: '=' },
      object: { y: 'é', z: true },
      blob: new Blob(['e'], { type: 'image/png' }),
      none: null,
    };
    expect(await parts({ ...multipart, encoding }, body)).toEqual([
      'Disposition: form-data; name="list"||a b,c&d',
      'Disposition: form-data; name="pipes"||1|2',
      'Disposition: form-data; name="filter[age][min]"||1',
      'Disposition: form-data; name="filter[x]"||=',
      'Disposition: form-data; name="y"||\u00c3\u00a9',
      'Disposition: form-data; name="z"||true',
      'Disposition: form-data; name="blob"; filename="blob"|Type: image/png||e',
    ]);
  });

  test('names cannot add headers', async () => {
    expect(await parts(multipart, { 'a"\r\nX-Evil: 1': 'b' })).toEqual([
      'Disposition: form-data; name="a%22%0D%0AX-Evil: 1"||b',
    ]);
  });

  test('a form is sent as it is', async () => {
    const body = new FormData();
    body.append('a', 'b');
    expect(await parts(multipart, body)).toEqual(['Disposition: form-data; name="a"||b']);
  });
});
