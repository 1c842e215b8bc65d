import { type Params, type Place, placePlain } from './place.js';
import { scalar } from './style.js';

/** As `placePlain`, for a query whose values may be objects: each of their properties is a pair. What is nested deeper is JSON. */
export const placeObjects: Place = (operation, params, query, headers, options) => {
  // What params inherits is no value.
  const given: Params = { __proto__: null, ...params };
  const [path = '', names = ''] = operation.path.split('{?');
  for (const name of names.slice(0, -1).split(',')) {
    const value = given[name];
    const isRecord = typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date);
    const pairs = isRecord
      ? Object.entries(value ?? {})
      : [value].flat().map((item): [string, unknown] => [name, item]);
    for (const [key, item] of pairs) {
      if (item != null) query.push(`${encodeURIComponent(key)}=${encodeURIComponent(scalar(item))}`);
    }
  }
  return placePlain({ ...operation, path }, params, query, headers, options);
};
