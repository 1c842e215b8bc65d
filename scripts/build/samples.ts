import { parse } from 'yaml';

const BASE = `openapi: 3.1.0
info: {title: Pets, version: 1.0.0}
servers:
  - url: https://pets.example/v1
tags:
  - name: pets
security:
  - token: []
paths:
  /pets/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string, format: uuid}}
    get:
      operationId: getPet
      tags: [pets]
      summary: One pet
      parameters:
        - {name: fields, in: query, schema: {type: array, items: {type: string}}}
      responses:
        '200':
          description: The pet.
          headers:
            ETag: {schema: {type: string}}
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pet'}
        default: {$ref: '#/components/responses/Problem'}
    delete:
      operationId: deletePet
      responses:
        '204': {description: It is gone.}
  /pets:
    post:
      operationId: createPet
      tags: [pets]
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Pet'}
      responses:
        '201': {description: It is made.}
components:
  securitySchemes:
    token: {type: http, scheme: bearer}
  responses:
    Problem:
      description: Something is wrong.
      content:
        application/problem+json:
          schema: {type: object, properties: {title: {type: string}}}
  schemas:
    Pet:
      type: object
      required: [name, tag]
      properties:
        name: {type: string, maxLength: 20, pattern: '^[a-z]+$'}
        tag: {type: [string, 'null'], enum: [small, large, null]}
        age: {type: integer, minimum: 0}
        code: {type: string, maxLength: 8, pattern: '^(?!x)[a-z]+$'}
        friends: {type: array, maxItems: 10, items: {$ref: '#/components/schemas/Pet'}}
        home:
          oneOf:
            - {type: object, required: [street], properties: {street: {type: string}}}
            - {type: object, required: [lake], properties: {lake: {type: string}}}
        notes:
          description: |
            What is to be known:
            - "anything"
          allOf:
            - {type: object, additionalProperties: {type: string}}
`;

const REVISION = BASE.replace('version: 1.0.0', 'version: 2.0.0')
  .replace('maxLength: 20', 'maxLength: 10')
  .replace('maxLength: 8', 'maxLength: 4')
  .replace('maxItems: 10', 'maxItems: 5')
  .replace('minimum: 0', 'minimum: 1')
  .replace('enum: [small, large, null]', 'enum: [small, large, giant]')
  .replace('required: [name, tag]', 'required: [name, age]')
  .replace('lake: {type: string}', 'lake: {type: integer}')
  .replace('One pet', 'A pet')
  .replace('operationId: deletePet', 'operationId: removePet')
  .replace('{name: fields, in: query,', '{name: fields, in: query, required: true,');

function asJson(text: string): string {
  return JSON.stringify(parse(text), null, 2);
}

/** Documents that reach the usual parts of a comparison: a base and its revision in YAML, and both in JSON. */
export const SAMPLES: readonly string[] = [BASE, REVISION, asJson(BASE), asJson(REVISION)];
