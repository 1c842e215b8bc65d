/** Before and after of a schema, in YAML on one line, by rule. */
export const SCHEMA_EXAMPLES: ReadonlyMap<string, readonly [before: string, after: string]> = new Map([
  [
    'additional-properties-closed',
    [
      '{type: object, properties: {id: {type: string}}}',
      '{type: object, properties: {id: {type: string}}, additionalProperties: false}',
    ],
  ],
  [
    'additional-properties-opened',
    [
      '{type: object, properties: {id: {type: string}}, additionalProperties: false}',
      '{type: object, properties: {id: {type: string}}}',
    ],
  ],
  [
    'alternative-added',
    [
      '{oneOf: [{$ref: "#/components/schemas/Cat"}]}',
      '{oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]}',
    ],
  ],
  [
    'alternative-removed',
    [
      '{oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]}',
      '{oneOf: [{$ref: "#/components/schemas/Cat"}]}',
    ],
  ],
  ['bound-loosened', ['{type: integer, maximum: 10}', '{type: integer, maximum: 20}']],
  ['bound-tightened', ['{type: string, maxLength: 20}', '{type: string, maxLength: 10}']],
  ['default-changed', ['{type: integer, default: 20}', '{type: integer, default: 50}']],
  ['enum-constraint-added', ['{type: string}', '{type: string, enum: [cat, dog]}']],
  ['enum-constraint-removed', ['{type: string, enum: [cat, dog]}', '{type: string}']],
  ['enum-replaced', ['{type: string, enum: [low, high]}', '{type: string, enum: [minor, major]}']],
  ['enum-value-added', ['{type: string, enum: [cat]}', '{type: string, enum: [cat, dog]}']],
  ['enum-value-removed', ['{type: string, enum: [cat, dog]}', '{type: string, enum: [cat]}']],
  [
    'enum-value-renamed',
    [
      '{type: string, enum: [cat, dog]}',
      '{type: string, enum: [cat, hound, puppy], x-renamed-values: {dog: [hound, puppy]}}',
    ],
  ],
  ['enum-values-exchanged', ['{type: string, enum: [cat, dog]}', '{type: string, enum: [cat, fox]}']],
  ['format-added', ['{type: string}', '{type: string, format: uuid}']],
  ['format-removed', ['{type: string, format: uuid}', '{type: string}']],
  ['multiple-of-tightened', ['{type: integer}', '{type: integer, multipleOf: 5}']],
  ['multiple-of-loosened', ['{type: integer, multipleOf: 5}', '{type: integer}']],
  ['null-added', ['{type: string}', '{type: [string, "null"]}']],
  ['null-removed', ['{type: [string, "null"]}', '{type: string}']],
  [
    'optional-property-added',
    [
      '{type: object, properties: {id: {type: string}}}',
      '{type: object, properties: {id: {type: string}, name: {type: string}}}',
    ],
  ],
  ['pattern-added', ['{type: string}', '{type: string, pattern: "^[a-z]+$"}']],
  ['pattern-removed', ['{type: string, pattern: "^[a-z]+$"}', '{type: string}']],
  [
    'property-became-optional',
    [
      '{type: object, required: [id], properties: {id: {type: string}}}',
      '{type: object, properties: {id: {type: string}}}',
    ],
  ],
  [
    'property-became-required',
    [
      '{type: object, properties: {id: {type: string}}}',
      '{type: object, required: [id], properties: {id: {type: string}}}',
    ],
  ],
  [
    'property-name-allowed',
    [
      '{type: object, properties: {id: {type: string}, name: false}}',
      '{type: object, properties: {id: {type: string}}}',
    ],
  ],
  [
    'property-name-refused',
    [
      '{type: object, properties: {id: {type: string}}}',
      '{type: object, properties: {id: {type: string}, name: false}}',
    ],
  ],
  [
    'property-removed',
    [
      '{type: object, properties: {id: {type: string}, name: {type: string}}}',
      '{type: object, properties: {id: {type: string}}}',
    ],
  ],
  [
    'read-only-added',
    [
      '{type: object, properties: {id: {type: string}}}',
      '{type: object, properties: {id: {type: string, readOnly: true}}}',
    ],
  ],
  [
    'required-property-added',
    [
      '{type: object, properties: {id: {type: string}}}',
      '{type: object, required: [name], properties: {id: {type: string}, name: {type: string}}}',
    ],
  ],
  [
    'schema-deprecated',
    [
      '{type: object, properties: {id: {type: string}}}',
      '{type: object, properties: {id: {type: string, deprecated: true}}}',
    ],
  ],
  ['type-changed', ['{type: integer}', '{type: string}']],
  ['type-narrowed', ['{type: [integer, string]}', '{type: integer}']],
  ['type-widened', ['{type: integer}', '{type: [integer, string]}']],
  [
    'unique-items-added',
    ['{type: array, items: {type: string}}', '{type: array, items: {type: string}, uniqueItems: true}'],
  ],
  [
    'unique-items-removed',
    ['{type: array, items: {type: string}, uniqueItems: true}', '{type: array, items: {type: string}}'],
  ],
  [
    'write-only-added',
    [
      '{type: object, properties: {key: {type: string}}}',
      '{type: object, properties: {key: {type: string, writeOnly: true}}}',
    ],
  ],
]);
