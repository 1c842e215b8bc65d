import type { Json } from '../../openapi/source/json.js';
import { quote, show } from './values.js';

/** What happened to a value, as the end of a sentence: `changed from 1 to 2`. */
export function changed({ before, after }: { readonly before?: Json; readonly after?: Json }): string {
  if (before === undefined) return `was stated: ${show(after ?? null)}`;
  return after === undefined
    ? `is no longer stated; it was ${show(before)}`
    : `changed from ${show(before)} to ${show(after)}`;
}

/** The same, of a value of which null is the absence. */
export function changedOrNone(before: Json, after: Json): string {
  return changed({ ...(before === null ? {} : { before }), ...(after === null ? {} : { after }) });
}

/** How the value of an element is written; `content` is null where a style says it. */
export function notationChanged(name: string, keyword: string, before: Json, after: Json): string {
  if (keyword !== 'content' || (before !== null && after !== null)) {
    return `The ${quote(keyword)} of ${name} changed from ${show(before)} to ${show(after)}.`;
  }
  const [now, former] = [after, before].map((content) => (content === null ? 'in a style' : `as ${show(content)}`));
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} is written ${now} now, no longer ${former}.`;
}
