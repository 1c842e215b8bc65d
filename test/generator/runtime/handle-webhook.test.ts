import { createHmac } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { handleWebhook, type WebhookOptions } from '../../../generator/runtime/index.js';

interface Payloads {
  readonly 'contact.created': { readonly topic: 'contact.created'; readonly id: string };
  readonly ping: { readonly topic: 'ping' };
}

const secret = 's3cret';
const webhooks = { topic: ['topic'], id: ['id'], time: ['created_at'] };
const sign = (body: string | Uint8Array, key = secret): string =>
  `sha1=${createHmac('sha1', key).update(body).digest('hex')}`;

function request(
  body: string | Uint8Array<ArrayBuffer>,
  signature: string | null = sign(body),
  method = 'POST',
): Request {
  const headers: Record<string, string> = signature === null ? {} : { 'x-hub-signature': signature };
  return new Request('https://me.example/hook', { method, headers, ...(method === 'POST' && { body }) });
}

/** The status of the answer and the payloads that the handlers saw. */
async function handled(asked: Request, rest: Partial<WebhookOptions<Payloads>> = {}): Promise<unknown> {
  const seen: unknown[] = [];
  const handlers: WebhookOptions<Payloads>['handlers'] = {
    'contact.created': ({ topic, id }) => void seen.push([topic, id]),
  };
  const response = await handleWebhook<Payloads>(asked, webhooks, { secret, handlers, ...rest });
  expect(await response.text()).toEqual('');
  return [response.status, seen];
}

const created = '{"topic":"contact.created","id":"n1","created_at":1000}';

describe('what is handled', () => {
  test('a notification goes to the handler of its topic', async () => {
    expect(await handled(request(created))).toEqual([200, [['contact.created', 'n1']]]);
  });

  test('any of several secrets will do', async () => {
    const asked = request(created, sign(created, 'next'));
    expect(await handled(asked, { secret: [secret, 'next'] })).toEqual([200, [['contact.created', 'n1']]]);
  });

  test.each(['{"topic":"ping"}', '{"topic":"constructor"}', '{"topic":7}', '{}', 'null', '[]', '"text"'])(
    '%s has no handler and is accepted',
    async (body) => {
      const rest: unknown[] = [];
      expect(await handled(request(body))).toEqual([200, []]);
      expect(await handled(request(body), { fallback: (payload) => void rest.push(payload) })).toEqual([200, []]);
      expect(rest).toEqual([JSON.parse(body)]);
    },
  );

  test('the signature is of the bytes, not of what they mean', async () => {
    expect(await handled(request(` ${created} `))).toEqual([200, [['contact.created', 'n1']]]);
    expect(await handled(request(` ${created}`, sign(created)))).toEqual([401, []]);
  });

  test('a HEAD asks whether anybody listens', async () => {
    expect(await handled(request('', null, 'HEAD'))).toEqual([200, []]);
  });
});

describe('what is refused', () => {
  test.each([
    ['no signature', null],
    ['an empty one', ''],
    ['another secret', sign(created, 'other')],
    ['another algorithm', sign(created).replace('sha1', 'sha256')],
    ['none at all', 'none'],
  ])('%s', async (_, signature) => {
    expect(await handled(request(created, signature))).toEqual([401, []]);
  });

  test.each(['GET', 'PUT', 'DELETE'])('%s', async (method) => {
    const asked = new Request('https://me.example', { method });
    const response = await handleWebhook<Payloads>(asked, webhooks, { secret, handlers: {} });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  test('nothing is parsed before the signature is right', async () => {
    const parse = vi.spyOn(JSON, 'parse');
    expect(await handled(request(created, sign(created, 'other')))).toEqual([401, []]);
    expect(parse.mock.calls).toEqual([]);
    parse.mockRestore();
  });

  test.each(['{', '', new Uint8Array([0x22, 0xff, 0x22])])('%o is not JSON', async (body) => {
    expect(await handled(request(body))).toEqual([400, []]);
  });

  test('too many bytes, said or not', async () => {
    const said = new Request('https://me.example', {
      method: 'POST',
      body: created,
      headers: { 'x-hub-signature': sign(created), 'content-length': '55' },
    });
    expect([await handled(said, { maxBytes: 54 }), said.bodyUsed]).toEqual([[413, []], false]);
    expect(await handled(request(created), { maxBytes: 54 })).toEqual([413, []]);
    expect(await handled(request(created), { maxBytes: 55 })).toEqual([200, [['contact.created', 'n1']]]);
  });

  test('the rest of too many bytes is not read', async () => {
    let pulled = 0;
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull(stream) {
        pulled++;
        stream.enqueue(new Uint8Array(2 ** 16));
      },
      cancel() {
        isCancelled = true;
      },
    });
    const init = { method: 'POST', body, headers: { 'x-hub-signature': sign('') }, duplex: 'half' };
    expect(await handled(new Request('https://me.example', init))).toEqual([413, []]);
    expect([pulled < 20, isCancelled]).toEqual([true, true]);
  });

  test('a body without a signature is not read at all', async () => {
    const asked = request(created, null);
    expect([await handled(asked), asked.bodyUsed]).toEqual([[401, []], false]);
  });

  test('an empty secret is a mistake of the program', async () => {
    await expect(handled(request(created), { secret: '' })).rejects.toEqual(
      new TypeError('The webhook secret must not be empty.'),
    );
    expect(await handled(request(created), { secret: [] })).toEqual([401, []]);
  });
});

test('a request whose body was read before is an error of the program', async () => {
  const read = request(created);
  await read.text();
  const locked = request(created);
  locked.body?.getReader();
  for (const asked of [read, locked]) {
    await expect(handled(asked)).rejects.toEqual(
      new TypeError('The request of a webhook must come with its body unread.'),
    );
  }
});

test('a request that is cut short is refused', async () => {
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error('cut')) });
  const headers = { 'x-hub-signature': sign(created) };
  // Streams cannot be sent without `duplex`, which the DOM types lack.
  const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
  expect(await handled(new Request('https://me.example/hook', init))).toEqual([400, []]);
});

describe('what comes again', () => {
  test('is accepted and not handled', async () => {
    const known = new Set<string>();
    const isKnown = async (id: string): Promise<boolean> => known.size === known.add(id).size;
    expect(await handled(request(created), { isKnown })).toEqual([200, [['contact.created', 'n1']]]);
    expect(await handled(request(created), { isKnown })).toEqual([200, []]);
  });

  test('is refused when it is too old, or does not say how old it is', async () => {
    vi.useFakeTimers({ now: 1_300_000, toFake: ['Date'] });
    expect(await handled(request(created), { maxAge: 300 })).toEqual([200, [['contact.created', 'n1']]]);
    expect(await handled(request(created), { maxAge: 299 })).toEqual([400, []]);
    expect(await handled(request('{"topic":"contact.created"}'), { maxAge: 300 })).toEqual([400, []]);
    vi.useRealTimers();
  });

  test('after a handler that failed', async () => {
    const errors: unknown[] = [];
    const reason = new Error('database');
    const fail = (): never => {
      throw reason;
    };
    const onError = (error: unknown): void => void errors.push(error);
    expect(await handled(request(created), { handlers: { 'contact.created': fail }, onError })).toEqual([500, []]);
    expect(await handled(request(created), { isKnown: fail, onError })).toEqual([500, []]);
    expect(errors).toEqual([reason, reason]);
  });
});
