import { describe, expect, it } from 'vitest';
import { generateClient } from '../../../generator/generate.js';
import { documentOf } from './documents.js';

const responses = { 200: { description: 'ok' } };

function webhook(schema: object, summary = 'It happened'): object {
  return { post: { summary, requestBody: { required: true, content: { 'application/json': { schema } } }, responses } };
}

/** The module of webhooks after its notice, or nothing. */
async function module(webhooks: object, section = 'webhooks', openapi = '3.1.0'): Promise<string | undefined> {
  const schemas = {
    Event: {
      type: 'object',
      properties: { topic: { type: 'string' }, id: { type: 'string' }, created_at: { type: 'integer' } },
    },
    State: { type: 'object', properties: { state: { enum: ['open', 'closed'] } } },
  };
  const document = await documentOf({
    openapi,
    info: { title: 't', version: '1' },
    paths: {},
    [section]: webhooks,
    components: { schemas },
  });
  const files = await generateClient(document, { apiName: 'shop', runtimeImport: './runtime.js' });
  return files.find(({ path }) => path === 'webhooks.ts')?.text.replace(/^\/\*\*[^/]*\*\/\n\n/, '');
}

const event = (topic: string): object => ({
  allOf: [{ $ref: '#/components/schemas/Event' }, { properties: { topic: { const: topic } } }],
});

describe('webhooks', () => {
  it('have a payload each, and a handler for those that tell their topic', async () => {
    expect(
      await module({
        'a.b': webhook(event('a.b')),
        __proto__x: webhook(event('__proto__x')),
        c: webhook({ $ref: '#/components/schemas/State' }, '*/'),
      }),
    ).toBe(
      `import { type WebhookOptions, type Webhooks, handleWebhook } from "./runtime.js";
import type { components, operations } from "./types.js";
export { verifySignature } from "./runtime.js";

/** What each webhook carries, by its topic. */
export interface WebhookPayloads {
  /** It happened */
  "a.b": operations["POST webhook a.b"]["requestBody"]["content"]["application/json"];
  /** It happened */
  __proto__x: operations["POST webhook __proto__x"]["requestBody"]["content"]["application/json"];
  /** *\\/ */
  c: components["schemas"]["State"];
}

/** What a webhook can be about. */
export type WebhookTopic = keyof WebhookPayloads;

const WEBHOOKS: Webhooks = { topic: ["topic"], id: ["id"], time: ["created_at"] };

/**
 * Answers a request that brings a webhook: checks its signature, then calls what \`options\` has for its topic.
 */
export function handle(
  request: Request,
  options: WebhookOptions<Omit<WebhookPayloads, "c">>,
): Promise<Response> {
  return handleWebhook(request, WEBHOOKS, options);
}
`,
    );
  });

  it('of `x-webhooks` are emitted as those of `webhooks`', async () => {
    const sold = { sold: webhook({ $ref: '#/components/schemas/State' }), bought: webhook({ type: 'string' }) };
    const emitted = await module(sold, 'x-webhooks', '3.0.3');
    expect([emitted, emitted?.includes('sold: components')]).toEqual([await module(sold), true]);
  });

  it('that do not tell their topic have types only', async () => {
    expect(
      await module({ c: webhook({ $ref: '#/components/schemas/State' }) }),
    ).toBe(`import type { components } from "./types.js";
export { verifySignature } from "./runtime.js";

/** What each webhook carries, by its topic. */
export interface WebhookPayloads {
  /** It happened */
  c: components["schemas"]["State"];
}

/** What a webhook can be about. */
export type WebhookTopic = keyof WebhookPayloads;
`);
  });

  it('carry what any of several methods does', async () => {
    const { post } = webhook({ $ref: '#/components/schemas/State' }) as { readonly post: object };
    const { post: put } = webhook({ $ref: '#/components/schemas/Event' }) as { readonly post: object };
    expect(
      /export interface WebhookPayloads \{[^}]*\}/.exec((await module({ a: { post, put, patch: post } })) ?? '')?.[0],
    ).toBe(`export interface WebhookPayloads {
  /** It happened */
  a: components["schemas"]["State"] | components["schemas"]["Event"];
}`);
  });

  it('may be absent', async () => {
    expect(await module({})).toBeUndefined();
  });
});
