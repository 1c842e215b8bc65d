import type { JsonType } from '../../openapi/model/schema.js';
import type { Json } from '../../openapi/source/json.js';
import type { ChangeOf, Direction, SchemaChange } from '../change.js';
import { conjunctionOf } from '../schema/conjunction.js';
import { type View, viewOf } from '../schema/view.js';

/** A schema of a parameter or header, or of the items of one. */
const PLACE = /(?:^|\/)(?:parameters|headers)\/[^/]+\/schema(?:\/items)?$/;

/** Types whose text tells nothing of the type. */
const SCALARS: ReadonlySet<JsonType> = new Set(['integer', 'number', 'boolean', 'string']);

/** Whether the value stands in a URL, header or form, where 7 and "7" are the same text (OpenAPI, "Style Values"). */
export function isWrittenAsText({ schemas }: SchemaChange): boolean {
  return [...schemas.stated.base, ...schemas.stated.revision].every(({ origin: { segments } }) => {
    if (isInText(segments)) return true;
    // A property may have the name of a keyword.
    return segments.at(-3) !== 'properties' && segments.at(-2) !== 'properties' && PLACE.test(segments.join('/'));
  });
}

/** Whether a schema is that of plain text, of a field of a form, or of one of several values of a field. */
function isInText(segments: readonly string[]): boolean {
  const field = segments.at(-1) === 'items' ? segments.slice(0, -1) : segments;
  const [content, form, schema, properties] = field.slice(-5);
  const isField = content === 'content' && schema === 'schema' && properties === 'properties';
  if (isField && form !== undefined && FORM.test(form)) return true;
  const [around, mediaType, whole] = segments.slice(-3);
  return around === 'content' && whole === 'schema' && /^text\/plain(?:;|$)/i.test(mediaType ?? '');
}

/** Scalars are text in the parts of these (Encoding Object, `contentType`). */
const FORM = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)(?:;|$)/i;

/**
 * Whether a type changed of which nothing is seen on the wire: the value is written as text, and the receiver takes any text where
 * the sender writes a number, or lists the texts it takes.
 */
export function isTakenAsText(change: ChangeOf<'schema.type.changed'>, direction: Direction): boolean {
  if (!isWrittenAsText(change)) return false;
  const [from, to] = viewsOf(change, direction);
  const types = [...(from.types ?? [])];
  if (!types.every((type) => SCALARS.has(type)) || types.every((type) => to.types?.has(type))) return false;
  return (to.types?.has('string') === true && isAnyText(to)) || refusedAsText(change, direction)?.length === 0;
}

/** The values of the sender whose text the receiver does not list; `undefined` where one of the two has no list. */
export function refusedAsText(change: SchemaChange, direction: Direction): readonly Json[] | undefined {
  const [from, to] = viewsOf(change, direction);
  const taken = valuesOf(to);
  if (taken === undefined || !isWrittenAsText(change)) return undefined;
  const listed = new Set(taken.map(textOf));
  return valuesOf(from)?.filter((value) => !listed.has(textOf(value)));
}

/** The listed values, as which a type of two values counts. */
function valuesOf({ values, types }: View): readonly Json[] | undefined {
  return values ?? (types?.size === 1 && types.has('boolean') ? [true, false] : undefined);
}

function textOf(value: Json): Json {
  return typeof value === 'object' ? value : String(value);
}

/** The sending side and the receiving side. */
function viewsOf({ schemas }: SchemaChange, direction: Direction): readonly [View, View] {
  const [base, revision] = [viewOf(conjunctionOf(schemas.stated.base)), viewOf(conjunctionOf(schemas.stated.revision))];
  return direction === 'request' ? [base, revision] : [revision, base];
}

/** Keywords that keep no text out. */
const HARMLESS: ReadonlySet<string> = new Set([
  '$comment',
  'default',
  'deprecated',
  'description',
  'example',
  'examples',
  'nullable',
  'title',
  'type',
]);

/** Whether a schema says "string" and no more. */
function isAnyText({ conjunction }: View): boolean {
  return conjunction.members.every(({ raw }) => {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return false;
    return Object.keys(raw).every((key) => HARMLESS.has(key) || key.startsWith('x-'));
  });
}
