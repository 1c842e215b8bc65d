import { field, isArray, type Json, type JsonObject } from '../../openapi/source/json.js';
import { stringify } from '../../openapi/source/stringify.js';
import type { PreparedSchema } from './prepared-schema.js';
import { commentText } from './text.js';
import type { Verbatim } from './verbatim.js';

/** What people read about a schema, parameter, header, response or operation, as text that is safe in a comment. */
export function annotations(object: JsonObject, verbatim: Verbatim): PreparedSchema {
  const text = (value: string): string => verbatim.comment(commentText(value));
  const result: PreparedSchema = {};
  for (const keyword of ['title', 'description', 'format'] as const) {
    const value = field(object, keyword);
    const prepared = typeof value === 'string' ? text(value) : '';
    if (prepared !== '') result[keyword] = prepared;
  }
  for (const keyword of ['deprecated', 'readOnly', 'writeOnly'] as const) {
    if (field(object, keyword) === true) result[keyword] = true;
  }
  for (const keyword of ['default', 'example'] as const) {
    const value = field(object, keyword);
    if (value !== undefined) result[keyword] = text(shown(value));
  }
  const examples = field(object, 'examples');
  if (isArray(examples)) result.examples = examples.map((example) => text(shown(example)));
  return result;
}

function shown(value: Json): string {
  return typeof value === 'string' ? value : stringify(value);
}
