/** A small document, and the next version of it, in which a property has another type. */
export const BASE = `openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets/{id}:
    get:
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        '200':
          description: A pet.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pet'}
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}, age: {type: integer}}}
`;
export const REVISION = BASE.replace("version: '1'", "version: '2'").replace(
  'age: {type: integer}',
  'age: {type: string}',
);

/** A document with one operation and no schema. */
export const LISTING = `openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get: {operationId: listPets, tags: [Pets], responses: {'200': {description: All pets.}}}
`;
