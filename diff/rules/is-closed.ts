import type { Schema } from '../../openapi/model/schema.js';

/** Whether the schemas of one object together refuse every property that is not declared. Without any schema, nothing is refused. */
export function isClosed(schemas: readonly Schema[] = []): boolean {
  return schemas.some(
    ({ additionalProperties, unevaluatedProperties }) =>
      additionalProperties?.always === false || unevaluatedProperties?.always === false,
  );
}
