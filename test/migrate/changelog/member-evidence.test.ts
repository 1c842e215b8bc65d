import { testEvidence } from './evidence-case.js';
import { CART, INPUT, ORDER } from './shop.js';

const INTEGER = { type: 'integer' };
const STRING = { type: 'string' };
const POST = { operations: ['POST /orders'] };

testEvidence([
  {
    item: {
      change: 'schema.property.added',
      at: 'response.paid_at',
      before: null,
      after: { type: ['integer', 'null'], required: false },
    },
    truth: { [`${ORDER}/paid_at`]: { type: ['integer', 'null'] } },
    lies: [
      { name: 'another type', edits: { [`${ORDER}/paid_at`]: { type: ['string', 'null'] } }, status: 'contradicted' },
      { name: 'never null', edits: { [`${ORDER}/paid_at`]: INTEGER }, status: 'contradicted' },
      {
        name: 'deeper',
        edits: { [`${ORDER}/customer/properties/paid_at`]: { type: ['integer', 'null'] } },
        status: 'no evidence',
      },
      { name: 'in a request', edits: { [`${INPUT}/paid_at`]: { type: ['integer', 'null'] } }, status: 'no evidence' },
      {
        name: 'in another operation',
        edits: { [`${CART}/paid_at`]: { type: ['integer', 'null'] } },
        status: 'no evidence',
      },
      {
        name: 'was there before',
        base: { [`${ORDER}/paid_at`]: { type: ['integer', 'null'] } },
        edits: { [`${ORDER}/more`]: STRING },
        status: 'contradicted',
      },
      {
        name: 'retyped',
        base: { [`${ORDER}/paid_at`]: STRING },
        edits: { [`${ORDER}/paid_at`]: { type: ['integer', 'null'] } },
        status: 'contradicted',
      },
      {
        name: 'removed',
        base: { [`${ORDER}/paid_at`]: { type: ['integer', 'null'] } },
        edits: { [`${ORDER}/paid_at`]: null },
        status: 'contradicted',
      },
    ],
  },
  {
    item: { change: 'schema.property.added', at: 'response.refund.reason', value: 'lost' },
    claim: { kind: 'enum-value-added' },
    truth: { [`${ORDER}/refund`]: { type: 'object', properties: { reason: { ...STRING, enum: ['lost', 'late'] } } } },
    lies: [
      {
        name: 'no reason in it',
        edits: { [`${ORDER}/refund`]: { type: 'object', properties: { why: STRING } } },
        status: 'no evidence',
      },
      {
        name: 'other values',
        edits: { [`${ORDER}/refund`]: { type: 'object', properties: { reason: { ...STRING, enum: ['late'] } } } },
        status: 'no evidence',
      },
      {
        name: 'any text',
        edits: { [`${ORDER}/refund`]: { type: 'object', properties: { reason: STRING } } },
        status: 'no evidence',
      },
      {
        name: 'only the value came',
        base: { [`${ORDER}/refund`]: { type: 'object', properties: { reason: { ...STRING, enum: ['late'] } } } },
        edits: { [`${ORDER}/refund/properties/reason/enum`]: ['late', 'lost'] },
        status: 'contradicted',
      },
      {
        name: 'under another name',
        edits: { [`${ORDER}/return`]: { type: 'object', properties: { reason: { ...STRING, enum: ['lost'] } } } },
        status: 'no evidence',
      },
    ],
  },
  {
    item: { change: 'schema.property.removed', at: 'response.note', before: { type: 'string' } },
    claim: { kind: 'field-removed' },
    truth: { [`${ORDER}/note`]: null },
    lies: [
      { name: 'of a request', edits: { [`${INPUT}/note`]: null }, status: 'contradicted' },
      { name: 'of another operation', edits: { [`${CART}/note`]: null }, status: 'contradicted' },
      { name: 'a neighbour', edits: { [`${ORDER}/tax`]: null }, status: 'contradicted' },
      { name: 'deprecated', edits: { [`${ORDER}/note`]: { ...STRING, deprecated: true } }, status: 'contradicted' },
      {
        name: 'of another type',
        base: { [`${ORDER}/note`]: INTEGER },
        edits: { [`${ORDER}/note`]: null },
        status: 'contradicted',
      },
    ],
  },
  {
    item: { change: 'schema.required.changed', at: 'request.note', after: { required: true } },
    claim: POST,
    truth: { 'components/schemas/Input/required': ['total', 'note'] },
    lies: [
      {
        name: 'another property',
        edits: { 'components/schemas/Input/required': ['total', 'tax'] },
        status: 'contradicted',
      },
      {
        name: 'of the response',
        edits: { 'components/schemas/Order/required': ['id', 'note'] },
        status: 'contradicted',
      },
      {
        name: 'became optional',
        base: { 'components/schemas/Input/required': ['total', 'note'] },
        edits: { 'components/schemas/Input/required': ['total'] },
        status: 'contradicted',
      },
    ],
  },
  {
    item: { change: 'schema.alternative.added', at: 'response.event', value: 'lost' },
    truth: {
      [`${ORDER}/event/oneOf/2`]: { type: 'object', title: 'lost', properties: { why: STRING }, required: ['why'] },
    },
    lies: [
      {
        name: 'another one',
        edits: {
          [`${ORDER}/event/oneOf/2`]: { type: 'object', title: 'void', properties: { why: STRING }, required: ['why'] },
        },
        status: 'contradicted',
      },
    ],
  },
  {
    item: { change: 'schema.alternative.added', at: 'response.event.why', after: { type: 'string' } },
    truth: {
      [`${ORDER}/event/oneOf/2`]: { type: 'object', title: 'lost', properties: { why: STRING }, required: ['why'] },
    },
    lies: [
      {
        name: 'without it',
        edits: {
          [`${ORDER}/event/oneOf/2`]: { type: 'object', title: 'lost', properties: { who: STRING }, required: ['who'] },
        },
        status: 'no evidence',
      },
      {
        name: 'in an old one',
        edits: {
          [`${ORDER}/event/oneOf/0/properties/why`]: STRING,
          [`${ORDER}/event/oneOf/2`]: { type: 'object', title: 'lost', properties: { who: STRING }, required: ['who'] },
        },
        status: 'no evidence',
      },
    ],
  },
]);
