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
});
