import type { ObjectName } from '../../../diff/edit-space/edit-row.js';
import type { Json, JsonObject } from '../../../openapi/source/json.js';

/** A document in which an object has the given fields. */
type Frame = (fields: JsonObject) => JsonObject;

const OK = { responses: { '200': { description: 'ok' } } };
const STRING = { name: 'a', in: 'query', schema: { type: 'string' } };
const NUMBER = { name: 'a', in: 'query', schema: { type: 'number' } };
const pet = { type: 'object', required: ['a', 'b'], properties: { a: { type: 'string' }, b: { type: 'string' } } };

const root: Frame = (fields) => ({ info: { title: 'Pets', version: '1' }, paths: {}, ...fields });
const operation: Frame = (fields) => pathItem({ get: { ...OK, ...fields } });
const pathItem: Frame = (fields) =>
  root({
    servers: [{ url: 'https://a.com' }],
    paths: { '/pets': fields },
    components: {
      parameters: { A: STRING, B: NUMBER },
      schemas: { A: { type: 'string' }, B: { type: 'number' }, Cat: pet, Dog: { ...pet, title: 'Dog' } },
      securitySchemes: {
        key: { type: 'apiKey', in: 'header', name: 'X-Key' },
        token: { type: 'http', scheme: 'bearer' },
        login: { type: 'oauth2', flows: {} },
      },
      pathItems: { A: { get: OK }, B: { post: OK } },
    },
  });
const response: Frame = (fields) => operation({ responses: { '200': { description: 'ok', ...fields } } });
const body = (mediaType: string, fields: JsonObject): JsonObject =>
  operation({ requestBody: { content: { [mediaType]: fields } } });
const schema: Frame = (fields) => body('application/json', { schema: fields });
const discriminated: Frame = (fields) =>
  schema({
    oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
    discriminator: { propertyName: 'a', ...fields },
  });
const scheme: Frame = (fields) =>
  root({
    paths: { '/pets': { get: { ...OK, security: [{ login: [] }] } } },
    components: { securitySchemes: { login: { type: 'apiKey', name: 'X-Key', in: 'header', ...fields } } },
  });
const encoding: Frame = (fields) =>
  body('multipart/form-data', {
    schema: { type: 'object', properties: { photo: { type: 'array' } } },
    encoding: { photo: fields },
  });

/** Where each object stands in the documents of an example. */
export const frames: { readonly [Name in ObjectName]: Frame } = {
  openapi: root,
  info: (fields) => root({ info: { title: 'Pets', version: '1', ...fields } }),
  contact: (fields) => root({ info: { title: 'Pets', version: '1', contact: fields } }),
  license: (fields) => root({ info: { title: 'Pets', version: '1', license: { name: 'MIT', ...fields } } }),
  server: (fields) => root({ servers: [{ url: 'https://a.com', ...fields }], paths: { '/pets': { get: OK } } }),
  'server-variable': (fields) => {
    const server = { url: 'https://{region}.a.com', variables: { region: { default: 'eu', ...fields } } };
    return root({ servers: [server], paths: { '/pets': { get: OK } } });
  },
  components: (fields) => root({ components: fields }),
  paths: (fields) => root({ paths: fields }),
  'path-item': pathItem,
  operation,
  'external-documentation': (fields) => operation({ externalDocs: { url: 'https://a.com', ...fields } }),
  parameter: (fields) => operation({ parameters: [{ name: 'a', in: 'query', ...fields }] }),
  'request-body': (fields) => operation({ requestBody: fields }),
  'media-type': (fields) => body('multipart/form-data', fields),
  encoding,
  responses: (fields) => operation({ responses: { '200': { description: 'ok' }, ...fields } }),
  response,
  callbacks: (fields) => operation({ callbacks: { paid: fields } }),
  example: (fields) => body('application/json', { examples: { one: fields } }),
  link: (fields) => response({ links: { next: fields } }),
  header: (fields) => response({ headers: { 'X-A': fields } }),
  tag: (fields) => root({ tags: [{ name: 'a', ...fields }] }),
  reference: (fields) => operation({ parameters: [{ $ref: '#/components/parameters/A', ...fields }] }),
  schema,
  discriminator: discriminated,
  xml: (fields) => schema({ type: 'string', xml: fields }),
  'security-scheme': scheme,
  'oauth-flows': (fields) => scheme({ type: 'oauth2', flows: fields }),
  'oauth-flow': (fields) => scheme({ type: 'oauth2', flows: { authorizationCode: { scopes: {}, ...fields } } }),
  'security-requirement': (fields) => operation({ security: [{ key: [], ...fields }] }),
};

/** The object with and without the field, as far as a value is given. */
export function withField(beside: JsonObject, key: string, value: Json | undefined): JsonObject {
  return value === undefined ? beside : { ...beside, [key]: value };
}
