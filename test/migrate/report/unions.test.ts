import { expect, test } from 'vitest';
import { diffWithChanges } from '../../../diff/diff.js';
import { buildReport } from '../../../migrate/report/build-report.js';
import { readText } from '../../documents.js';

const shop = (owner: string, body: string): string => `openapi: 3.0.3
info: {title: Shop, version: '1'}
paths:
  /orders/{id}:
    put:
      operationId: updateOrder
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      requestBody: {content: {application/json: {schema: {type: object, properties: {note: {type: string}, ${body}}}}}}
      responses:
        '200':
          description: The order.
          content: {application/json: {schema: {type: object, properties: {owner: {$ref: '#/components/schemas/link'}}}}}
components:
  schemas:
    link: {nullable: true, anyOf: [{type: string, maxLength: 9}, {$ref: '#/components/schemas/owner'}]}
    owner: {type: object, properties: {${owner}}}
`;

async function codeOf(base: string, revision: string): Promise<readonly (readonly [string, string | null])[]> {
  const [left, right] = [await readText(base), await readText(revision)];
  const client = { apiName: 'shop', module: './shop/index.js' };
  const report = buildReport(
    await diffWithChanges(left, right),
    { document: left, client },
    { document: right, client },
  );
  return report.sections.flatMap(({ cards }) =>
    cards.map(
      ({ what, code }) =>
        [what.map((word) => (typeof word === 'string' ? word : word.code)).join(''), code?.after ?? null] as const,
    ),
  );
}

test('what only one of several types has is looked for before it is read', async () => {
  const told = await codeOf(shop('name: {type: string}', ''), shop('name: {type: string}, mail: {type: string}', ''));
  expect(told).toEqual([
    [
      'owner has the new property mail (string).',
      [
        "const answer = await shop.orders.updateOrder({ id: '…' });",
        'const owner = answer.owner;',
        "if (typeof owner === 'object' && owner !== null && 'mail' in owner) {",
        '  const mail: string | undefined = owner.mail;',
        '}',
      ].join('\n'),
    ],
  ]);
});

test('what only the server sends is no part of a request', async () => {
  const told = await codeOf(
    shop('name: {type: string}', ''),
    shop('name: {type: string}', 'made_at: {type: string, readOnly: true}, tag: {type: string}'),
  );
  expect(told.map(([, code]) => code)).toEqual(["await shop.orders.updateOrder({ id: '…', body: { tag: '…' } });"]);
});
