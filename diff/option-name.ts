import { field, isArray, isObject, type Json } from '../openapi/source/json.js';
import { canonical } from '../openapi/source/stringify.js';

/**
 * What an alternative of `anyOf` or `oneOf` is called: by its title, the component it refers to, the one value of a property, or its
 * type. Its number, counted from 1, only where none of these tells it from the others.
 */
export function optionName(alternatives: Json, index: number): string {
  const names = isArray(alternatives) ? alternatives.map(ownName) : [];
  const name = names[index];
  return name === undefined || names.filter((other) => other === name).length > 1 ? String(index + 1) : name;
}

function ownName(schema: Json): string | undefined {
  if (!isObject(schema)) return undefined;
  const title = field(schema, 'title');
  if (typeof title === 'string') return title;
  const reference = field(schema, '$ref');
  if (typeof reference === 'string') return reference.slice(reference.lastIndexOf('/') + 1);
  const type = field(schema, 'type');
  return tagOf(field(schema, 'properties')) ?? (type === undefined || type === 'object' ? undefined : textOf(type));
}

/** `type=note` of the first property, by name, that has one value only. */
function tagOf(properties: Json | undefined): string | undefined {
  if (!isObject(properties)) return undefined;
  for (const name of Object.keys(properties).sort()) {
    const property = field(properties, name);
    if (!isObject(property)) continue;
    const values = field(property, 'enum') ?? null;
    const only = field(property, 'const') ?? (isArray(values) && values.length === 1 ? values[0] : undefined);
    if (only !== undefined && only !== null) return `${name}=${textOf(only)}`;
  }
  return undefined;
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : canonical(value);
}
