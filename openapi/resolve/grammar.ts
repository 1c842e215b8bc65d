import { WEBHOOK_SECTIONS } from './webhook-sections.js';

/** The objects of the specification that hold references, or hold objects that do. */
export type ObjectKind =
  | 'document'
  | 'components'
  | 'pathItem'
  | 'operation'
  | 'parameter'
  | 'requestBody'
  | 'mediaType'
  | 'encoding'
  | 'response'
  | 'header'
  | 'callback'
  | 'schema'
  | 'example'
  | 'link'
  | 'securityScheme';

/** What a field holds: one object, a list, a map by name, or, for `items`, one or a list. */
export interface Child {
  readonly kind: ObjectKind;
  readonly shape: 'one' | 'list' | 'map' | 'one or list';
}

type Fields = Readonly<Record<string, Child>>;

function fields(shape: Child['shape'], kinds: Readonly<Record<string, ObjectKind>>): Fields {
  return Object.fromEntries(Object.entries(kinds).map(([key, kind]) => [key, { kind, shape }]));
}

function each(keys: string, kind: ObjectKind): Readonly<Record<string, ObjectKind>> {
  return Object.fromEntries(keys.split(' ').map((key) => [key, kind]));
}

/** The section of `components` for each kind that has one. */
export const SECTIONS: ReadonlyMap<ObjectKind, string> = new Map([
  ['schema', 'schemas'],
  ['response', 'responses'],
  ['parameter', 'parameters'],
  ['example', 'examples'],
  ['requestBody', 'requestBodies'],
  ['header', 'headers'],
  ['securityScheme', 'securitySchemes'],
  ['link', 'links'],
  ['callback', 'callbacks'],
  ['pathItem', 'pathItems'],
  ['mediaType', 'mediaTypes'],
]);

const VALUE: Fields = {
  ...fields('one', { schema: 'schema' }),
  ...fields('map', { content: 'mediaType', examples: 'example' }),
};

const FIELDS: Readonly<Record<ObjectKind, Fields>> = {
  document: {
    ...fields('map', { paths: 'pathItem', ...each(WEBHOOK_SECTIONS.join(' '), 'pathItem') }),
    ...fields('one', { components: 'components' }),
  },
  components: fields('map', Object.fromEntries([...SECTIONS].map(([kind, section]) => [section, kind]))),
  pathItem: {
    ...fields('one', each('get put post delete options head patch trace query', 'operation')),
    ...fields('map', { additionalOperations: 'operation' }),
    ...fields('list', { parameters: 'parameter' }),
  },
  operation: {
    ...fields('list', { parameters: 'parameter' }),
    ...fields('one', { requestBody: 'requestBody' }),
    ...fields('map', { responses: 'response', callbacks: 'callback' }),
  },
  parameter: VALUE,
  header: VALUE,
  requestBody: fields('map', { content: 'mediaType' }),
  mediaType: {
    ...fields('one', { schema: 'schema', itemSchema: 'schema', itemEncoding: 'encoding' }),
    ...fields('list', { prefixEncoding: 'encoding' }),
    ...fields('map', { examples: 'example', encoding: 'encoding' }),
  },
  encoding: {
    ...fields('map', { headers: 'header', encoding: 'encoding' }),
    ...fields('list', { prefixEncoding: 'encoding' }),
    ...fields('one', { itemEncoding: 'encoding' }),
  },
  response: fields('map', { headers: 'header', content: 'mediaType', links: 'link' }),
  callback: {},
  schema: {
    ...fields('one', each('additionalProperties unevaluatedProperties propertyNames unevaluatedItems', 'schema')),
    ...fields('one', each('contains contentSchema not if then else', 'schema')),
    ...fields('one or list', { items: 'schema' }),
    ...fields('list', each('allOf anyOf oneOf prefixItems', 'schema')),
    ...fields('map', each('properties patternProperties dependentSchemas $defs definitions', 'schema')),
  },
  example: {},
  link: {},
  securityScheme: {},
};

/** What a field of an object holds; `undefined` for data, in which nothing is a reference. */
export function childOf(kind: ObjectKind, key: string): Child | undefined {
  // Every member of a Callback Object but an extension is a Path Item Object.
  if (kind === 'callback') return key.startsWith('x-') ? undefined : { kind: 'pathItem', shape: 'one' };
  return Object.hasOwn(FIELDS[kind], key) ? FIELDS[kind][key] : undefined;
}

/** The kind of object at a pointer of an OpenAPI document; `undefined` where the specification defines none. */
export function kindAt(segments: readonly string[]): ObjectKind | undefined {
  let kind: ObjectKind = 'document';
  for (let index = 0; index < segments.length; index++) {
    const child = childOf(kind, segments[index] ?? '');
    if (child === undefined) return undefined;
    const isStep = /^\d+$/.test(segments[index + 1] ?? '');
    if (child.shape === 'map' || child.shape === 'list' || (child.shape === 'one or list' && isStep)) index++;
    if (index >= segments.length) return undefined;
    kind = child.kind;
  }
  return kind;
}
