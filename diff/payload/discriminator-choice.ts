import type { Schema } from '../../openapi/model/schema.js';
import { type Json, setField } from '../../openapi/source/json.js';
import { conjunctionOf } from '../schema/conjunction.js';
import { schemaWith } from '../schema/part.js';
import { viewOf } from '../schema/view.js';

/** What a value has to say of itself so that a discriminator chooses one schema for it. */
export interface Choice {
  readonly property: string;
  readonly value: Json;
}

/**
 * How the discriminator of a schema chooses another: by the value that is mapped to it, else by the first value that it lists for the
 * property itself, else by its name. `undefined` where nothing is chosen, or the other is no component.
 */
export function choiceOf({ discriminator }: Schema, chosen: Schema): Choice | undefined {
  const [components, section, name, ...rest] = (chosen.ref?.target ?? chosen).origin.segments;
  if (discriminator === undefined || name === undefined || rest.length > 0) return undefined;
  if (components !== 'components' || section !== 'schemas') return undefined;
  const { propertyName: property, mapping } = discriminator;
  for (const [value, reference] of mapping) {
    if (reference.slice(reference.lastIndexOf('/') + 1) === name) return { property, value };
  }
  const declared = viewOf(conjunctionOf([chosen])).properties.get(property);
  const [listed] = (declared && viewOf(conjunctionOf(declared)).values) ?? [];
  return { property, value: listed ?? name };
}

/** The values for which a choice is made. */
export function chosenBy({ property, value }: Choice): Schema {
  const properties = new Map([[property, schemaWith({ const: value })]]);
  return schemaWith({ types: ['object'], properties, required: [property] });
}

/** A value with what makes the choices; the value itself where it is no object. */
export function withChoices(value: Json, choices: readonly Choice[]): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const chosen: Record<string, Json> = {};
  for (const choice of choices) setField(chosen, choice.property, choice.value);
  for (const [key, member] of Object.entries(value)) {
    if (!Object.hasOwn(chosen, key)) setField(chosen, key, member ?? null);
  }
  return chosen;
}
