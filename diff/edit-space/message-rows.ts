import { always, type EditRow, EXAMPLE, extensionRows, never, PROSE, required, row } from './edit-row.js';

const STRING = { type: 'string' };
const NUMBER = { type: 'number' };
const FORM = { schema: { type: 'object', properties: { photo: STRING } } };
const JSON_PART = { contentType: 'application/json' };
const CSV_PART = { contentType: 'text/csv' };
const HEADERS: EditRow['edits'] = {
  added: ['header.added'],
  removed: ['header.removed'],
  changed: ['header.added', 'header.removed'],
};
const TWO_HEADERS: EditRow['values'] = [{ 'X-A': { schema: STRING } }, { 'X-B': { schema: STRING } }];

const BODY: readonly EditRow[] = [
  row('request-body', 'description', ['a', 'b'], never(PROSE), { beside: { content: {} } }),
  row(
    'request-body',
    'content',
    [{ 'application/json': {} }, { 'text/csv': {} }],
    required('media-type.added', 'media-type.removed'),
  ),
  row('request-body', 'required', [true, false], always('request-body.required.changed'), { beside: { content: {} } }),
  ...extensionRows('request-body', always('extension.changed'), { content: {} }),
  row('media-type', 'description', ['a', 'b'], never(PROSE), { since: '3.2' }),
  row('media-type', 'schema', [STRING, NUMBER], always('schema.type.changed')),
  row('media-type', 'itemSchema', [STRING, NUMBER], always('schema.type.changed'), { since: '3.2' }),
  row('media-type', 'encoding', [{ photo: JSON_PART }, { photo: CSV_PART }], always('encoding.changed'), {
    beside: FORM,
  }),
  row('media-type', 'prefixEncoding', [[JSON_PART], [CSV_PART]], always('encoding.changed'), { since: '3.2' }),
  row('media-type', 'itemEncoding', [JSON_PART, CSV_PART], always('encoding.changed'), { since: '3.2' }),
  row('media-type', 'example', ['a', 'b'], never(EXAMPLE)),
  row('media-type', 'examples', [{ a: { value: 'a' } }, { a: { value: 'b' } }], never(EXAMPLE)),
  ...extensionRows('media-type', always('extension.changed')),
];

const ENCODING: readonly EditRow[] = [
  row('encoding', 'contentType', ['application/json', 'text/csv'], always('encoding.changed')),
  row('encoding', 'headers', TWO_HEADERS, HEADERS),
  row('encoding', 'style', ['spaceDelimited', 'pipeDelimited'], always('encoding.changed'), {
    beside: { explode: false },
  }),
  row('encoding', 'explode', [false, true], { ...always('encoding.changed') }),
  row('encoding', 'allowReserved', [true, false], always('encoding.changed')),
  row('encoding', 'encoding', [{ inner: JSON_PART }, { inner: CSV_PART }], always('encoding.changed'), {
    since: '3.2',
  }),
  row('encoding', 'prefixEncoding', [[JSON_PART], [CSV_PART]], always('encoding.changed'), { since: '3.2' }),
  row('encoding', 'itemEncoding', [JSON_PART, CSV_PART], always('encoding.changed'), { since: '3.2' }),
  ...extensionRows('encoding', undefined),
];

const RESPONSE_EDITS: EditRow['edits'] = {
  added: ['response.added'],
  removed: ['response.removed'],
  changed: ['header.added'],
};
const RESPONSES: EditRow['values'] = [
  { description: 'a' },
  { description: 'a', headers: { 'X-A': { schema: STRING } } },
];

const RESPONSE: readonly EditRow[] = [
  row('responses', 'default', RESPONSES, RESPONSE_EDITS),
  row('responses', '{status}', RESPONSES, RESPONSE_EDITS, { key: '404' }),
  ...extensionRows('responses', undefined),
  row('response', 'summary', ['a', 'b'], never(PROSE), { since: '3.2' }),
  row('response', 'description', ['a', 'b'], { changed: { notContract: PROSE } }),
  row('response', 'headers', TWO_HEADERS, HEADERS),
  row('response', 'content', [{ 'application/json': {} }, { 'text/csv': {} }], {
    added: ['media-type.added'],
    removed: ['media-type.removed'],
    changed: ['media-type.added', 'media-type.removed'],
  }),
  row('response', 'links', [{ a: { operationId: 'a' } }, { b: { operationId: 'a' } }], {
    added: ['link.added'],
    removed: ['link.removed'],
    changed: ['link.added', 'link.removed'],
  }),
  ...extensionRows('response', always('extension.changed')),
];

const FIXED = 'A header is always written in the style "simple", in which it means nothing.';

const HEADER: readonly EditRow[] = [
  row('header', 'description', ['a', 'b'], never(PROSE)),
  row('header', 'required', [true, false], always('header.required.changed')),
  row('header', 'deprecated', [true, false], always('header.deprecated.changed')),
  row('header', 'allowEmptyValue', [true, false], never(FIXED), { until: '3.0' }),
  row('header', 'style', ['simple', 'simple'], {
    added: { notContract: 'It has one value, which is the default.' },
    removed: { notContract: 'It has one value, which is the default.' },
  }),
  row('header', 'explode', [true, false], always('header.serialization.changed'), {
    beside: { schema: { type: 'object' } },
  }),
  row('header', 'allowReserved', [true, false], never(FIXED), { until: '3.0' }),
  row('header', 'schema', [STRING, NUMBER], always('schema.type.changed')),
  row('header', 'content', [{ 'application/json': {} }, { 'text/csv': {} }], always('header.serialization.changed')),
  row('header', 'example', ['a', 'b'], never(EXAMPLE)),
  row('header', 'examples', [{ a: { value: 'a' } }, { a: { value: 'b' } }], never(EXAMPLE)),
  ...extensionRows('header', always('extension.changed')),
];

const LINK: readonly EditRow[] = [
  row('link', 'operationRef', ['#/paths/~1pets/get', '#/paths/~1pets/post'], always('link.changed')),
  row('link', 'operationId', ['a', 'b'], always('link.changed')),
  row('link', 'parameters', [{ id: '$response.body#/id' }, { id: '$response.body#/key' }], always('link.changed')),
  row('link', 'requestBody', ['$response.body#/id', '$response.body#/key'], always('link.changed')),
  row('link', 'description', ['a', 'b'], never(PROSE)),
  row('link', 'server', [{ url: 'https://a.com' }, { url: 'https://b.com' }], always('link.changed')),
  ...extensionRows('link', undefined),
];

/** What requests and responses are made of, schemas apart. */
export const messageRows: readonly EditRow[] = [...BODY, ...ENCODING, ...RESPONSE, ...HEADER, ...LINK];
