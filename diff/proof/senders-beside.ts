import type { Schema } from '../../openapi/model/schema.js';
import type { ComparedPlace, Direction, SchemaChange } from '../change.js';
import { conjunctionOf } from '../schema/conjunction.js';
import { viewOf } from '../schema/view.js';
import { isAlternative } from './step.js';

/** More schemas than this around one alternative are not asked about. */
const MOST = 8;

/**
 * The sending schemas around an alternative that name properties themselves. A sender writes those, too, whichever alternative a
 * value is of.
 */
export function sendersBeside(
  { schemas: { place } }: SchemaChange,
  direction: Direction,
): readonly (readonly Schema[])[] {
  if (place === undefined) return [];
  const found: (readonly Schema[])[] = [];
  const seen = new Set<ComparedPlace>([place]);
  for (const one of seen) {
    for (const surrounding of one.around) {
      const { place: outer, only } = surrounding;
      if ((only !== undefined && only !== direction) || seen.has(outer) || !isAlternative(surrounding)) continue;
      seen.add(outer);
      const stated = direction === 'request' ? outer.stated.base : outer.stated.revision;
      const { properties, required } = viewOf(conjunctionOf(stated));
      if (properties.size + required.size > 0 && found.length < MOST) found.push(stated);
    }
  }
  return found;
}
