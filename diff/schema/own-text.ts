import type { Schema } from '../../openapi/model/schema.js';
import { field, isObject, type JsonObject } from '../../openapi/source/json.js';

/** With these a schema says what others say. */
const APPLYING = ['$ref', '$dynamicRef', 'allOf', 'anyOf', 'oneOf', 'not'] as const;

/**
 * The text of a schema that says all by itself. Some questions are answered by it, so that a schema which only comes or goes, or of
 * which a part differs, need not be read. `undefined` for others.
 */
export function ownText({ raw }: Schema): JsonObject | undefined {
  if (!isObject(raw)) return undefined;
  return APPLYING.some((key) => field(raw, key) !== undefined) ? undefined : raw;
}
