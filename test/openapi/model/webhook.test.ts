import { describe, expect, test } from 'vitest';
import { brief, read, warningsOf } from '../brief.js';

const plain = { serversFrom: 'document', servers: [{ url: '/' }], security: [] };

describe('webhooks and callbacks', () => {
  test('are operations of their own kind, without a template', async () => {
    const members = {
      webhooks: { '{new}': { post: { operationId: 'hook', parameters: [{ name: 'id', in: 'query', schema: {} }] } } },
      paths: {
        '/a': {
          servers: [{ url: '/own' }],
          post: {
            callbacks: {
              done: {
                '{$request.body#/url}': { put: { operationId: 'call', deprecated: true } },
                'x-not': 1,
                'https://x.test': { get: {}, post: {} },
              },
            },
          },
        },
      },
    };
    const document = await read(members);
    const servers = { servers: [{ url: '/own' }], serversFrom: 'path', security: [] };
    expect([brief(document.webhooks), brief(document.operations), warningsOf(document)]).toEqual([
      [
        {
          kind: 'webhook',
          method: 'POST',
          path: '{new}',
          id: 'hook',
          parameters: [{ name: 'id', in: 'query', style: 'form', explode: true, schema: {} }],
          ...plain,
        },
      ],
      [
        {
          method: 'POST',
          path: '/a',
          ...servers,
          callbacks: [
            {
              name: 'done',
              operations: [
                {
                  kind: 'callback',
                  method: 'PUT',
                  path: '{$request.body#/url}',
                  id: 'call',
                  deprecated: true,
                  ...servers,
                },
                { kind: 'callback', method: 'GET', path: 'https://x.test', ...servers },
                { kind: 'callback', method: 'POST', path: 'https://x.test', ...servers },
              ],
            },
          ],
        },
      ],
      [],
    ]);
  });

  test('of `x-webhooks` are webhooks too, unless `webhooks` has the name', async () => {
    const document = await read({
      openapi: '3.0.3',
      paths: {},
      'x-team': 'a',
      'x-webhooks': {
        sold: { post: { operationId: 'old', responses: {} } },
        bought: { $ref: '#/x-webhooks/sold' },
      },
      webhooks: { sold: { post: { operationId: 'new', responses: {} } } },
    });
    expect([
      document.webhooks.map(({ path, id, origin }) => [path, id, origin.pointer]),
      [...document.extensions],
    ]).toEqual([
      [
        ['sold', 'new', '#/webhooks/sold/post'],
        ['bought', 'old', '#/x-webhooks/sold/post'],
      ],
      [['x-team', 'a']],
    ]);
  });

  test.each([1, [], 'a', { sold: 'by mail' }])(
    'are not taken from `x-webhooks: %j`, which stays an extension',
    async (value) => {
      const document = await read({ openapi: '3.0.3', paths: {}, 'x-webhooks': value });
      expect([document.webhooks, [...document.extensions], warningsOf(document)]).toEqual([
        [],
        [['x-webhooks', value]],
        [],
      ]);
    },
  );
});
