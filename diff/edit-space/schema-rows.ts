import type { Json } from '../../openapi/source/json.js';
import { always, type EditRow, EXAMPLE, extensionRows, never, PROSE, row } from './edit-row.js';
import { schemaObjectRows } from './schema-object-rows.js';

const STRING = { type: 'string' };
const NUMBER = { type: 'number' };
const OBJECT = { type: 'object' };
const ARRAY = { type: 'array' };
const NAME = 'It is a name to refer to by, and what it refers to is compared.';
/** An object with a member `then` looks like a promise to tools. */
const THEN = 'then';
const MODERN = { since: '3.1' } as const;

const core = (field: string, values: EditRow['values'], reason: string): EditRow =>
  row('schema', field, values, never(reason), MODERN);

const CORE: readonly EditRow[] = [
  core('$id', ['https://a.com/a', 'https://a.com/b'], NAME),
  core(
    '$schema',
    ['https://json-schema.org/draft/2020-12/schema', 'https://spec.openapis.org/oas/3.1/dialect/base'],
    'It says how the schema is written; what it accepts is compared.',
  ),
  core('$vocabulary', [{ 'https://a.com': true }, { 'https://b.com': true }], 'It has a meaning in meta-schemas only.'),
  core('$comment', ['a', 'b'], PROSE),
  core('$anchor', ['a', 'b'], NAME),
  core('$dynamicAnchor', ['a', 'b'], NAME),
  row('schema', '$dynamicRef', ['#a', '#b'], always('schema.undecidable'), {
    ...MODERN,
    beside: { $defs: { a: { $dynamicAnchor: 'a' }, b: { $dynamicAnchor: 'b' } } },
  }),
  row('schema', '$ref', ['#/components/schemas/A', '#/components/schemas/B'], always('schema.type.changed')),
  core('$defs', [{ a: STRING }, { a: NUMBER }], 'A definition is a place to refer to: where it is used, it is told.'),
];

const COMBINATIONS: readonly EditRow[] = [
  row('schema', 'allOf', [[STRING], [NUMBER]], always('schema.type.changed')),
  row(
    'schema',
    'anyOf',
    [
      [STRING, NUMBER],
      [STRING, { type: 'boolean' }],
    ],
    always('schema.type.changed'),
  ),
  row(
    'schema',
    'oneOf',
    [
      [STRING, NUMBER],
      [STRING, { type: 'boolean' }],
    ],
    always('schema.type.changed'),
  ),
  row('schema', 'not', [STRING, NUMBER], always('schema.keyword.changed')),
  row('schema', 'if', [{ maxLength: 1 }, { maxLength: 2 }], always('schema.keyword.changed'), {
    ...MODERN,
    beside: { ...STRING, [THEN]: { pattern: 'a' } },
  }),
  row('schema', 'then', [{ pattern: 'a' }, { pattern: 'b' }], always('schema.keyword.changed'), {
    ...MODERN,
    beside: { ...STRING, if: { maxLength: 1 } },
  }),
  row('schema', 'else', [{ pattern: 'a' }, { pattern: 'b' }], always('schema.keyword.changed'), {
    ...MODERN,
    beside: { ...STRING, if: { maxLength: 1 } },
  }),
];

const ASSERTIONS: readonly EditRow[] = [
  row('schema', 'type', ['string', 'number'], always('schema.type.changed')),
  row(
    'schema',
    'enum',
    [['a', 'b'], ['a']],
    { ...always('schema.enum.changed'), reordered: { notContract: 'A value is one of them, whichever comes first.' } },
    { beside: STRING },
  ),
  row('schema', 'const', ['a', 'b'], always('schema.enum.changed'), { ...MODERN, beside: STRING }),
  row('schema', 'multipleOf', [2, 3], always('schema.multiple-of.changed'), { beside: NUMBER }),
  ...(['maximum', 'minimum'] as const).map((field) =>
    row('schema', field, [1, 2], always('schema.bound.changed'), { beside: NUMBER }),
  ),
  ...(['exclusiveMaximum', 'exclusiveMinimum'] as const).map((field) =>
    row('schema', field, [1, 2], always('schema.bound.changed'), { ...MODERN, beside: NUMBER }),
  ),
  row('schema', 'exclusiveMaximum', [true, false], always('schema.bound.changed'), {
    until: '3.0',
    beside: { ...NUMBER, maximum: 1 },
  }),
  row('schema', 'exclusiveMinimum', [true, false], always('schema.bound.changed'), {
    until: '3.0',
    beside: { ...NUMBER, minimum: 1 },
  }),
  ...(['maxLength', 'minLength'] as const).map((field) =>
    row('schema', field, [1, 2], always('schema.bound.changed'), { beside: STRING }),
  ),
  row('schema', 'pattern', ['^a', '^b'], always('schema.pattern.changed'), { beside: STRING }),
  ...(['maxItems', 'minItems'] as const).map((field) =>
    row('schema', field, [1, 2], always('schema.bound.changed'), { beside: ARRAY }),
  ),
  row('schema', 'uniqueItems', [true, false], always('schema.unique-items.changed'), { beside: ARRAY }),
  row('schema', 'maxContains', [2, 3], always('schema.bound.changed'), {
    ...MODERN,
    beside: { ...ARRAY, contains: STRING },
  }),
  row('schema', 'minContains', [2, 3], always('schema.bound.changed'), {
    ...MODERN,
    beside: { ...ARRAY, contains: STRING },
  }),
  ...(['maxProperties', 'minProperties'] as const).map((field) =>
    row('schema', field, [1, 2], always('schema.bound.changed'), { beside: OBJECT }),
  ),
  row(
    'schema',
    'required',
    [['a', 'b'], ['a']],
    { ...always('schema.required.changed'), reordered: { notContract: 'Each of them has to be there, in any order.' } },
    { beside: { ...OBJECT, properties: { a: STRING, b: STRING } } },
  ),
  row('schema', 'dependentRequired', [{ a: ['b'] }, { a: ['c'] }], always('schema.keyword.changed'), {
    ...MODERN,
    beside: OBJECT,
  }),
  row('schema', 'format', ['email', 'uuid'], always('schema.format.changed'), { beside: STRING }),
  row('schema', 'nullable', [true, false], always('schema.null.changed'), { until: '3.0', beside: STRING }),
];

