import type { Schema } from '../../openapi/model/schema.js';
import { acceptsNothing } from './inclusion/bare.js';
import { areAllApart } from './inclusion/tags.js';
import { ANYTHING, NOTHING, schemaWith } from './part.js';
import { declares, type View } from './view.js';

/** The keywords that decide together with another one. */
const TOGETHER: Readonly<Record<string, readonly (keyof Schema)[]>> = {
  if: ['if', 'then', 'else'],
  anyOf: ['anyOf'],
  oneOf: ['oneOf'],
  not: ['not'],
  items: ['items', 'prefixItems'],
  prefixItems: ['items', 'prefixItems'],
  propertyNames: ['propertyNames'],
  dependentRequired: ['dependentRequired'],
  dependentSchemas: ['dependentSchemas'],
};

/** What a schema says with one keyword, and with those it works together with. */
export function keywordPart({ conjunction }: View, keyword: string): readonly Schema[] {
  const members = conjunction.members.filter((member) => declares(member, keyword));
  switch (keyword) {
    case 'contains':
      return members.map(({ contains, facets: { minContains, maxContains } }) => {
        const bounds = { ...(minContains === undefined ? {} : { minContains }) };
        const facets = { ...bounds, ...(maxContains === undefined ? {} : { maxContains }) };
        return schemaWith({ ...(contains === undefined ? {} : { contains }), facets });
      });
    case 'patternProperties':
      return members.map(({ properties, patternProperties, additionalProperties }) => {
        const others = additionalProperties === undefined ? {} : { additionalProperties };
        return schemaWith({ properties: namesOnly(properties.keys()), patternProperties, ...others });
      });
    case 'unevaluatedItems':
    case 'unevaluatedProperties':
      // What counts as evaluated depends on every other keyword.
      return conjunction.stated;
    default: {
      const keys = TOGETHER[keyword] ?? [];
      return members.map((member) => schemaWith(Object.fromEntries(keys.map((key) => [key, member[key]]))));
    }
  }
}

/** What `oneOf` says beyond `anyOf`: that no value fits several of the alternatives. Nothing, where plainly none does. */
export function overlapPart({ unions }: View): readonly Schema[] {
  return unions
    .filter(({ keyword, owner }) => keyword === 'oneOf' && !areAllApart(owner.oneOf))
    .map(({ owner: { oneOf } }) => {
      const none = schemaWith({ not: schemaWith({ anyOf: oneOf }) });
      return schemaWith({ anyOf: [schemaWith({ oneOf }), none] });
    });
}

/**
 * What a schema says of properties by their names alone, with the names that either side declares taken as accepted.
 * @param property a name that is not taken as accepted
 */
export function namesPart({ conjunction }: View, other: View, property?: string): readonly Schema[] {
  const parts: Schema[] = [];
  for (const member of conjunction.members) {
    if (member.unevaluatedProperties !== undefined) return conjunction.stated;
    const declared = property === undefined ? undefined : member.properties.get(property);
    if (property !== undefined && declared !== undefined && acceptsNothing(declared))
      parts.push(schemaWith({ properties: new Map([[property, NOTHING]]) }));
    const { additionalProperties, patternProperties } = member;
    if (additionalProperties === undefined && patternProperties.size === 0) continue;
    const names = new Set([...member.properties.keys(), ...other.properties.keys()]);
    if (property !== undefined && !member.properties.has(property)) names.delete(property);
    const others = additionalProperties === undefined ? {} : { additionalProperties };
    parts.push(schemaWith({ properties: namesOnly(names), patternProperties, ...others }));
  }
  return parts;
}

function namesOnly(names: Iterable<string>): ReadonlyMap<string, Schema> {
  const properties = new Map<string, Schema>();
  for (const name of names) properties.set(name, ANYTHING);
  return properties;
}
