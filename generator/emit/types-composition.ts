import type { PreparedSchema } from './prepared-schema.js';

/** The parts of a schema that are schemas themselves. */
export type Composition = Pick<PreparedSchema, 'allOf' | 'anyOf' | 'oneOf' | 'discriminator'>;

const SHAPE = [
  '$ref',
  'type',
  'nullable',
  'enum',
  'const',
  'properties',
  'additionalProperties',
  'patternProperties',
  'items',
  'prefixItems',
  'allOf',
  'anyOf',
  'oneOf',
] as const;

/** Properties beyond this are not repeated in an index signature. */
const MAXIMUM_REPEATED = 20;

/** True for a schema that every value of some type has, such as one that only demands properties. */
function isShapeless(schema: PreparedSchema): boolean {
  return !SHAPE.some((keyword) => schema[keyword] !== undefined);
}

/**
 * What a schema says itself and what it is composed of, in the spelling openapi-typescript prints right: it joins `anyOf` to
 * everything else by "or", takes alternatives for the whole where they are scalars, and applies `required` only where it stands.
 * `anything` is the schema of every value but null.
 */
export function compose(
  own: PreparedSchema,
  { allOf = [], anyOf, oneOf, discriminator }: Composition,
  anything: PreparedSchema,
): PreparedSchema {
  const demanded = allOf.flatMap((part) => (part.$ref === undefined ? (part.required ?? []) : []));
  const parts = allOf.filter((part) => !isShapeless(part));
  const unions = [anyOf, oneOf].flatMap((list) => (list === undefined || list.every(isShapeless) ? [] : [list]));
  const [inner, outer = inner] = unions;
  if (unions.length > 1 && inner !== undefined) parts.push({ oneOf: inner });
  const result: PreparedSchema = { ...own };
  const required = [...new Set([...(own.required ?? []), ...demanded])];
  if (required.length > 0) result.required = required;
  if (parts.length > 0) result.allOf = parts;
  if (discriminator !== undefined) result.discriminator = discriminator;
  if (outer === undefined) return result;
  const { type } = own;
  if (type === 'object' || (type === undefined && own.properties !== undefined)) {
    // An alternative that says nothing leaves the others what they say: "unknown" beside them would be all that is left.
    return { ...result, oneOf: outer.map((each) => (isShapeless(each) ? anything : each)) };
  }
  if (type === undefined) return { ...result, oneOf: outer };
  if (type === 'array') return { ...result, allOf: [...parts, { oneOf: outer }] };
  // The alternatives say what the scalar is; those that only narrow it are of its type.
  const { type: _, ...rest } = result;
  return { ...rest, oneOf: outer.map((each) => (isShapeless(each) ? { ...each, type } : each)) };
}

/**
 * The type of further properties for someone who writes an object: an index signature has to take the declared properties,
 * too, or no literal would fit both.
 */
export function widenIndex(schema: PreparedSchema, none: PreparedSchema): PreparedSchema {
  const { properties = {}, additionalProperties, patternProperties, ...rest } = schema;
  const declared = Object.values(properties);
  const others = [
    ...(typeof additionalProperties === 'object' ? [additionalProperties] : []),
    ...Object.values(patternProperties ?? {}),
  ];
  if (declared.length === 0 || others.length === 0) return schema;
  const isSmall = declared.length <= MAXIMUM_REPEATED && declared.every(isPlain) && additionalProperties !== true;
  const types = [...others, ...declared];
  const isUnknown = !isSmall || types.some(isShapeless);
  return { ...rest, properties, additionalProperties: isUnknown ? true : { oneOf: [...types, none] } };
}

function isPlain({
  properties,
  allOf,
  anyOf,
  oneOf,
  additionalProperties,
  items,
  prefixItems,
}: PreparedSchema): boolean {
  return (
    [properties, allOf, anyOf, oneOf, prefixItems].every((each) => each === undefined) &&
    typeof additionalProperties !== 'object' &&
    (items === undefined || ((items.$ref !== undefined || items.items === undefined) && isPlain(items)))
  );
}
