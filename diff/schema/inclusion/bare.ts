import type { Schema } from '../../../openapi/model/schema.js';
import { schemaWith } from '../part.js';
import { THEN } from './then.js';

/** What kind of statement a schema is, as far as that saves looking inside. */
interface Outline {
  readonly kind: 'nothing' | 'conjunction' | 'union' | 'exclusion' | 'other';
  /** The schema that this one merely points to. */
  readonly points: Schema | undefined;
}

const known = new WeakMap<Schema, Outline>();

function outlineOf(schema: Schema): Outline {
  let outline = known.get(schema);
  if (outline === undefined) {
    outline = drawOutline(schema);
    known.set(schema, outline);
  }
  return outline;
}

function drawOutline(schema: Schema): Outline {
  if (schema.always !== undefined) return { kind: schema.always ? 'nothing' : 'other', points: undefined };
  const { ref, allOf, anyOf, oneOf, not } = schema;
  const isOther = oneOf.length > 0 || assertsItself(schema);
  const applied = (ref === undefined ? 0 : 1) + allOf.length;
  if (isOther || (anyOf.length > 0 && not !== undefined)) return { kind: 'other', points: undefined };
  if (applied > 0) {
    const isConjunction = anyOf.length === 0 && not === undefined;
    const points = isConjunction && applied === 1 ? (ref?.target ?? allOf[0]) : undefined;
    return { kind: isConjunction ? 'conjunction' : 'other', points };
  }
  if (anyOf.length > 0) return { kind: 'union', points: undefined };
  return { kind: not === undefined ? 'nothing' : 'exclusion', points: undefined };
}

/** The schema that a schema merely points to, with `$ref` alone or `allOf` of one; else the schema itself. */
export function bare(stated: Schema): Schema {
  let schema = stated;
  for (let hops = 0; hops < 100; hops++) {
    const { points } = outlineOf(schema);
    if (points === undefined || points === schema) return schema;
    schema = points;
  }
  return stated;
}

/** Whether a schema is a union with `anyOf` and nothing else. */
export function isBareUnion(schema: Schema): boolean {
  return outlineOf(schema).kind === 'union';
}

/** Whether a schema is nothing but a conjunction: `$ref` and `allOf` without siblings. */
export function isBareConjunction(schema: Schema): boolean {
  return outlineOf(schema).kind === 'conjunction';
}

/** Whether a schema is `not` and nothing else. */
export function isBareExclusion(schema: Schema): boolean {
  return outlineOf(schema).kind === 'exclusion';
}

/** Whether a schema lists values and says nothing else. */
export function isBareList(schema: Schema): boolean {
  if (schema.enum === undefined && schema.const === undefined) return false;
  const { types, ref, allOf, anyOf, oneOf, not, facets, unresolved, dynamicRef } = schema;
  if (types !== undefined || ref !== undefined || not !== undefined) return false;
  if (unresolved !== undefined || dynamicRef !== undefined || saysOfInside(schema)) return false;
  return allOf.length + anyOf.length + oneOf.length + Object.keys(facets).length === 0;
}

/** Whether a schema accepts every value for the plain reason that it asserts nothing. */
export function saysNothing(schema: Schema): boolean {
  return outlineOf(schema).kind === 'nothing';
}

/** Whether a schema plainly accepts no value: `false`, or `not` of what accepts every value. */
export function acceptsNothing(stated: Schema): boolean {
  const schema = bare(stated);
  if (schema.not === undefined || !isBareExclusion(schema)) return schema.always === false;
  return saysNothing(bare(schema.not));
}

/** Whether a schema asserts anything beside `$ref`, `allOf`, `anyOf`, `oneOf` and `not`. */
function assertsItself(schema: Schema): boolean {
  return (
    schema.types !== undefined ||
    schema.enum !== undefined ||
    schema.const !== undefined ||
    schema.unresolved === true ||
    schema.dynamicRef !== undefined ||
    saysOfInside(schema) ||
    Object.keys(schema.facets).some((facet) => !SILENT.has(facet))
  );
}

/** Whether a schema says anything of what an object or an array holds, or states a condition. */
export function saysOfInside(schema: Schema): boolean {
  return (
    schema.properties.size > 0 ||
    schema.required.length > 0 ||
    schema.items !== undefined ||
    schema.additionalProperties !== undefined ||
    schema.patternProperties.size > 0 ||
    schema.propertyNames !== undefined ||
    schema.unevaluatedProperties !== undefined ||
    schema.dependentRequired.size > 0 ||
    schema.dependentSchemas.size > 0 ||
    schema.prefixItems.length > 0 ||
    schema.unevaluatedItems !== undefined ||
    schema.contains !== undefined ||
    schema.if !== undefined
  );
}

/** Facets that are annotations, or need another keyword to assert anything. */
const SILENT: ReadonlySet<string> = new Set(['contentMediaType', 'contentEncoding', 'minContains', 'maxContains']);

/** What a schema asserts, apart from `unevaluatedProperties` and `unevaluatedItems`, as a schema of its own. */
export function withoutRest(schema: Schema): Schema {
  const { types, additionalProperties, propertyNames, items, contains, not, ref } = schema;
  return schemaWith({
    facets: schema.facets,
    properties: schema.properties,
    required: schema.required,
    patternProperties: schema.patternProperties,
    dependentRequired: schema.dependentRequired,
    dependentSchemas: schema.dependentSchemas,
    prefixItems: schema.prefixItems,
    allOf: schema.allOf,
    anyOf: schema.anyOf,
    oneOf: schema.oneOf,
    ...(types === undefined ? {} : { types }),
    ...(schema.enum === undefined ? {} : { enum: schema.enum }),
    ...(schema.const === undefined ? {} : { const: schema.const }),
    ...(additionalProperties === undefined ? {} : { additionalProperties }),
    ...(propertyNames === undefined ? {} : { propertyNames }),
    ...(items === undefined ? {} : { items }),
    ...(contains === undefined ? {} : { contains }),
    ...(not === undefined ? {} : { not }),
    ...(ref === undefined ? {} : { ref }),
    ...(schema.if === undefined ? {} : { if: schema.if }),
    ...(schema.then === undefined ? {} : { [THEN]: schema.then }),
    ...(schema.else === undefined ? {} : { else: schema.else }),
    ...(schema.unresolved === undefined ? {} : { unresolved: schema.unresolved }),
    ...(schema.dynamicRef === undefined ? {} : { dynamicRef: schema.dynamicRef }),
  });
}
