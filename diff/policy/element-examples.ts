type Place = 'operation' | 'document';

const LIMIT = '{name: limit, in: query, schema: {type: integer}}';

/** Before and after of an operation or a document, in YAML, by rule. */
export const ELEMENT_EXAMPLES: ReadonlyMap<string, readonly [place: Place, before: string, after: string]> = new Map([
  [
    'failure-response-added',
    [
      'operation',
      "responses: {'200': {description: ok}}",
      "responses: {'200': {description: ok}, '409': {description: conflict}}",
    ],
  ],
  [
    'failure-response-removed',
    [
      'operation',
      "responses: {'200': {description: ok}, '404': {description: gone}}",
      "responses: {'200': {description: ok}}",
    ],
  ],
  [
    'media-type-removed',
    [
      'operation',
      'requestBody: {content: {application/json: {}, text/csv: {}}}',
      'requestBody: {content: {application/json: {}}}',
    ],
  ],
  ['operation-deprecated', ['operation', 'operationId: listPets', 'operationId: listPets\ndeprecated: true']],
  ['operation-id-changed', ['operation', 'operationId: listPets', 'operationId: getPets']],
  ['operation-tags-changed', ['operation', 'tags: [Pets]', 'tags: [Animals]']],
  ['optional-parameter-added', ['operation', 'parameters: []', `parameters: [${LIMIT}]`]],
  [
    'parameter-became-required',
    [
      'operation',
      `parameters: [${LIMIT}]`,
      'parameters: [{name: limit, in: query, required: true, schema: {type: integer}}]',
    ],
  ],
  [
    'parameter-deprecated',
    [
      'operation',
      `parameters: [${LIMIT}]`,
      'parameters: [{name: limit, in: query, deprecated: true, schema: {type: integer}}]',
    ],
  ],
  ['parameter-removed', ['operation', `parameters: [${LIMIT}]`, 'parameters: []']],
  [
    'request-body-became-required',
    [
      'operation',
      'requestBody: {content: {application/json: {}}}',
      'requestBody: {required: true, content: {application/json: {}}}',
    ],
  ],
  [
    'request-body-removed',
    ['operation', 'requestBody: {content: {application/json: {}}}', 'description: It takes no body.'],
  ],
  [
    'required-parameter-added',
    ['operation', 'parameters: []', 'parameters: [{name: limit, in: query, required: true, schema: {type: integer}}]'],
  ],
  [
    'success-response-removed',
    [
      'operation',
      "responses: {'200': {description: ok}, '202': {description: later}}",
      "responses: {'200': {description: ok}}",
    ],
  ],
  ['operation-added', ['document', 'paths: {}', "paths: {/pets: {get: {responses: {'200': {description: ok}}}}}"]],
  ['operation-removed', ['document', "paths: {/pets: {get: {responses: {'200': {description: ok}}}}}", 'paths: {}']],
  [
    'path-parameter-renamed',
    [
      'document',
      "paths: {'/pets/{id}': {get: {parameters: [{name: id, in: path, required: true}], responses: {'200': {description: ok}}}}}",
      "paths: {'/pets/{pet}': {get: {parameters: [{name: pet, in: path, required: true}], responses: {'200': {description: ok}}}}}",
    ],
  ],
  [
    'webhook-removed',
    ['document', "webhooks: {petSold: {post: {responses: {'200': {description: ok}}}}}", 'webhooks: {}'],
  ],
  [
    'written-type-changed',
    ['operation', `parameters: [${LIMIT}]`, 'parameters: [{name: limit, in: query, schema: {type: string}}]'],
  ],
]);
