import { conjunctionOf } from '../../diff/schema/conjunction.js';
import { viewOf } from '../../diff/schema/view.js';
import { stringify } from '../../openapi/source/stringify.js';
import type { SiteSide } from './site.js';

/** Listed values that are told one by one. */
const MOST_VALUES = 6;

/** A value in a few words: `string or null (uuid), one of "a", "b"`. */
export function describeSchema({ schemas, required }: SiteSide): string {
  const view = viewOf(conjunctionOf(schemas));
  const types = view.types === undefined ? ['any type'] : [...view.types].sort();
  if (view.types !== undefined && view.conjunction.nullable) types.push('null');
  const { format } = view.facets;
  const parts = [`${types.join(' or ') || 'null'}${format === undefined ? '' : ` (${format})`}`];
  if (view.values !== undefined) {
    const shown = view.values.slice(0, MOST_VALUES).map((value) => stringify(value));
    const more = view.values.length - shown.length;
    parts.push(`one of ${shown.join(', ')}${more === 0 ? '' : ` and ${more} more`}`);
  }
  if (required === true) parts.push('required');
  return parts.join(', ');
}
