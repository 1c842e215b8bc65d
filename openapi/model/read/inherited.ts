import type { OperationKind, Parameter } from '../operation.js';
import type { SecurityAlternative, SecurityScheme } from '../security.js';
import type { Server } from '../server.js';

/** Where a path item stands. */
export interface PathPlace {
  readonly kind: OperationKind;
  readonly path: string;
  /** The names in the template of the path, of which what is no path has none. */
  readonly names: ReadonlySet<string>;
}

/** What a path item inherits from its document, or from the operation whose callback it is. */
export interface Shared {
  readonly servers: readonly Server[];
  /** Absent: the document. */
  readonly serversFrom?: 'path' | 'document';
  readonly security: readonly SecurityAlternative[];
  readonly schemes: ReadonlyMap<string, SecurityScheme>;
}

/** What an operation inherits from its path item and its document. */
export interface Inherited extends PathPlace, Shared {
  readonly parameters: readonly Parameter[];
  readonly serversFrom: 'path' | 'document';
}
