import { testEvidence } from './evidence-case.js';
import { GET_CARTS, GET_ORDER, POST_ORDER } from './shop.js';

const OK = { responses: { '200': { description: 'Done.' } } };
const SORT = { name: 'sort', in: 'query', schema: { type: 'string' } };

testEvidence([
  {
    item: { change: 'parameter.added', at: 'query.sort', after: { required: true, type: 'string' } },
    claim: { kind: 'parameter-added' },
    truth: { [`${GET_ORDER}/parameters/3`]: { ...SORT, required: true } },
    lies: [
      { name: 'optional', edits: { [`${GET_ORDER}/parameters/3`]: SORT }, status: 'contradicted' },
      {
        name: 'another place',
        edits: { [`${GET_ORDER}/parameters/3`]: { ...SORT, in: 'cookie', required: true } },
        status: 'no evidence',
      },
      {
        name: 'another operation',
        edits: { [`${GET_CARTS}/parameters/1`]: { ...SORT, required: true } },
        status: 'no evidence',
      },
      {
        name: 'was there before',
        base: { [`${GET_ORDER}/parameters/3`]: SORT },
        edits: { [`${GET_ORDER}/parameters/3/required`]: true },
        status: 'contradicted',
      },
    ],
  },
  {
    item: { change: 'parameter.removed', at: 'header.x-trace' },
    claim: { kind: 'parameter-removed' },
    truth: { [`${GET_ORDER}/parameters/2`]: { name: 'X-Other', in: 'header', schema: { type: 'string' } } },
    lies: [{ name: 'deprecated', edits: { [`${GET_ORDER}/parameters/2/deprecated`]: true }, status: 'contradicted' }],
  },
  {
    item: {
      change: 'parameter.required.changed',
      at: 'query.page',
      before: { required: false },
      after: { required: true },
    },
    truth: { [`${GET_ORDER}/parameters/1/required`]: true },
    lies: [
      { name: 'another parameter', edits: { [`${GET_ORDER}/parameters/2/required`]: true }, status: 'contradicted' },
      { name: 'another operation', edits: { [`${GET_CARTS}/parameters/0/required`]: true }, status: 'contradicted' },
    ],
  },
  {
    item: { change: 'path.parameter.renamed', at: 'path.order_id', before: 'id', after: 'order_id' },
    truth: {
      'paths/~1orders~1{id}': null,
      'paths/~1orders~1{order_id}': {
        get: { ...OK, parameters: [{ name: 'order_id', in: 'path', required: true, schema: { type: 'string' } }] },
      },
    },
    lies: [
      {
        name: 'to another name',
        edits: {
          'paths/~1orders~1{id}': null,
          'paths/~1orders~1{no}': {
            get: { ...OK, parameters: [{ name: 'no', in: 'path', required: true, schema: { type: 'string' } }] },
          },
        },
        status: 'no evidence',
      },
    ],
  },
  {
    item: { change: 'request-body.required.changed', at: 'request', after: { required: true } },
    claim: { operations: ['POST /orders'] },
    truth: { [`${POST_ORDER}/requestBody/required`]: true },
    lies: [
      {
        name: 'a property of it',
        edits: { 'components/schemas/Input/required': ['total', 'note'] },
        status: 'contradicted',
      },
    ],
  },
  {
    item: { change: 'media-type.added', at: 'response', value: 'text/csv' },
    truth: { [`${GET_ORDER}/responses/200/content/text~1csv`]: { schema: { type: 'string' } } },
    lies: [
      {
        name: 'another type',
        edits: { [`${GET_ORDER}/responses/200/content/text~1plain`]: { schema: { type: 'string' } } },
        status: 'contradicted',
      },
      {
        name: 'of another status',
        edits: { [`${GET_ORDER}/responses/404/content/text~1csv`]: { schema: { type: 'string' } } },
        status: 'contradicted',
      },
    ],
  },
  {
    item: { change: 'response.added', at: 'response.410' },
    claim: { kind: 'response-status-added' },
    truth: { [`${GET_ORDER}/responses/410`]: { description: 'Gone.' } },
    lies: [
      {
        name: 'another status',
        edits: { [`${GET_ORDER}/responses/409`]: { description: 'Gone.' } },
        status: 'no evidence',
      },
      {
        name: 'another operation',
        edits: { [`${GET_CARTS}/responses/410`]: { description: 'Gone.' } },
        status: 'no evidence',
      },
      {
        name: 'was there before',
        base: { [`${GET_ORDER}/responses/410`]: { description: 'Gone.' } },
        edits: { [`${GET_ORDER}/responses/410/description`]: 'Merged.' },
        status: 'contradicted',
      },
    ],
  },
  {
    item: { change: 'response.removed', at: 'response.404' },
    claim: { kind: 'response-status-removed' },
    truth: { [`${GET_ORDER}/responses/404`]: null },
    lies: [{ name: 'its body', edits: { [`${GET_ORDER}/responses/404/content`]: null }, status: 'contradicted' }],
  },
  {
    item: { change: 'header.added', at: 'response.302.headers.Location', before: null },
    base: { [`${GET_ORDER}/responses/302`]: { description: 'Elsewhere.' } },
    truth: { [`${GET_ORDER}/responses/302/headers`]: { location: { schema: { type: 'string' } } } },
    lies: [
      {
        name: 'of another status',
        edits: { [`${GET_ORDER}/responses/200/headers/Location`]: { schema: { type: 'string' } } },
        status: 'no evidence',
      },
    ],
  },
  {
    item: { change: 'link.added', at: 'response.200', value: 'cart' },
    truth: { [`${GET_ORDER}/responses/200/links`]: { cart: { operationRef: '#/paths/~1carts/get' } } },
    lies: [
      {
        name: 'another one',
        edits: { [`${GET_ORDER}/responses/200/links`]: { carts: { operationRef: '#/paths/~1carts/get' } } },
        status: 'contradicted',
      },
    ],
  },
]);