const whole = (field: string, first: Json, second: Json, beside: EditRow['beside']): EditRow =>
  row('schema', field, [first, second], always('schema.keyword.changed'), {
    ...MODERN,
    ...(beside === undefined ? {} : { beside }),
  });

const CHILDREN: readonly EditRow[] = [
  row(
    'schema',
    'properties',
    [{ a: STRING }, { b: STRING }],
    {
      added: ['schema.property.added'],
      removed: ['schema.property.removed'],
      changed: ['schema.property.added', 'schema.property.removed'],
    },
    { beside: OBJECT },
  ),
  row(
    'schema',
    'properties (false)',
    [{ a: false }, { a: false, b: false }],
    {
      added: ['schema.property.refused'],
      removed: ['schema.property.allowed'],
      changed: ['schema.property.refused'],
    },
    { ...MODERN, key: 'properties', beside: OBJECT },
  ),
  whole('patternProperties', { '^a': STRING }, { '^a': NUMBER }, OBJECT),
  row('schema', 'additionalProperties', [false, STRING], always('schema.additional-properties.changed'), {
    beside: { ...OBJECT, properties: { a: STRING } },
  }),
  whole('propertyNames', { pattern: '^a' }, { pattern: '^b' }, OBJECT),
  whole('unevaluatedProperties', false, STRING, { ...OBJECT, properties: { a: STRING } }),
  whole('dependentSchemas', { a: { required: ['b'] } }, { a: { required: ['c'] } }, OBJECT),
  row(
    'schema',
    'items',
    [STRING, NUMBER],
    { added: ['schema.keyword.changed'], removed: ['schema.keyword.changed'], changed: ['schema.type.changed'] },
    { beside: ARRAY },
  ),
  row(
    'schema',
    'prefixItems',
    [
      [STRING, NUMBER],
      [NUMBER, NUMBER],
    ],
    {
      added: ['schema.keyword.changed'],
      removed: ['schema.keyword.changed'],
      changed: ['schema.type.changed'],
      reordered: ['schema.type.changed'],
    },
    { ...MODERN, beside: ARRAY },
  ),
  whole('unevaluatedItems', false, STRING, { ...ARRAY, prefixItems: [STRING] }),
  whole('contains', STRING, NUMBER, ARRAY),
  row('schema', 'contentMediaType', ['text/html', 'text/plain'], always('schema.content.changed'), {
    ...MODERN,
    beside: STRING,
  }),
  row('schema', 'contentEncoding', ['base64', 'base32'], always('schema.content.changed'), {
    ...MODERN,
    beside: STRING,
  }),
  whole('contentSchema', OBJECT, ARRAY, { ...STRING, contentMediaType: 'application/json' }),
];

const ANNOTATIONS: readonly EditRow[] = [
  row('schema', 'title', ['a', 'b'], always('schema.title.changed'), { beside: STRING }),
  row('schema', 'description', ['a', 'b'], never(PROSE)),
  row('schema', 'default', ['a', 'b'], always('schema.default.changed'), { beside: STRING }),
  row('schema', 'deprecated', [true, false], always('schema.deprecated.changed')),
  row('schema', 'readOnly', [true, false], always('schema.read-only.changed')),
  row('schema', 'writeOnly', [true, false], always('schema.write-only.changed')),
  row('schema', 'examples', [['a'], ['b']], never(EXAMPLE), MODERN),
  row('schema', 'example', ['a', 'b'], never(EXAMPLE)),
  row('schema', 'externalDocs', [{ url: 'https://a.com' }, { url: 'https://b.com' }], never(PROSE)),
  row(
    'schema',
    'discriminator',
    [{ propertyName: 'a' }, { propertyName: 'b' }],
    always('schema.discriminator.changed'),
    { beside: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] } },
  ),
  row(
    'schema',
    'xml',
    [{ name: 'a' }, { name: 'b' }],
    never('It says how XML is written, which no client or validator here reads.'),
  ),
  ...extensionRows('schema', always('extension.changed')),
];

/** Schemas, keyword by keyword: those of JSON Schema 2020-12 and those that OpenAPI adds. */
export const schemaRows: readonly EditRow[] = [
  ...CORE,
  ...COMBINATIONS,
  ...ASSERTIONS,
  ...CHILDREN,
  ...ANNOTATIONS,
  ...schemaObjectRows,
];
