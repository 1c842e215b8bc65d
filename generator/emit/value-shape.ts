import { field, isArray, isObject, type Json } from '../../openapi/source/json.js';
import { type RawDocument, referenceOf } from './raw-document.js';
import { readTypes } from './schema-shape.js';

/** What values of a schema are, as far as that decides how they are written into a URL. */
export type ValueShape = 'scalar' | 'list' | 'other';

/** `list` for lists of scalars, or of scalars and such lists alike; `other` for what may be an object, or anything. */
export function valueShape(document: RawDocument, schema: Json | undefined, depth = 0): ValueShape {
  if (!isObject(schema) || depth > 20) return 'other';
  const reference = referenceOf(schema);
  if (reference !== undefined) return valueShape(document, document.target(reference)?.value, depth + 1);
  const constant = field(schema, 'const');
  if (constant !== undefined) return typeof constant === 'object' && constant !== null ? 'other' : 'scalar';
  const members = field(schema, 'enum');
  const { types } = readTypes(schema);
  if (types.length > 0) return widest(types.map((type) => typeShape(document, schema, type, depth)));
  if (isArray(members))
    return members.every((member) => typeof member !== 'object' || member === null) ? 'scalar' : 'other';
  const alternatives = ['anyOf', 'oneOf'].flatMap((keyword) => {
    const list = field(schema, keyword);
    return isArray(list) ? [widest(list.map((each) => valueShape(document, each, depth + 1)))] : [];
  });
  const all = field(schema, 'allOf');
  // Each part narrows the value, so one that is known is enough.
  const parts = isArray(all) ? all.map((each) => valueShape(document, each, depth + 1)) : [];
  return [...alternatives, ...parts].find((shape) => shape !== 'other') ?? 'other';
}

function typeShape(document: RawDocument, schema: Json, type: string, depth: number): ValueShape {
  if (type === 'object') return 'other';
  if (type !== 'array') return 'scalar';
  const items = isObject(schema) ? field(schema, 'items') : undefined;
  return valueShape(document, items, depth + 1) === 'scalar' ? 'list' : 'other';
}

function widest(shapes: readonly ValueShape[]): ValueShape {
  if (shapes.length === 0 || shapes.includes('other')) return 'other';
  return shapes.includes('list') ? 'list' : 'scalar';
}
