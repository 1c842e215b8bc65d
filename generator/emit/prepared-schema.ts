/** A schema reduced to what has a type, in the spelling openapi-typescript reads without loss. Ours to change. */
export interface PreparedSchema {
  $ref?: string;
  title?: string;
  description?: string;
  format?: string;
  deprecated?: boolean;
  default?: string;
  example?: string;
  examples?: string[];
  readOnly?: boolean;
  writeOnly?: boolean;
  type?: string;
  nullable?: boolean;
  enum?: (string | number | boolean | null)[];
  const?: string | number | boolean;
  properties?: Record<string, PreparedSchema>;
  required?: string[];
  additionalProperties?: boolean | PreparedSchema;
  patternProperties?: Record<string, PreparedSchema>;
  items?: PreparedSchema;
  prefixItems?: PreparedSchema[];
  allOf?: PreparedSchema[];
  anyOf?: PreparedSchema[];
  oneOf?: PreparedSchema[];
  discriminator?: { propertyName: string; mapping?: Record<string, string> };
}
