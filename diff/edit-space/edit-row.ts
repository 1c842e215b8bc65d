import type { SpecificationLine } from '../../openapi/model/document.js';
import type { Json, JsonObject } from '../../openapi/source/json.js';
import type { ChangeKind } from '../change.js';

/** The objects of the specification that have fields. A Security Scheme is listed under each of its types. */
export type ObjectName =
  | 'openapi'
  | 'info'
  | 'contact'
  | 'license'
  | 'server'
  | 'server-variable'
  | 'components'
  | 'paths'
  | 'path-item'
  | 'operation'
  | 'external-documentation'
  | 'parameter'
  | 'request-body'
  | 'media-type'
  | 'encoding'
  | 'responses'
  | 'response'
  | 'callbacks'
  | 'example'
  | 'link'
  | 'header'
  | 'tag'
  | 'reference'
  | 'schema'
  | 'discriminator'
  | 'xml'
  | 'security-scheme'
  | 'oauth-flows'
  | 'oauth-flow'
  | 'security-requirement';

/** What can be done to a field of an object that stands in both documents. */
export type Edit = 'added' | 'removed' | 'changed' | 'reordered';

/** Why an edit is no change of what is agreed between an API and its callers, in one sentence. */
export interface NotContract {
  readonly notContract: string;
}

/** The kinds of change that tell an edit, or why none does. */
export type Telling = readonly ChangeKind[] | NotContract;

/** Every edit of one field, with an example. */
export interface EditRow {
  readonly object: ObjectName;
  /** The name of a fixed field; a patterned one in braces: `{path}`. */
  readonly field: string;
  /** The first and the last line of the specification that has the field; 3.0 and 3.2 where they are absent. */
  readonly since?: SpecificationLine;
  readonly until?: SpecificationLine;
  /** What each edit is told by. An edit that is left out makes a document that is not valid. */
  readonly edits: { readonly [One in Edit]?: Telling };
  /** The example: the field comes with the first value, goes with it, or changes to the second. */
  readonly values: readonly [Json, Json];
  /** The name under which a patterned field stands in the example. */
  readonly key?: string;
  /** What the object needs besides the field for the edit to mean something. */
  readonly beside?: JsonObject;
}

export type RowOptions = Pick<EditRow, 'since' | 'until' | 'key' | 'beside'>;

/** One row of the table. */
export function row(
  object: ObjectName,
  field: string,
  values: readonly [Json, Json],
  edits: EditRow['edits'],
  options: RowOptions = {},
): EditRow {
  return { object, field, values, edits, ...options };
}

/** Every edit is told by the same kinds. */
export function always(...kinds: readonly ChangeKind[]): EditRow['edits'] {
  return { added: kinds, removed: kinds, changed: kinds };
}

/** No edit is a change. */
export function never(notContract: string): EditRow['edits'] {
  const telling = { notContract };
  return { added: telling, removed: telling, changed: telling };
}

/** A field that the object has to have: it can only change. */
export function required(...kinds: readonly ChangeKind[]): EditRow['edits'] {
  return { changed: kinds };
}

/** Why what people read is not compared. */
export const PROSE = 'People read it, and no request or response depends on it.';
export const EXAMPLE = 'It shows a value and demands nothing: what is allowed is said by schemas.';
const UNREGISTERED =
  'Only the tool it was written for knows what it means; extensions with a known meaning are listed.';

/** The two rows for the extensions of an object. */
export function extensionRows(
  object: ObjectName,
  registered: EditRow['edits'] | undefined,
  beside: JsonObject = {},
): readonly EditRow[] {
  const rows = [row(object, 'x-', ['a', 'b'], never(UNREGISTERED), { key: 'x-generator', beside })];
  if (registered === undefined) return rows;
  return [
    ...rows,
    row(object, 'x- (registered)', ['2030-01-01', '2029-01-01'], registered, { key: 'x-sunset', beside }),
  ];
}
