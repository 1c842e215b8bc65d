import type { Json } from '../../openapi/source/json.js';
import type { SchemaKeyword } from '../schema-change.js';
import { show } from './values.js';

/** What happened to a keyword that is compared as a whole. */
export function keywordMessage(keyword: SchemaKeyword, before: Json | undefined, after: Json | undefined): string {
  if (before === undefined) return `${named(keyword)} ${show(after ?? null)} was added.`;
  if (after === undefined) return `${named(keyword)} ${show(before)} was removed.`;
  return `${named(keyword)} changed from ${show(before)} to ${show(after)}.`;
}

function named(keyword: SchemaKeyword): string {
  return `The keyword "${keyword}"`;
}
