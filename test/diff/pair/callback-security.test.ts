import { expect, test } from 'vitest';
import { compareDocuments } from '../../../diff/pair/compare-documents.js';
import { readText } from '../../documents.js';

function documentOf(security: string): string {
  return `openapi: 3.1.0
info: { title: Orders, version: "1" }
paths:
  /orders:
    post:
      responses: { '201': { description: placed } }
      callbacks:
        shipped:
          '{$request.body#/url}':
            post:
              ${security}
              responses: { '204': { description: seen } }
components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
`;
}

test('what the API presents when it calls back is compared as that of webhooks is', async () => {
  const [base, revision] = await Promise.all([
    readText(documentOf('tags: []')),
    readText(documentOf('security: [{ key: [] }]')),
  ]);
  const told = compareDocuments(base, revision).map((change) => ({
    kind: change.kind,
    after: 'after' in change ? change.after : undefined,
    usages: change.usages.map(({ operation, direction }) => `${operation.kind} ${direction}`),
  }));
  expect(told).toEqual([{ kind: 'webhook.security.changed', after: ['key'], usages: ['callback response'] }]);
});
