import type { Json } from '../../openapi/source/json.js';
import { show } from './values.js';

/** What happened to a value, as the end of a sentence: `changed from 1 to 2`. */
export function changed({ before, after }: { readonly before?: Json; readonly after?: Json }): string {
  if (before === undefined) return `was stated: ${show(after ?? null)}`;
  return after === undefined
    ? `is no longer stated; it was ${show(before)}`
    : `changed from ${show(before)} to ${show(after)}`;
}
