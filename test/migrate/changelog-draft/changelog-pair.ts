/** Two versions of a small API in which something of each sort changed. */
export const BASE = `openapi: 3.1.0
info: {title: Pets, version: '1'}
tags: [{name: Pets}, {name: Owners}]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [Pets]
      parameters:
        - {name: page, in: query, schema: {type: integer, examples: [2]}}
      responses:
        '200':
          description: Pets.
          content:
            application/json:
              schema: {type: array, items: {$ref: '#/components/schemas/pet'}}
              example: [{id: p1, name: Rex, owner_id: 7, status: asleep}]
    post:
      operationId: createPet
      tags: [Pets]
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: '#/components/schemas/new_pet'}}
      responses:
        '201': {description: Made., content: {application/json: {schema: {$ref: '#/components/schemas/pet'}}}}
        '409': {description: Is there.}
  /pets/{pet_id}:
    delete:
      operationId: deletePet
      tags: [Pets]
      parameters: [{name: pet_id, in: path, required: true, schema: {type: string}}]
      responses: {'204': {description: Gone.}}
  /owners:
    get:
      operationId: listOwners
      tags: [Owners]
      responses: {'200': {description: Owners., content: {application/json: {schema: {$ref: '#/components/schemas/owner'}}}}}
components:
  schemas:
    pet:
      type: object
      required: [id]
      properties:
        id: {type: string}
        name: {type: string}
        owner_id: {type: integer}
        status: {enum: [awake, asleep]}
        weight: {type: number}
        colour: {type: string}
    new_pet:
      type: object
      required: [name]
      properties: {name: {type: string}, owner_id: {type: integer}}
    owner:
      type: object
      properties: {id: {type: string}, phone: {type: string, examples: ['+4721900000']}}
`;

export const REVISION = `openapi: 3.1.0
info: {title: Pets, version: '2'}
tags: [{name: Pets}, {name: Owners}]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [Pets]
      parameters:
        - {name: cursor, in: query, schema: {type: string, examples: [a b]}}
      responses:
        '200':
          description: Pets.
          content:
            application/json:
              schema: {type: array, items: {$ref: '#/components/schemas/pet'}}
              example: [{id: p1, name: Rex, owner_id: '7', status: dreaming, chip: {number: '12'}}]
    post:
      operationId: createPet
      tags: [Pets]
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: '#/components/schemas/new_pet'}}
      responses:
        '201': {description: Made., content: {application/json: {schema: {$ref: '#/components/schemas/pet'}}}}
        '422': {description: Is wrong.}
  /pets/{id}:
    delete:
      operationId: deletePet
      tags: [Pets]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {'204': {description: Gone.}}
    get:
      operationId: showPet
      summary: Shows a pet.
      tags: [Pets]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {'200': {description: A pet., content: {application/json: {schema: {$ref: '#/components/schemas/pet'}}}}}
  /owners/{id}:
    get:
      operationId: showOwner
      tags: [Owners]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {'200': {description: An owner., content: {application/json: {schema: {$ref: '#/components/schemas/owner'}}}}}
components:
  schemas:
    pet:
      type: object
      required: [id]
      properties:
        id: {type: string}
        name: {type: [string, 'null']}
        owner_id: {type: string}
        status: {enum: [awake, dreaming]}
        chip: {type: object, properties: {number: {type: string}}}
        born_at: {type: integer, examples: [1671028894]}
        shade: {type: string, examples: [red], x-renamed-from: colour}
    new_pet:
      type: object
      required: [name, kind]
      properties: {name: {type: string}, owner_id: {type: string}, kind: {enum: [cat, dog]}}
    owner:
      type: object
      properties: {id: {type: string}, phone: {type: string, deprecated: true, examples: ['+4721900000']}}
`;
