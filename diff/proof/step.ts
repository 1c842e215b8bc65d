import type { Schema } from '../../openapi/model/schema.js';
import { field, isArray, isObject, type Json } from '../../openapi/source/json.js';
import type { Surrounding } from '../change.js';
import type { Conjunction } from '../schema/conjunction.js';
import { ANYTHING, schemaWith } from '../schema/part.js';
import { type View, viewOf } from '../schema/view.js';

/** How values of schemas stand in values of the schemas around them. */
export type Step =
  /** They are the same values: the schemas are alternatives of a union. */
  | { readonly kind: 'alternative' }
  | { readonly kind: 'property'; readonly name: string }
  | { readonly kind: 'item'; readonly index: number }
  /** They are values of properties with any name but these. */
  | { readonly kind: 'other'; readonly names: readonly string[] };

/** Whether schemas are compared as alternatives of a union, of which a value need not fit this one. */
export function isAlternative({ place: { conjunctions }, part }: Surrounding): boolean {
  const [base, revision] = conjunctions;
  return isBranch(base, part.base) || isBranch(revision, part.revision);
}

function isBranch({ members }: Conjunction, [schema]: readonly Schema[]): boolean {
  return schema !== undefined && members.some(({ anyOf, oneOf }) => anyOf.includes(schema) || oneOf.includes(schema));
}

/**
 * Whether what is refused in a part may be taken by what is around it, or never be sent there: the part is an alternative, stands
 * beside some, or belongs to what is no object or array, or to an object that is closed to it or to what it demands.
 */
export function isConditional(surrounding: Surrounding): boolean {
  const { place, part } = surrounding;
  const [base, revision] = place.conjunctions;
  return isConditionalIn(base, part.base, surrounding) || isConditionalIn(revision, part.revision, surrounding);
}

/** This is asked of all that leads to a change, nearly always for nothing, so it looks no further than it has to. */
function isConditionalIn(conjunction: Conjunction, [schema]: readonly Schema[], surrounding: Surrounding): boolean {
  const { members } = conjunction;
  if (members.some(({ anyOf, oneOf }) => anyOf.length + oneOf.length > 0)) {
    if (isAlternative(surrounding) || viewOf(conjunction).unions.length > 0) return true;
  }
  const isItem = members.some(
    ({ items, prefixItems }) => schema !== undefined && (items === schema || prefixItems.includes(schema)),
  );
  const holder = isItem ? 'array' : 'object';
  return members.some(({ types, additionalProperties, properties }) => {
    if (types?.includes(holder) === false) return true;
    if (isItem || additionalProperties?.always !== false) return false;
    const step = stepOf(surrounding);
    const names = step?.kind === 'property' ? [step.name] : [];
    return [...viewOf(conjunction).required, ...names].some((name) => !properties.has(name));
  });
}

/** The step from the surrounding schemas to the part; `undefined` where it is of another kind. */
export function stepOf(surrounding: Surrounding): Step | undefined {
  if (isAlternative(surrounding)) return { kind: 'alternative' };
  const { place, part } = surrounding;
  const [base, revision] = [viewOf(place.conjunctions[0]), viewOf(place.conjunctions[1])];
  return stepIn(base, revision, part.base) ?? stepIn(revision, base, part.revision);
}

/** Longer lists of positions are not spelled out. */
const MOST_POSITIONS = 100;

function stepIn(view: View, other: View, [schema]: readonly Schema[]): Step | undefined {
  if (schema === undefined) return undefined;
  for (const [name, schemas] of view.properties) if (schemas.includes(schema)) return { kind: 'property', name };
  const position = view.prefixItems.findIndex((schemas) => schemas.includes(schema));
  if (position >= 0) return { kind: 'item', index: position };
  const positions = Math.max(view.prefixItems.length, other.prefixItems.length);
  if (view.items.includes(schema) && positions < MOST_POSITIONS) return { kind: 'item', index: positions };
  if (!view.additional.includes(schema)) return undefined;
  return { kind: 'other', names: [...new Set([...view.properties.keys(), ...other.properties.keys()])] };
}

/** Accepts values in which a value of a schema stands in that place, whatever else they are. */
export function holding(step: Step, schema: Schema): Schema {
  switch (step.kind) {
    case 'alternative':
      return schema;
    case 'property':
      return schemaWith({ types: ['object'], required: [step.name], properties: new Map([[step.name, schema]]) });
    case 'item': {
      const before = Array.from({ length: step.index }, () => ANYTHING);
      return schemaWith({
        types: ['array'],
        prefixItems: [...before, schema],
        facets: { minItems: step.index + 1 },
      });
    }
    case 'other': {
      const properties = new Map(step.names.map((name) => [name, ANYTHING]));
      const none = schemaWith({ properties, additionalProperties: schemaWith({ not: schema }) });
      return schemaWith({ types: ['object'], not: none });
    }
  }
}

/** The values that stand in that place of a value. */
export function heldBy(step: Step, value: Json): readonly Json[] {
  switch (step.kind) {
    case 'alternative':
      return [value];
    case 'property': {
      const held = isObject(value) ? field(value, step.name) : undefined;
      return held === undefined ? [] : [held];
    }
    case 'item': {
      const held = isArray(value) ? value[step.index] : undefined;
      return held === undefined ? [] : [held];
    }
    case 'other': {
      if (!isObject(value)) return [];
      return Object.keys(value).flatMap((name) => (step.names.includes(name) ? [] : (field(value, name) ?? [])));
    }
  }
}
