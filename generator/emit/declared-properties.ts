import { emptyRecord } from './empty-record.js';
import type { PreparedSchema } from './prepared-schema.js';

/**
 * The properties of a schema, those of its `allOf` included. "Required" is added by a mapped type, which works on what is an
 * object in every case, so there are none where the value may be something else.
 */
export function declaredProperties(
  schema: PreparedSchema,
  resolve: (reference: string) => PreparedSchema | undefined,
): Record<string, PreparedSchema> | undefined {
  const found = emptyRecord<PreparedSchema>();
  const wholes = new Set([schema]);
  for (const whole of wholes) {
    const { nullable, anyOf, oneOf, properties, allOf = [] } = whole;
    if (nullable === true || anyOf !== undefined || oneOf !== undefined) return undefined;
    Object.assign(found, properties);
    for (const part of allOf) {
      const target = part.$ref === undefined ? part : resolve(part.$ref);
      if (target !== undefined) wholes.add(target);
    }
  }
  return found;
}
