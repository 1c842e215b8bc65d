import type { OperationKind, Parameter } from '../operation.js';
import type { SecurityAlternative, SecurityScheme } from '../security.js';
import type { Server } from '../server.js';

/** What an operation inherits from its path item and its document. */
export interface Inherited {
  readonly kind: OperationKind;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly servers: readonly Server[];
  readonly serversFrom: 'path' | 'document';
  readonly security: readonly SecurityAlternative[];
  readonly schemes: ReadonlyMap<string, SecurityScheme>;
}
