import type { JsonType } from '../../openapi/model/schema.js';
import type { Json } from '../../openapi/source/json.js';
import type { ChangeOf, Direction, SchemaChange } from '../change.js';
import { type Conjunction, conjunctionOf } from '../schema/conjunction.js';
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
 * the sender writes a number, or lists the texts it takes, or takes several values where the sender writes one.
 */
export function isTakenAsText(change: ChangeOf<'schema.type.changed'>, direction: Direction): boolean {
  if (!isWrittenAsText(change)) return false;
  const [from, to] = viewsOf(change, direction);
  const types = [...(from.types ?? [])];
  if (!types.every((type) => SCALARS.has(type)) || types.every((type) => to.types?.has(type))) return false;
  if (to.types?.size === 1 && to.types.has('array')) return isField(change) && takesOne(from, to);
  return (to.types?.has('string') === true && isAnyText(to)) || refusedAsText(change, direction)?.length === 0;
}

/** Whether the schema is that of a whole parameter, header or field of a form, which is written the same for one value and a list of it. */
function isField({ schemas }: SchemaChange): boolean {
  return [...schemas.stated.base, ...schemas.stated.revision].every(
    ({ origin: { segments } }) => segments.at(-1) !== 'items' && segments.at(-3) !== 'content',
  );
}

/** Whether a list takes the text of a value as its only item, or the pieces of a text that is cut at commas. */
function takesOne(from: View, { conjunction, facets: { minItems = 0 }, items }: View): boolean {
  if (!says(conjunction, LIST) || minItems > 1) return false;
  const item = viewOf(conjunctionOf(items));
  const listed = valuesOf(item);
  if (listed !== undefined) {
    const texts = new Set(listed.map(textOf));
    const isTaken = (text: Json): boolean => texts.has(text) && !(typeof text === 'string' && /[ ,|]/.test(text));
    return says(item.conjunction, LISTING) && valuesOf(from)?.map(textOf).every(isTaken) === true;
  }
  const takesType = (type: JsonType): boolean => item.types?.has('string') !== false || item.types.has(type);
  return says(item.conjunction, HARMLESS) && [...(from.types ?? [])].every(takesType);
}

/** The values of the sender whose text the receiver does not list; `undefined` where one of the two has no list. */
export function refusedAsText(change: SchemaChange, direction: Direction): readonly Json[] | undefined {
  const [from, to] = viewsOf(change, direction);
  const taken = valuesOf(to);
  // Types that exclude each other leave nothing to take.
  if (taken === undefined || to.types?.size === 0 || !isWrittenAsText(change)) return undefined;
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

/** Keywords of a list that takes any number of items. */
const LIST: ReadonlySet<string> = new Set([...HARMLESS, 'items', 'minItems']);

const LISTING: ReadonlySet<string> = new Set([...HARMLESS, 'const', 'enum']);

/** Whether a schema says "string" and no more. */
function isAnyText({ conjunction }: View): boolean {
  return says(conjunction, HARMLESS);
}

/** Whether schemas say nothing but what these keywords do. */
function says({ members }: Conjunction, keywords: ReadonlySet<string>): boolean {
  return members.every(({ raw }) => {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return false;
    return Object.keys(raw).every((key) => keywords.has(key) || key.startsWith('x-'));
  });
}
