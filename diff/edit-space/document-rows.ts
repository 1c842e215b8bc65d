import { always, type EditRow, EXAMPLE, extensionRows, never, PROSE, required, row } from './edit-row.js';

const OK = { responses: { '200': { description: 'ok' } } };
const PATHS = { paths: { '/pets': { get: OK } } };
const KEYS = {
  components: {
    securitySchemes: {
      key: { type: 'apiKey', in: 'header', name: 'X-Key' },
      token: { type: 'http', scheme: 'bearer' },
    },
  },
};
const COMPONENT =
  'A component is a place to refer to: where it is used, it is told, and nobody sees one that is not used.';

const OPENAPI: readonly EditRow[] = [
  row('openapi', 'openapi', ['3.2.0', '3.2.1'], {
    changed: { notContract: 'It says how the document is written, and both are read into one model.' },
  }),
  row(
    'openapi',
    '$self',
    ['https://a.com/api', 'https://b.com/api'],
    never('It is the name of the document, to which references are relative.'),
    { since: '3.2' },
  ),
  row(
    'openapi',
    'info',
    [
      { title: 'Pets', version: '1' },
      { title: 'Dogs', version: '1' },
    ],
    { changed: { notContract: PROSE } },
  ),
  row(
    'openapi',
    'jsonSchemaDialect',
    ['https://json-schema.org/draft/2020-12/schema', 'https://spec.openapis.org/oas/3.1/dialect/base'],
    never('It says how schemas are written; what they accept is compared.'),
    { since: '3.1' },
  ),
  row(
    'openapi',
    'servers',
    [
      [{ url: 'https://a.com' }, { url: 'https://b.com/v1' }],
      [{ url: 'https://a.com' }, { url: 'https://c.com/v1' }],
    ],
    {
      added: ['server.added'],
      removed: ['server.removed'],
      changed: ['server.url.changed'],
      reordered: ['server.default.changed'],
    },
    { beside: PATHS },
  ),
  row('openapi', 'paths', [{ '/pets': { get: OK } }, { '/dogs': { get: OK } }], {
    added: ['operation.added'],
    removed: ['operation.removed'],
    changed: ['operation.added', 'operation.removed'],
  }),
  row(
    'openapi',
    'webhooks',
    [{ pet: { post: OK } }, { dog: { post: OK } }],
    {
      added: ['webhook.added'],
      removed: ['webhook.removed'],
      changed: ['webhook.added', 'webhook.removed'],
    },
    { since: '3.1' },
  ),
  row(
    'openapi',
    'components',
    [{ schemas: { Pet: { type: 'string' } } }, { schemas: { Dog: { type: 'string' } } }],
    never(COMPONENT),
  ),
  row(
    'openapi',
    'security',
    [[{ key: [] }, { token: [] }], [{ token: [] }]],
    { ...always('security.changed'), reordered: { notContract: 'Each alternative is enough, whichever comes first.' } },
    { beside: { ...PATHS, ...KEYS } },
  ),
  row('openapi', 'tags', [[{ name: 'a' }, { name: 'b' }], [{ name: 'c' }]], {
    ...never('It describes groups; which group an operation is in, the operation says.'),
    reordered: { notContract: 'It is the order in which pages list the groups.' },
  }),
  row('openapi', 'externalDocs', [{ url: 'https://a.com' }, { url: 'https://b.com' }], never(PROSE)),
  ...extensionRows('openapi', always('extension.changed'), PATHS),
];

const INFO: readonly EditRow[] = [
  row('info', 'title', ['Pets', 'Dogs'], { changed: { notContract: PROSE } }),
  row('info', 'summary', ['a', 'b'], never(PROSE), { since: '3.1' }),
  row('info', 'description', ['a', 'b'], never(PROSE)),
  row(
    'info',
    'termsOfService',
    ['https://a.com', 'https://b.com'],
    never('Terms are agreed between people; no request depends on them.'),
  ),
  row('info', 'contact', [{ name: 'a' }, { name: 'b' }], never(PROSE)),
  row(
    'info',
    'license',
    [{ name: 'a' }, { name: 'b' }],
    never('Terms are agreed between people; no request depends on them.'),
  ),
  row('info', 'version', ['1', '2'], {
    changed: { notContract: 'It is the name of the version; that two versions differ is why they are compared.' },
  }),
  ...extensionRows('info', undefined),
  ...['name', 'url', 'email'].map((field) => row('contact', field, ['https://a.com', 'https://b.com'], never(PROSE))),
  ...extensionRows('contact', undefined),
  row('license', 'name', ['a', 'b'], { changed: { notContract: PROSE } }),
  row('license', 'identifier', ['MIT', 'ISC'], never(PROSE), { since: '3.1' }),
  row('license', 'url', ['https://a.com', 'https://b.com'], never(PROSE)),
  ...extensionRows('license', undefined),
];

