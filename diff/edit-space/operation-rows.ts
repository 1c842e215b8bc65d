import { always, type EditRow, EXAMPLE, extensionRows, never, PROSE, required, row } from './edit-row.js';

const OK = { responses: { '200': { description: 'ok' } } };
const QUERY = { name: 'a', in: 'query', schema: { type: 'string' } };
const OTHER = { name: 'b', in: 'query', schema: { type: 'string' } };
const CAME_OR_WENT: EditRow['edits'] = {
  added: ['operation.added'],
  removed: ['operation.removed'],
  changed: ['operation.id.changed'],
};
const PARAMETERS: EditRow['edits'] = {
  added: ['parameter.added'],
  removed: ['parameter.removed'],
  changed: ['parameter.added', 'parameter.removed'],
  reordered: ['operation.parameters.reordered'],
};

const method = (field: string, since?: EditRow['since']): EditRow =>
  row(
    'path-item',
    field,
    [
      { ...OK, operationId: 'a' },
      { ...OK, operationId: 'b' },
    ],
    CAME_OR_WENT,
    since === undefined ? {} : { since },
  );

const PATH_ITEM: readonly EditRow[] = [
  row(
    'paths',
    '{path}',
    [{ get: OK }, { post: OK }],
    {
      added: ['operation.added'],
      removed: ['operation.removed'],
      changed: ['operation.added', 'operation.removed'],
    },
    { key: '/pets' },
  ),
  ...extensionRows('paths', undefined),
  row('path-item', '$ref', ['#/components/pathItems/A', '#/components/pathItems/B'], {
    added: ['operation.added'],
    removed: ['operation.removed'],
    changed: ['operation.added', 'operation.removed'],
  }),
  row('path-item', 'summary', ['a', 'b'], never(PROSE)),
  row('path-item', 'description', ['a', 'b'], never(PROSE)),
  ...['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'].map((field) => method(field)),
  method('query', '3.2'),
  row(
    'path-item',
    'additionalOperations',
    [{ COPY: OK }, { MOVE: OK }],
    {
      added: ['operation.added'],
      removed: ['operation.removed'],
      changed: ['operation.added', 'operation.removed'],
    },
    { since: '3.2' },
  ),
  row('path-item', 'servers', [[{ url: 'https://b.com' }], [{ url: 'https://c.com' }]], always('server.url.changed'), {
    beside: { get: OK },
  }),
  row(
    'path-item',
    'parameters',
    [
      [QUERY, { ...OTHER, name: 'c' }],
      [OTHER, { ...OTHER, name: 'c' }],
    ],
    PARAMETERS,
    { beside: { get: OK } },
  ),
  ...extensionRows('path-item', always('extension.changed'), { get: OK }),
];

const OPERATION: readonly EditRow[] = [
  row('operation', 'tags', [['a', 'b'], ['a']], {
    ...always('operation.tags.changed'),
    reordered: { notContract: 'An operation is in each of its groups, whichever comes first.' },
  }),
  row('operation', 'summary', ['a', 'b'], never(PROSE)),
  row('operation', 'description', ['a', 'b'], never(PROSE)),
  row('operation', 'externalDocs', [{ url: 'https://a.com' }, { url: 'https://b.com' }], never(PROSE)),
  row('operation', 'operationId', ['a', 'b'], always('operation.id.changed')),
  row(
    'operation',
    'parameters',
    [
      [QUERY, { ...OTHER, name: 'c' }],
      [OTHER, { ...OTHER, name: 'c' }],
    ],
    PARAMETERS,
  ),
  row('operation', 'requestBody', [{ content: {} }, { content: {}, required: true }], {
    added: ['request-body.added'],
    removed: ['request-body.removed'],
    changed: ['request-body.required.changed'],
  }),
  row(
    'operation',
    'responses',
    [
      { '200': { description: 'ok' }, '201': { description: 'ok' } },
      { '200': { description: 'ok' }, '202': { description: 'ok' } },
    ],
    {
      added: ['response.added'],
      removed: ['response.removed'],
      changed: ['response.added', 'response.removed'],
    },
  ),
  row('operation', 'callbacks', [{ a: { 'https://a.com': { post: OK } } }, { b: { 'https://b.com': { post: OK } } }], {
    added: ['callback.added'],
    removed: ['callback.removed'],
    changed: ['callback.added', 'callback.removed'],
  }),
  row('operation', 'deprecated', [true, false], always('operation.deprecated.changed')),
  row('operation', 'security', [[{ key: [] }], [{ token: [] }]], always('security.changed')),
  row('operation', 'servers', [[{ url: 'https://b.com' }], [{ url: 'https://c.com' }]], always('server.url.changed')),
  ...extensionRows('operation', always('extension.changed')),
];

const LIST = { schema: { type: 'array' }, explode: false };
const TEXT = { schema: { type: 'string' } };

const PARAMETER: readonly EditRow[] = [
  row('parameter', 'name', ['a', 'b'], required('parameter.added', 'parameter.removed'), { beside: TEXT }),
  row('parameter', 'in', ['query', 'header'], required('parameter.added', 'parameter.removed'), { beside: TEXT }),
  row('parameter', 'description', ['a', 'b'], never(PROSE), { beside: TEXT }),
  row('parameter', 'required', [true, false], always('parameter.required.changed'), { beside: TEXT }),
  row('parameter', 'deprecated', [true, false], always('parameter.deprecated.changed'), { beside: TEXT }),
  row('parameter', 'allowEmptyValue', [true, false], always('parameter.serialization.changed'), { beside: TEXT }),
  row('parameter', 'style', ['spaceDelimited', 'pipeDelimited'], always('parameter.serialization.changed'), {
    beside: LIST,
  }),
  row(
    'parameter',
    'explode',
    [false, true],
    {
      added: ['parameter.serialization.changed'],
      removed: ['parameter.serialization.changed'],
      changed: ['parameter.serialization.changed'],
    },
    { beside: { schema: { type: 'array' } } },
  ),
  row('parameter', 'allowReserved', [true, false], always('parameter.serialization.changed'), { beside: TEXT }),
  row('parameter', 'schema', [{ type: 'string' }, { type: 'number' }], always('schema.type.changed')),
  row(
    'parameter',
    'content',
    [{ 'application/json': {} }, { 'text/csv': {} }],
    always('parameter.serialization.changed'),
  ),
  row('parameter', 'example', ['a', 'b'], never(EXAMPLE), { beside: TEXT }),
  row('parameter', 'examples', [{ a: { value: 'a' } }, { a: { value: 'b' } }], never(EXAMPLE), { beside: TEXT }),
  ...extensionRows('parameter', always('extension.changed'), TEXT),
];

const CALLBACKS: readonly EditRow[] = [
  row(
    'callbacks',
    '{expression}',
    [{ post: { ...OK, operationId: 'a' } }, { post: { ...OK, operationId: 'b' } }],
    {
      added: ['callback.added'],
      removed: ['callback.removed'],
      changed: ['operation.id.changed'],
    },
    { key: '{$request.body#/url}', beside: { 'https://a.com': { post: OK } } },
  ),
  ...extensionRows('callbacks', undefined),
];

/** Paths, what can be called there and with what. */
export const operationRows: readonly EditRow[] = [...PATH_ITEM, ...OPERATION, ...PARAMETER, ...CALLBACKS];
