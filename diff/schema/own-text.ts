import type { Schema } from '../../openapi/model/schema.js';
import { isObject, type JsonObject } from '../../openapi/source/json.js';

/** With these a schema says what others say. */
const APPLYING: ReadonlySet<string> = new Set(['$ref', '$dynamicRef', 'allOf', 'anyOf', 'oneOf', 'not']);

/**
 * The text of a schema that says all by itself. Some questions are answered by it, so that a schema which only comes or goes, or of
 * which a part differs, need not be read. `undefined` for others.
 */
export function ownText({ raw }: Schema): JsonObject | undefined {
  if (!isObject(raw)) return undefined;
  for (const key in raw) if (APPLYING.has(key)) return undefined;
  return raw;
}
