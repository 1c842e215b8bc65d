import { testEvidence } from './evidence-case.js';
import { EVENT, GET_CARTS, GET_ORDER, ORDER } from './shop.js';

const OK = { responses: { '200': { description: 'Done.' } } };
const BODY = {
  content: { 'application/json': { schema: { type: 'object', properties: { total: { type: 'integer' } } } } },
};
const READ = [{ oauth: ['read_orders'] }];
const BOTH = [{ oauth: ['read_orders', 'write_orders'] }];
const CACHED = { id: 'cached', summary: 'Answers may be a minute old.', breaking: false };
const QUEUED = { id: 'queued', summary: 'Orders are taken one by one.', breaking: true };

testEvidence([
  {
    item: { change: 'operation.added', operations: ['GET /refunds/{}'] },
    claim: { kind: 'endpoint-added' },
    truth: { 'paths/~1refunds~1{refund}': { get: OK } },
    lies: [
      { name: 'another method', edits: { 'paths/~1refunds~1{refund}': { post: OK } }, status: 'no evidence' },
      { name: 'another path', edits: { 'paths/~1refunds': { get: OK } }, status: 'no evidence' },
      { name: 'a webhook', edits: { 'webhooks/refunds': { post: OK } }, status: 'no evidence' },
      {
        name: 'was there before',
        base: { 'paths/~1refunds~1{id}': { get: OK } },
        edits: { 'paths/~1refunds~1{id}/get/deprecated': true },
        status: 'contradicted',
      },
    ],
  },
  {
    item: { change: 'operation.added', operations: ['POST /refunds'], at: 'request.total', after: { type: 'integer' } },
    truth: { 'paths/~1refunds': { post: { ...OK, requestBody: BODY } } },
    lies: [
      { name: 'without a body', edits: { 'paths/~1refunds': { post: OK } }, status: 'no evidence' },
      {
        name: 'in the answer',
        edits: { 'paths/~1refunds': { post: { responses: { '200': { description: 'Done.', ...BODY } } } } },
        status: 'no evidence',
      },
      {
        name: 'only the body came',
        base: { 'paths/~1refunds': { post: OK } },
        edits: { 'paths/~1refunds/post/requestBody': BODY },
        status: 'no evidence',
      },
    ],
  },
  {
    item: { change: 'operation.added', operations: ['POST /refunds'], at: 'security', value: 'write_orders' },
    claim: { kind: 'scope/permission' },
    truth: { 'paths/~1refunds': { post: { ...OK, security: BOTH } } },
    lies: [
      {
        name: 'another scope',
        edits: { 'paths/~1refunds': { post: { ...OK, security: READ } } },
        status: 'no evidence',
      },
    ],
  },
  {
    item: { change: 'operation.removed', operations: ['GET /carts'] },
    claim: { kind: 'endpoint-removed' },
    truth: { 'paths/~1carts': null },
    lies: [
      { name: 'deprecated', edits: { [`${GET_CARTS}/deprecated`]: true }, status: 'contradicted' },
      { name: 'another one', edits: { 'paths/~1orders': null }, status: 'contradicted' },
    ],
  },
  {
    item: { change: 'operation.deprecated.changed', after: { deprecated: true } },
    truth: { [`${GET_ORDER}/deprecated`]: true },
    lies: [
      { name: 'another operation', edits: { [`${GET_CARTS}/deprecated`]: true }, status: 'contradicted' },
      {
        name: 'not any more',
        base: { [`${GET_ORDER}/deprecated`]: true },
        edits: { [`${GET_ORDER}/deprecated`]: false },
        status: 'contradicted',
      },
    ],
  },
  {
    item: {
      change: 'webhook.added',
      operations: ['WEBHOOK order.lost'],
      at: 'request.data',
      after: { type: 'object' },
    },
    claim: { kind: 'webhook-added' },
    truth: {
      'webhooks/order.lost': {
        post: {
          ...OK,
          requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Event' } } } },
        },
      },
    },
    lies: [
      { name: 'another topic', edits: { 'webhooks/order.late': { post: OK } }, status: 'no evidence' },
      { name: 'no payload', edits: { 'webhooks/order.lost': { post: OK } }, status: 'no evidence' },
      { name: 'an operation', edits: { 'paths/~1order.lost': { post: OK } }, status: 'no evidence' },
    ],
  },
  {
    item: { change: 'schema.property.added', operations: ['WEBHOOK order.paid'], at: 'request.data.tax' },
    truth: { [`${EVENT}/tax`]: { type: 'integer' } },
    lies: [
      {
        name: 'in the operation',
        edits: { [`${ORDER}/data`]: { type: 'object', properties: { tax: { type: 'integer' } } } },
        status: 'no evidence',
      },
      {
        name: 'around the data',
        edits: { 'components/schemas/Event/properties/tax': { type: 'integer' } },
        status: 'no evidence',
      },
    ],
  },
  {
    item: { change: 'security.changed', at: 'security', value: 'write_orders' },
    claim: { kind: 'scope/permission' },
    truth: { [`${GET_ORDER}/security`]: BOTH },
    lies: [
      {
        name: 'another scope',
        edits: { [`${GET_ORDER}/security`]: [{ oauth: ['read_orders', 'read_notes'] }] },
        status: 'contradicted',
      },
      { name: 'another operation', edits: { [`${GET_CARTS}/security`]: BOTH }, status: 'no evidence' },
      {
        name: 'went',
        base: { [`${GET_ORDER}/security`]: BOTH },
        edits: { [`${GET_ORDER}/security`]: READ },
        status: 'contradicted',
      },
    ],
  },
  {
    item: { change: 'extension.changed', extension: 'x-behaviors', value: { id: 'queued', breaking: true } },
    truth: { [`${GET_ORDER}/x-behaviors`]: [CACHED, QUEUED] },
    lies: [
      {
        name: 'another one',
        edits: { [`${GET_ORDER}/x-behaviors`]: [CACHED, { ...QUEUED, id: 'slow' }] },
        status: 'contradicted',
      },
      {
        name: 'breaking nobody',
        edits: { [`${GET_ORDER}/x-behaviors`]: [CACHED, { ...QUEUED, breaking: false }] },
        status: 'contradicted',
      },
      {
        name: 'in words only',
        edits: { [`${GET_ORDER}/description`]: 'Orders are taken one by one.' },
        status: 'no evidence',
      },
      { name: 'another operation', edits: { [`${GET_CARTS}/x-behaviors`]: [QUEUED] }, status: 'no evidence' },
      { name: 'another extension', edits: { [`${GET_ORDER}/x-event-sequence`]: [QUEUED] }, status: 'no evidence' },
      {
        name: 'was there before',
        base: { [`${GET_ORDER}/x-behaviors`]: [QUEUED] },
        edits: { [`${GET_ORDER}/x-behaviors`]: [{ ...QUEUED, summary: 'Another text.' }] },
        status: 'contradicted',
      },
    ],
  },
]);
