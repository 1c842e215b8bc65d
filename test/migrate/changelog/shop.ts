import type { JsonObject } from '../../../openapi/source/json.js';

const json = (schema: JsonObject): JsonObject => ({ 'application/json': { schema } });

/** A small API in which every kind of element stands once where claims are about it, and once elsewhere. */
export const SHOP: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  paths: {
    '/orders/{id}': {
      get: {
        security: [{ oauth: ['read_orders'] }],
        'x-behaviors': [{ id: 'cached', summary: 'Answers may be a minute old.', breaking: false }],
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
          { name: 'page', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 50, default: 20 } },
          { name: 'X-Trace', in: 'header', schema: { type: 'string' } },
        ],
        responses: {
          '200': {
            description: 'The order.',
            headers: { ETag: { schema: { type: 'string' } } },
            content: json({ $ref: '#/components/schemas/Order' }),
          },
          '404': { description: 'None.', content: json({ $ref: '#/components/schemas/Problem' }) },
        },
      },
    },
    '/orders': {
      post: {
        security: [{ oauth: ['write_orders'] }],
        requestBody: { content: json({ $ref: '#/components/schemas/Input' }) },
        responses: { '201': { description: 'The order.', content: json({ $ref: '#/components/schemas/Order' }) } },
      },
    },
    '/carts': {
      get: {
        security: [{ oauth: ['read_orders'] }],
        parameters: [{ name: 'page', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 50, default: 20 } }],
        responses: { '200': { description: 'The carts.', content: json({ $ref: '#/components/schemas/Cart' }) } },
      },
    },
  },
  webhooks: {
    'order.paid': {
      post: {
        requestBody: { content: json({ $ref: '#/components/schemas/Event' }) },
        responses: { '200': { description: 'Taken.' } },
      },
    },
  },
  components: {
    schemas: {
      Order: {
        type: 'object',
        required: ['id'],
        properties: {
          id: { type: 'string' },
          status: { type: 'string', enum: ['open', 'paid'] },
          total: { type: 'integer' },
          note: { type: 'string' },
          tax: { type: 'integer' },
          customer: { type: 'object', properties: { name: { type: 'string' } } },
          lines: { type: 'array', items: { type: 'object', properties: { count: { type: 'integer' } } } },
          event: {
            oneOf: [
              { type: 'object', title: 'sent', properties: { at: { type: 'integer' } }, required: ['at'] },
              { type: 'object', title: 'read', properties: { by: { type: 'string' } }, required: ['by'] },
            ],
          },
        },
      },
      Input: {
        type: 'object',
        required: ['total'],
        properties: {
          status: { type: 'string', enum: ['open', 'paid'] },
          total: { type: 'integer' },
          note: { type: 'string' },
          tax: { type: 'integer' },
        },
      },
      Cart: {
        type: 'object',
        properties: {
          status: { type: 'string', enum: ['open', 'paid'] },
          total: { type: 'integer' },
          note: { type: 'string' },
        },
      },
      Event: {
        type: 'object',
        properties: { data: { type: 'object', properties: { total: { type: 'integer' } } } },
      },
      Problem: { type: 'object', properties: { code: { type: 'string' } } },
    },
    securitySchemes: {
      oauth: {
        type: 'oauth2',
        flows: {
          authorizationCode: {
            authorizationUrl: 'https://shop.example/a',
            tokenUrl: 'https://shop.example/t',
            scopes: { read_orders: 'Read orders.', write_orders: 'Write orders.', read_notes: 'Read notes.' },
          },
        },
      },
    },
  },
};

export const ORDER = 'components/schemas/Order/properties';
export const INPUT = 'components/schemas/Input/properties';
export const CART = 'components/schemas/Cart/properties';
export const EVENT = 'components/schemas/Event/properties/data/properties';
export const GET_ORDER = 'paths/~1orders~1{id}/get';
export const POST_ORDER = 'paths/~1orders/post';
export const GET_CARTS = 'paths/~1carts/get';
export const PAGE = `${GET_ORDER}/parameters/1/schema`;
