import { accessRows } from './access-rows.js';
import { documentRows } from './document-rows.js';
import type { EditRow } from './edit-row.js';
import { messageRows } from './message-rows.js';
import { operationRows } from './operation-rows.js';
import { schemaRows } from './schema-rows.js';

/** Everything that can be edited in an OpenAPI document: each field of each object, and what tells that it changed. */
export const editSpace: readonly EditRow[] = [
  ...documentRows,
  ...operationRows,
  ...messageRows,
  ...accessRows,
  ...schemaRows,
];
