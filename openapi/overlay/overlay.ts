import type { LoadedFile } from '../load/loaded-file.js';
import type { Json } from '../source/json.js';
import type { JsonPath } from './json-path.js';

/** An OpenAPI Overlay 1.0 document, read. */
export interface Overlay {
  readonly file: LoadedFile;
  /** The document it says it was written for; absent where it does not say. */
  readonly extends?: string;
  /** In the order in which they are applied. */
  readonly actions: readonly OverlayAction[];
}

export interface OverlayAction {
  /** As written. */
  readonly target: string;
  readonly path: JsonPath;
  readonly remove: boolean;
  /** Absent where the action only removes. */
  readonly update?: Json;
}
