/** A small document, and the same with another type. */
export const BASE = `openapi: 3.1.0
info: {title: Pets, version: 1.2.0}
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

export const REVISION = BASE.replace('age: {type: integer}', 'age: {type: string}');

/** The fingerprint of the change between them. */
export const AGE = 'e8e8836862c79cfa';
