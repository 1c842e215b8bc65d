import { ELEMENT_EXAMPLES } from './element-examples.js';
import { SCHEMA_EXAMPLES } from './schema-examples.js';

/** A change that a rule finds, as it stands in the two documents. */
export interface RuleExample {
  /** Where the text stands: as a schema that is sent and received, in an operation, or in the document. */
  readonly in: 'schema' | 'operation' | 'document';
  readonly before: string;
  readonly after: string;
}

/** The example of a rule; not every rule has one. */
export function exampleOf(id: string): RuleExample | undefined {
  const schema = SCHEMA_EXAMPLES.get(id);
  if (schema !== undefined) return { in: 'schema', before: schema[0], after: schema[1] };
  const element = ELEMENT_EXAMPLES.get(id);
  return element === undefined ? undefined : { in: element[0], before: element[1], after: element[2] };
}
