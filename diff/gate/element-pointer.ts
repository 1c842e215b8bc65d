import { WEBHOOK_SECTIONS } from '../../openapi/resolve/webhook-sections.js';

/** What a field of OpenAPI or a keyword of JSON Schema says of its element, rather than being one. */
const FIELDS = new Set([
  ...['type', 'nullable', 'enum', 'const', 'format', 'pattern', 'required', 'default', 'title', 'deprecated'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minLength', 'maxLength'],
  ...['minItems', 'maxItems', 'uniqueItems', 'minContains', 'maxContains', 'minProperties', 'maxProperties'],
  ...[
    'readOnly',
    'writeOnly',
    'additionalProperties',
    'unevaluatedProperties',
    'unevaluatedItems',
    'dependentRequired',
  ],
  ...['anyOf', 'oneOf', 'allOf', 'not', 'discriminator', 'contentEncoding', 'contentMediaType', 'contentSchema'],
  ...['operationId', 'tags', 'security', 'servers', 'style', 'explode', 'allowReserved', 'allowEmptyValue', 'url'],
]);

/** What holds elements by names of their own, which may be spelt like a field. */
export const MAPS: ReadonlySet<string> = new Set([
  ...['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas', 'schemas', 'responses'],
  ...['headers', 'parameters', 'content', 'examples', 'paths', 'callbacks', 'links', 'securitySchemes'],
  ...WEBHOOK_SECTIONS,
  ...['requestBodies', 'pathItems', 'variables', 'scopes', 'flows', 'mediaTypes', 'encoding', 'mapping'],
]);

/** The pointer of the element that a change is about, where it points at one of the fields of the element: else the same. */
export function elementPointer(pointer: string): string {
  const segments = pointer.split('/');
  const [outer = '', last = ''] = segments.slice(-2);
  const isField = segments.length > 2 && !MAPS.has(outer) && (FIELDS.has(last) || last.startsWith('x-'));
  return isField ? segments.slice(0, -1).join('/') : pointer;
}
