import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../openapi/source/json.js';
import { api, OK, told } from './told.js';

const string = { type: 'string' };
const taking = (content: JsonObject): JsonObject => api({}, { requestBody: { content } });
const giving = (content: JsonObject): JsonObject => api({}, { responses: { '200': { description: 'ok', content } } });
const form = (encoding: JsonObject, mediaType = 'multipart/form-data'): JsonObject =>
  taking({ [mediaType]: { schema: { type: 'object', properties: { photo: string } }, encoding } });
const callback = (callbacks: JsonObject): JsonObject => api({}, { callbacks });

type Case = readonly [string, JsonObject, JsonObject, readonly string[]];

const MEDIA_TYPES: readonly Case[] = [
  ['a request takes a range', taking({ 'application/json': {} }), taking({ '*/*': {} }), []],
  [
    'a request takes one of a range',
    taking({ '*/*': {} }),
    taking({ 'application/json': {} }),
    ['breaking: The media type "*/*" was removed.'],
  ],
  ['a request takes a range as before', taking({ 'application/json': {}, '*/*': {} }), taking({ '*/*': {} }), []],
  ['a request names one of a range', taking({ 'text/*': {} }), taking({ 'text/*': {}, 'text/csv': {} }), []],
  ['an answer is of a range as before', giving({ 'image/png': {}, 'image/*': {} }), giving({ 'image/*': {} }), []],
  ['an answer names one of a range', giving({ 'image/*': {} }), giving({ 'image/png': {}, 'image/*': {} }), []],
  [
    'a range that stays says something else of a type than the type did',
    taking({ 'application/json': { schema: string }, '*/*': { schema: { type: 'number' } } }),
    taking({ '*/*': { schema: { type: 'number' } } }),
    ['breaking: The type changed from string to number.'],
  ],
  ['an answer is one of a range', giving({ 'image/*': {} }), giving({ 'image/png': {} }), []],
  [
    'an answer is of a range',
    giving({ 'image/png': {} }),
    giving({ 'image/*': {} }),
    ['dangerous: The media type "image/*" was added.'],
  ],
  [
    'a charset that JSON always has',
    giving({ 'application/json': {} }),
    giving({ 'application/json; charset=UTF-8': {} }),
    [],
  ],
  ['a parameter in an answer', giving({ 'text/csv': {} }), giving({ 'text/csv; header=present': {} }), []],
  [
    'a parameter in a request',
    taking({ 'text/csv': {} }),
    taking({ 'text/csv; header=present': {} }),
    ['breaking: The media type "text/csv" was removed.'],
  ],
  [
    'the schema under a range is compared with that of the type',
    taking({ 'application/json': { schema: string } }),
    taking({ '*/*': { schema: { type: 'number' } } }),
    ['breaking: The type changed from string to number.'],
  ],
];

const ENCODINGS: readonly Case[] = [
  ['the default is stated', form({}), form({ photo: { contentType: 'text/plain' } }), []],
  [
    'the order of content types',
    form({ photo: { contentType: 'image/png, image/gif' } }),
    form({ photo: { contentType: 'image/gif,image/png' } }),
    [],
  ],
  [
    'an encoding where none has a meaning',
    form({ photo: { explode: true } }, 'application/json'),
    form({ photo: { explode: false } }, 'application/json'),
    [],
  ],
  [
    'a header of a part',
    form({ photo: {} }),
    form({ photo: { headers: { 'X-Size': { required: true, schema: string } } } }),
    ['breaking: The required header "X-Size" was added to the part "photo".'],
  ],
];

const message = { post: { ...OK, requestBody: { content: { 'application/json': { schema: string } } } } };
const wider = { post: { ...OK, requestBody: { content: { 'application/json': { schema: {} } } } } };

const CALLBACKS: readonly Case[] = [
  [
    'a callback renamed',
    callback({ paid: { '{$request.body#/url}': message } }),
    callback({ settled: { '{$request.body#/url}': message } }),
    [],
  ],
  [
    'a callback that goes to another address',
    callback({ paid: { '{$request.body#/url}': message } }),
    callback({ paid: { '{$request.query.url}': wider } }),
    [
      'breaking: The address of the callback "paid" is "{$request.query.url}" instead of "{$request.body#/url}".',
      'breaking: The type was widened from string to any type.',
    ],
  ],
  [
    'a callback with one message more',
    callback({ paid: { 'https://a.com': message } }),
    callback({ paid: { 'https://a.com': { ...message, put: OK } } }),
    ['non-breaking: The callback "paid PUT https://a.com" was added.'],
  ],
];

const PARAMETERS: readonly Case[] = [
  [
    'a parameter of the query in another case',
    api({}, { parameters: [{ name: 'limit', in: 'query', schema: string }] }),
    api({}, { parameters: [{ name: 'Limit', in: 'query', schema: string }] }),
    [
      'breaking: The query parameter "limit" was removed.',
      'non-breaking: The optional query parameter "Limit" was added.',
    ],
  ],
  [
    'a header in another case',
    api({}, { parameters: [{ name: 'X-Limit', in: 'header', schema: string }] }),
    api({}, { parameters: [{ name: 'x-limit', in: 'header', schema: string }] }),
    [],
  ],
  [
    'the name of what takes the whole query string',
    api({}, { parameters: [{ name: 'q', in: 'querystring', content: { 'application/json': {} } }] }),
    api({}, { parameters: [{ name: 'query', in: 'querystring', content: { 'application/json': {} } }] }),
    [],
  ],
];

describe.each([
  ['media types', MEDIA_TYPES],
  ['encodings', ENCODINGS],
  ['callbacks', CALLBACKS],
  ['parameters', PARAMETERS],
] as const)('%s', (_, cases) => {
  test.each(cases)('%s', async (__, base, revision, findings) => {
    expect(await told(base, revision)).toEqual(findings);
  });
});
