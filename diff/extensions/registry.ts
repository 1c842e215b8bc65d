/** What an extension is about: its rules are found by this. */
export type ExtensionMeaning =
  | 'sunset'
  | 'stability'
  | 'scopes'
  | 'conditional-scopes'
  | 'behavior'
  | 'presence'
  | 'omitted-default'
  | 'enum-names'
  | 'open-values'
  | 'null'
  | 'sentinel'
  | 'idempotency'
  | 'pagination'
  | 'constraint'
  | 'content'
  | 'searchable-fields'
  | 'error-codes';

/**
 * The extensions that say something callers depend on, in a vocabulary that is known. The value of every other extension is
 * between a document and the tool it was written for, so a change of it is no change of the API.
 */
const MEANINGS: ReadonlyMap<string, ExtensionMeaning> = new Map([
  ['x-sunset', 'sunset'],
  ['x-stability-level', 'stability'],
  ['x-stability', 'stability'],
  ['x-beta', 'stability'],
  ['x-internal', 'stability'],
  ['x-required-scopes', 'scopes'],
  ['x-conditional-scopes', 'conditional-scopes'],
  ['x-behaviors', 'behavior'],
  ['x-event-sequence', 'behavior'],
  ['x-ms-long-running-operation', 'behavior'],
  ['x-present-when', 'presence'],
  ['x-response-when', 'presence'],
  ['x-returned-once', 'presence'],
  ['x-scope-filtered', 'presence'],
  ['x-feature-flag', 'presence'],
  ['x-default-when-omitted', 'omitted-default'],
  ['x-enum-varnames', 'enum-names'],
  ['x-enumNames', 'enum-names'],
  ['x-enum-names', 'enum-names'],
  ['x-extensible-enum', 'open-values'],
  ['x-nullable', 'null'],
  ['x-sentinel', 'sentinel'],
  ['x-idempotent', 'idempotency'],
  ['x-idempotency', 'idempotency'],
  ['x-pagination', 'pagination'],
  ['x-ms-pageable', 'pagination'],
  ['x-clamp', 'constraint'],
  ['x-constraint', 'constraint'],
  ['x-format', 'constraint'],
  ['x-limits', 'constraint'],
  ['x-rate-limit', 'constraint'],
  ['x-content-type', 'content'],
  ['x-searchable-fields', 'searchable-fields'],
  ['x-error-codes', 'error-codes'],
]);

/** The names of all extensions with a meaning. */
export const REGISTERED_EXTENSIONS: readonly string[] = [...MEANINGS.keys()];

/** Whether an extension says something callers depend on. */
export function hasMeaning(name: string): boolean {
  return MEANINGS.has(name);
}

/** What an extension is about; `undefined` for one whose changes are not part of the contract. */
export function meaningOf(name: string): ExtensionMeaning | undefined {
  return MEANINGS.get(name);
}
