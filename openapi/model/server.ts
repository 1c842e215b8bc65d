import type { Origin } from '../source/origin.js';

/** Server Object. */
export interface Server {
  readonly origin: Origin;
  /** The URL template as written. */
  readonly url: string;
  /** `name`, added by OpenAPI 3.2. */
  readonly name?: string;
  readonly description?: string;
  readonly variables: ReadonlyMap<string, ServerVariable>;
}

export interface ServerVariable {
  readonly default: string;
  readonly enum: readonly string[];
}
