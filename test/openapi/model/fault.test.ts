import { expect, test } from 'vitest';
import { DocumentError, formatDiagnostic } from '../../../openapi/source/diagnostic.js';
import { readText } from '../../documents.js';

async function faults(text: string, files: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  try {
    await readText(text, files);
  } catch (error) {
    if (error instanceof DocumentError)
      return error.diagnostics.map((diagnostic) => formatDiagnostic(diagnostic).replace(/(\[[a-z-]+\] \S+).*/, '$1'));
    throw error;
  }
  return [];
}

const DOCUMENT = `openapi: 3.1.0
info:
  title: [Pets]
  version: false
paths:
  pets: {}
  /pets:
    get:
      deprecated: "no"
      tags: pets
      parameters:
        - name: limit
          in: body
        - $ref: '#/components/parameters/Gone'
      responses:
        ok: {description: x}
        200:
          description: 1
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pte'}
      security: key
    post:
  /pets/{id}:
    get: {}
  /pets/{pet}:
    get: {}
components:
  schemas:
    Pet:
      type: 1
      minLength: many
      properties:
        name: text
        tags: {items: {required: name}}
      allOf: {}
      discriminator: kind
    List: []
  securitySchemes:
    key: {type: apiKey, in: body, name: k}
    other: {type: basic}
    flows: {type: oauth2, flows: {implicit: 1}}
`;

test('every fault is listed in one run, in order of position', async () => {
  expect(await faults(DOCUMENT)).toEqual([
    'api.yaml:3:10 [type] #/info/title',
    'api.yaml:4:12 [type] #/info/version',
    'api.yaml:6:3 [path] #/paths/pets',
    'api.yaml:9:19 [type] #/paths/~1pets/get/deprecated',
    'api.yaml:10:13 [type] #/paths/~1pets/get/tags',
    'api.yaml:13:15 [parameter-location] #/paths/~1pets/get/parameters/0/in',
    'api.yaml:14:17 [reference-missing] #/paths/~1pets/get/parameters/1/$ref',
    'api.yaml:16:9 [response-status] #/paths/~1pets/get/responses/ok',
    'api.yaml:18:24 [type] #/paths/~1pets/get/responses/200/description',
    'api.yaml:21:30 [reference-missing] #/paths/~1pets/get/responses/200/content/application~1json/schema/$ref',
    'api.yaml:22:17 [type] #/paths/~1pets/get/security',
    'api.yaml:23:5 [type] #/paths/~1pets/post',
    'api.yaml:26:3 [path-conflict] #/paths/~1pets~1{pet}',
    'api.yaml:31:13 [type] #/components/schemas/Pet/type',
    'api.yaml:32:18 [type] #/components/schemas/Pet/minLength',
    'api.yaml:34:15 [type] #/components/schemas/Pet/properties/name',
    'api.yaml:35:34 [type] #/components/schemas/Pet/properties/tags/items/required',
    'api.yaml:36:14 [type] #/components/schemas/Pet/allOf',
    'api.yaml:37:22 [type] #/components/schemas/Pet/discriminator',
    'api.yaml:38:11 [type] #/components/schemas/List',
    'api.yaml:40:29 [security-scheme] #/components/securitySchemes/key/in',
    'api.yaml:41:19 [security-scheme] #/components/securitySchemes/other/type',
    'api.yaml:42:45 [type] #/components/securitySchemes/flows/flows/implicit',
  ]);
});

test('faults of other files are listed with theirs', async () => {
  const text = `openapi: 3.1.0
info: {title: T}
paths:
  /a: {$ref: a.yaml}
`;
  expect(await faults(text, { 'a.yaml': 'get:\n  responses:\n    0: {}\npost: 1\n' })).toEqual([
    'a.yaml:3:5 [response-status] #/get/responses/0',
    'a.yaml:4:7 [type] #/post',
    'api.yaml:2:7 [missing] #/info',
  ]);
});

test('a fault of a component is listed once, however often it is used', async () => {
  const uses = Array.from(
    { length: 20 },
    (_, at) => `  /${at}: {get: {responses: {200: {$ref: '#/components/responses/R'}}}}`,
  );
  const text = `openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n${uses.join('\n')}\ncomponents:\n  responses:\n    R: {description: 1}\n`;
  expect(await faults(text)).toEqual(['api.yaml:26:22 [type] #/components/responses/R/description']);
});

test('what a reference leads to is named by its type', async () => {
  const text = `openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /a: {get: {parameters: [[]], requestBody: true, responses: {200: 1, 201: [], 202: , 203: a}}}
components: {securitySchemes: {key: {type: apiKey, in: 5, name: k}}}
`;
  const messages = await readText(text).catch((error: DocumentError) =>
    error.diagnostics.map(({ message }) => message),
  );
  expect(messages).toEqual([
    'A parameter must be an object, not an array.',
    'A request body must be an object, not a boolean.',
    'A response must be an object, not a number.',
    'A response must be an object, not an array.',
    'A response must be an object, not null.',
    'A response must be an object, not a string.',
    '"in" must be a string, not a number.',
  ]);
});

test('a text that is left out in YAML is null, and means that there is none', async () => {
  const { operations, warnings } = await readText(`openapi: 3.2.0
info:
  title: T
  version: '1'
  description:
paths: {/a: {get: {summary: , responses: {200: {description: null}}}}}
`);
  expect(operations.map(({ summary }) => summary)).toEqual([undefined]);
  expect(warnings.map(formatDiagnostic)).toEqual([
    'api.yaml:5:3 [empty-text] #/info/description "description" must be a string; null is read as no description.',
    'api.yaml:6:20 [empty-text] #/paths/~1a/get/summary "summary" must be a string; null is read as no summary.',
    'api.yaml:6:62 [empty-text] #/paths/~1a/get/responses/200/description "description" must be a string; null is read as no description.',
  ]);
});