const TAGS: readonly EditRow[] = [
  row('tag', 'name', ['a', 'b'], {
    changed: { notContract: 'It describes groups; which group an operation is in, the operation says.' },
  }),
  row('tag', 'summary', ['a', 'b'], never(PROSE), { since: '3.2' }),
  row('tag', 'description', ['a', 'b'], never(PROSE)),
  row('tag', 'externalDocs', [{ url: 'https://a.com' }, { url: 'https://b.com' }], never(PROSE)),
  row('tag', 'parent', ['b', 'c'], never('It is how pages nest the groups.'), { since: '3.2' }),
  row('tag', 'kind', ['nav', 'audience'], never('It says what pages do with the group.'), { since: '3.2' }),
  ...extensionRows('tag', undefined),
  row('external-documentation', 'description', ['a', 'b'], never(PROSE)),
  row('external-documentation', 'url', ['https://a.com', 'https://b.com'], { changed: { notContract: PROSE } }),
  ...extensionRows('external-documentation', undefined),
  row('example', 'summary', ['a', 'b'], never(PROSE)),
  row('example', 'description', ['a', 'b'], never(PROSE)),
  row('example', 'dataValue', [1, 2], never(EXAMPLE), { since: '3.2' }),
  row('example', 'serializedValue', ['1', '2'], never(EXAMPLE), { since: '3.2' }),
  row('example', 'value', [1, 2], never(EXAMPLE)),
  row('example', 'externalValue', ['https://a.com', 'https://b.com'], never(EXAMPLE)),
  ...extensionRows('example', undefined),
];

const STRING = { name: 'a', in: 'query', schema: { type: 'string' } };
const NUMBER = { name: 'b', in: 'query', schema: { type: 'number' } };
const component = (
  field: string,
  first: EditRow['values'][0],
  second: EditRow['values'][0],
  since?: EditRow['since'],
): EditRow =>
  row('components', field, [{ A: first }, { B: second }], never(COMPONENT), since === undefined ? {} : { since });

const COMPONENTS: readonly EditRow[] = [
  component('schemas', { type: 'string' }, { type: 'number' }),
  component('responses', { description: 'a' }, { description: 'b' }),
  component('parameters', STRING, NUMBER),
  component('examples', { value: 1 }, { value: 2 }),
  component('requestBodies', { content: {} }, { content: {}, required: true }),
  component('headers', { schema: { type: 'string' } }, { schema: { type: 'number' } }),
  row(
    'components',
    'securitySchemes',
    [{ a: { type: 'http', scheme: 'basic' } }, { b: { type: 'http', scheme: 'bearer' } }],
    {
      added: ['security-scheme.added'],
      removed: ['security-scheme.removed'],
      changed: ['security-scheme.added', 'security-scheme.removed'],
    },
  ),
  component('links', { operationId: 'a' }, { operationId: 'b' }),
  component('callbacks', { 'https://a.com': { post: OK } }, { 'https://b.com': { post: OK } }),
  component('pathItems', { get: OK }, { post: OK }, '3.1'),
  component('mediaTypes', { schema: { type: 'string' } }, { schema: { type: 'number' } }, '3.2'),
  ...extensionRows('components', undefined),
];

const REFERENCE: readonly EditRow[] = [
  row('reference', '$ref', ['#/components/parameters/A', '#/components/parameters/B'], required('schema.type.changed')),
  row('reference', 'summary', ['a', 'b'], never(PROSE), { since: '3.1' }),
  row('reference', 'description', ['a', 'b'], never(PROSE), { since: '3.1' }),
];

/** The document as such, and what it holds for people and for reference. */
export const documentRows: readonly EditRow[] = [...OPENAPI, ...INFO, ...TAGS, ...COMPONENTS, ...REFERENCE];
