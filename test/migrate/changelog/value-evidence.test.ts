import { testEvidence } from './evidence-case.js';
import { CART, INPUT, ORDER, PAGE } from './shop.js';

const INTEGER = { type: 'integer' };
const STRING = { type: 'string' };
const POST = { operations: ['POST /orders'] };

testEvidence([
  {
    item: {
      change: 'schema.type.changed',
      at: 'response.total',
      before: { type: 'integer' },
      after: { type: 'string' },
    },
    claim: POST,
    truth: { [`${ORDER}/total`]: STRING },
    lies: [
      { name: 'another type', edits: { [`${ORDER}/total`]: { type: 'boolean' } }, status: 'contradicted' },
      { name: 'one more type', edits: { [`${ORDER}/total`]: { type: ['integer', 'string'] } }, status: 'contradicted' },
      {
        name: 'from another type',
        base: { [`${ORDER}/total`]: { type: 'boolean' } },
        edits: { [`${ORDER}/total`]: STRING },
        status: 'contradicted',
      },
      { name: 'of the request', edits: { [`${INPUT}/total`]: STRING }, status: 'contradicted' },
      { name: 'of another operation', edits: { [`${CART}/total`]: STRING }, status: 'contradicted' },
      { name: 'of a neighbour', edits: { [`${ORDER}/tax`]: STRING }, status: 'contradicted' },
      {
        name: 'words only',
        edits: { [`${ORDER}/total`]: { ...INTEGER, description: 'A string.' } },
        status: 'contradicted',
      },
      { name: 'removed', edits: { [`${ORDER}/total`]: null }, status: 'no evidence' },
    ],
  },
  {
    item: { change: 'schema.enum.changed', at: 'response.status', value: 'void' },
    truth: { [`${ORDER}/status/enum`]: ['open', 'paid', 'void'] },
    lies: [
      { name: 'another value', edits: { [`${ORDER}/status/enum`]: ['open', 'paid', 'lost'] }, status: 'contradicted' },
      {
        name: 'in another operation',
        edits: { [`${CART}/status/enum`]: ['open', 'paid', 'void'] },
        status: 'no evidence',
      },
      { name: 'in a request', edits: { [`${INPUT}/status/enum`]: ['open', 'paid', 'void'] }, status: 'no evidence' },
      {
        name: 'was there before',
        base: { [`${ORDER}/status/enum`]: ['open', 'void'] },
        edits: { [`${ORDER}/status/enum`]: ['open', 'void', 'paid'] },
        status: 'contradicted',
      },
      {
        name: 'went',
        base: { [`${ORDER}/status/enum`]: ['open', 'void'] },
        edits: { [`${ORDER}/status/enum`]: ['open'] },
        status: 'contradicted',
      },
      { name: 'no list any more', edits: { [`${ORDER}/status`]: STRING }, status: 'contradicted' },
    ],
  },
  {
    item: { change: 'schema.enum.changed', at: 'response.status', value: 'paid' },
    claim: { kind: 'enum-value-removed' },
    truth: { [`${ORDER}/status/enum`]: ['open'] },
    lies: [
      { name: 'another value', edits: { [`${ORDER}/status/enum`]: ['paid'] }, status: 'contradicted' },
      { name: 'one came', edits: { [`${ORDER}/status/enum`]: ['open', 'paid', 'void'] }, status: 'contradicted' },
    ],
  },
  {
    item: {
      change: 'schema.null.changed',
      at: 'response.note',
      before: { nullable: false },
      after: { nullable: true },
    },
    truth: { [`${ORDER}/note`]: { type: ['string', 'null'] } },
    lies: [
      { name: 'a neighbour', edits: { [`${ORDER}/tax`]: { type: ['integer', 'null'] } }, status: 'contradicted' },
      { name: 'another type', edits: { [`${ORDER}/note`]: INTEGER }, status: 'contradicted' },
      {
        name: 'never null any more',
        base: { [`${ORDER}/note`]: { type: ['string', 'null'] } },
        edits: { [`${ORDER}/note`]: STRING },
        status: 'contradicted',
      },
    ],
  },
  {
    item: { change: 'schema.bound.changed', at: 'query.page', before: { maximum: 50 }, after: { maximum: 150 } },
    truth: { [`${PAGE}/maximum`]: 150 },
    lies: [
      { name: 'another bound', edits: { [`${PAGE}/maximum`]: 100 }, status: 'contradicted' },
      {
        name: 'another keyword',
        base: { [`${PAGE}/maximum`]: 150 },
        edits: { [`${PAGE}/minimum`]: 2 },
        status: 'contradicted',
      },
      {
        name: 'in another operation',
        edits: { 'paths/~1carts/get/parameters/0/schema/maximum': 150 },
        status: 'contradicted',
      },
    ],
  },
  {
    item: { change: 'schema.default.changed', at: 'query.page', after: { default: 25 } },
    truth: { [`${PAGE}/default`]: 25 },
    lies: [
      { name: 'another default', edits: { [`${PAGE}/default`]: 30 }, status: 'contradicted' },
      { name: 'none any more', edits: { [`${PAGE}/default`]: null }, status: 'contradicted' },
    ],
  },
  {
    item: { change: 'schema.format.changed', at: 'response.lines[].count', before: null, after: { format: 'int64' } },
    base: { [`${ORDER}/lines/items/properties/count`]: INTEGER },
    truth: { [`${ORDER}/lines/items/properties/count`]: { ...INTEGER, format: 'int64' } },
    lies: [
      {
        name: 'another format',
        edits: { [`${ORDER}/lines/items/properties/count/format`]: 'int32' },
        status: 'contradicted',
      },
    ],
  },
  {
    item: {
      change: 'schema.content.changed',
      at: 'response.note',
      before: { contentMediaType: 'text/html' },
      after: { contentMediaType: 'text/plain' },
    },
    base: { [`${ORDER}/note/contentMediaType`]: 'text/html' },
    truth: { [`${ORDER}/note/contentMediaType`]: 'text/plain' },
    lies: [
      { name: 'another type', edits: { [`${ORDER}/note/contentMediaType`]: 'text/markdown' }, status: 'contradicted' },
      {
        name: 'another encoding',
        base: { [`${ORDER}/note/contentMediaType`]: 'text/plain' },
        edits: { [`${ORDER}/note/contentEncoding`]: 'base64' },
        status: 'contradicted',
      },
    ],
  },
]);
