import type { SpecificationLine } from '../../openapi/model/document.js';
import type { JsonObject } from '../../openapi/source/json.js';

const DOCS = { url: 'https://a.test', description: 'more' };
const EXAMPLES = { one: { summary: 's', description: 'd', value: 'a' }, two: { externalValue: 'https://a.test/e' } };

/** A valid document in which everything that a line of the specification has says something of itself. */
export function annotated(line: SpecificationLine): JsonObject {
  const since31 = line !== '3.0';
  const since32 = line === '3.2';
  const modern = since31
    ? {
        examples: ['a'],
        $comment: 'c',
        contentMediaType: 'text/plain',
        contentEncoding: 'base64',
        $defs: { d: { const: 1, title: 't' } },
        propertyNames: { pattern: '^a' },
        dependentRequired: { a: ['b'] },
        if: { minProperties: 1 },
      }
    : {};
  const pet = {
    title: 't',
    description: 'd',
    type: 'object',
    required: ['kind'],
    properties: {
      kind: { type: 'string', enum: ['cat'], default: 'cat', example: 'cat', deprecated: true },
      size: { type: 'integer', format: 'int32', minimum: 1, maximum: 9, multipleOf: 2, readOnly: true },
      name: {
        type: 'string',
        minLength: 1,
        maxLength: 9,
        pattern: '^a',
        writeOnly: false,
        ...(since31 ? {} : { nullable: true }),
      },
      list: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 3, uniqueItems: true },
    },
    minProperties: 1,
    maxProperties: 9,
    additionalProperties: { type: 'string' },
    discriminator: {
      propertyName: 'kind',
      mapping: { cat: '#/components/schemas/Cat', dog: 'Dog' },
      ...(since32 ? { defaultMapping: 'Cat' } : {}),
    },
    externalDocs: DOCS,
    xml: {
      name: 'n',
      namespace: 'https://a.test',
      prefix: 'p',
      ...(since32 ? { nodeType: 'element' } : { attribute: true, wrapped: true }),
    },
    ...modern,
  };
  const parameter = {
    name: 'q',
    in: 'query',
    description: 'd',
    required: false,
    deprecated: true,
    allowEmptyValue: false,
    style: 'form',
    explode: true,
    allowReserved: false,
    schema: { type: 'string' },
    examples: EXAMPLES,
  };
  const header = {
    description: 'd',
    required: true,
    deprecated: false,
    style: 'simple',
    explode: false,
    schema: { type: 'string' },
    example: 'a',
  };
  const link = {
    operationId: 'addPet',
    parameters: { id: '$response.body#/id' },
    requestBody: 'b',
    description: 'd',
    server: { url: '/' },
  };
  const media = {
    schema: { $ref: '#/components/schemas/Pet' },
    examples: EXAMPLES,
    encoding: {
      name: { contentType: 'a/b', headers: { 'X-A': header }, style: 'form', explode: true, allowReserved: false },
    },
  };
  const flows = {
    implicit: { authorizationUrl: 'https://a.test', refreshUrl: 'https://a.test', scopes: { read: 'r' } },
    authorizationCode: { authorizationUrl: 'https://a.test', tokenUrl: 'https://a.test', scopes: {} },
  };
  return {
    openapi: `${line}.0`,
    ...(since32 ? { $self: 'https://a.test/api' } : {}),
    ...(since31 ? { jsonSchemaDialect: 'https://spec.openapis.org/oas/3.1/dialect/base' } : {}),
    info: {
      title: 't',
      version: '1',
      description: 'd',
      termsOfService: 'https://a.test',
      contact: { name: 'n', url: 'https://a.test', email: 'a@a.test' },
      license: { name: 'n', ...(since31 ? { identifier: 'MIT' } : { url: 'https://a.test' }) },
      ...(since31 ? { summary: 's' } : {}),
    },
    servers: [
      {
        url: 'https://{v}.test',
        description: 'd',
        variables: { v: { default: 'a', enum: ['a'], description: 'd' } },
        ...(since32 ? { name: 'n' } : {}),
      },
    ],
    security: [{ key: [] }, { login: ['read'] }],
    tags: [
      {
        name: 'pets',
        description: 'd',
        externalDocs: DOCS,
        ...(since32 ? { summary: 's', kind: 'nav', parent: 'all' } : {}),
      },
      { name: 'all' },
    ],
    externalDocs: DOCS,
    paths: {
      '/pets': {
        summary: 's',
        description: 'd',
        servers: [{ url: '/' }],
        parameters: [parameter],
        post: {
          operationId: 'addPet',
          summary: 's',
          description: 'd',
          tags: ['pets'],
          externalDocs: DOCS,
          deprecated: true,
          parameters: [{ $ref: '#/components/parameters/P' }],
          requestBody: { description: 'd', required: true, content: { 'multipart/form-data': media } },
          responses: {
            '200': {
              description: 'd',
              headers: { 'X-A': header },
              content: { 'application/json': media },
              links: { next: link },
              ...(since32 ? { summary: 's' } : {}),
            },
            default: { $ref: '#/components/responses/R', ...(since31 ? { description: 'd', summary: 's' } : {}) },
          },
          callbacks: { done: { '{$request.query.q}': { post: { responses: { '200': { description: 'd' } } } } } },
          security: [{}],
          servers: [{ url: '/' }],
        },
        ...(since32 ? { query: { responses: { '200': { description: 'd' } } } } : {}),
      },
    },
    ...(since31 ? { webhooks: { sold: { post: { responses: { '200': { description: 'd' } } } } } } : {}),
    components: {
      schemas: {
        Pet: pet,
        Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }] },
        Dog: { not: {}, oneOf: [{}], anyOf: [{}] },
      },
      parameters: { P: { name: 'X-P', in: 'header', schema: { type: 'string' }, example: 'a' } },
      responses: { R: { description: 'd' } },
      examples: { E: { summary: 's', value: 1 } },
      requestBodies: { B: { content: { 'a/b': {} } } },
      headers: { H: { schema: { type: 'string' } } },
      links: { L: { operationRef: '#/paths/~1pets/post' } },
      callbacks: { C: { '{$url}': {} } },
      securitySchemes: {
        key: { type: 'apiKey', in: 'header', name: 'k', description: 'd' },
        basic: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        login: { type: 'oauth2', flows },
        connect: { type: 'openIdConnect', openIdConnectUrl: 'https://a.test' },
      },
      ...(since31 ? { pathItems: { I: { get: { responses: { '200': { description: 'd' } } } } } } : {}),
    },
  };
}
