import type { Json } from '../source/json.js';
import type { JsonIndex } from './json-index.js';
import type { JsonText } from './json-text.js';

/** JSON text with its value, all of which the text says once. */
export interface ParsedJson {
  readonly source: JsonText;
  readonly value: Json;
  readonly usesIds: boolean;
  readonly index: JsonIndex;
}
