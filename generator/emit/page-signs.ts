import type { Operation } from '../../openapi/model/operation.js';
import { field, isArray, type Json } from '../../openapi/source/json.js';
import { itemsOf, propertiesOf, settle } from './object-view.js';
import type { ParameterPlan } from './parameter-plan.js';
import type { RawDocument } from './raw-document.js';
import { readTypes } from './schema-shape.js';

/** A value that takes part in paging, by where it stands. */
export interface Sign {
  readonly path: readonly string[];
  /** The last name without case and separators: `nextpagetoken`. */
  readonly name: string;
  /** All names that way, with a dot between. */
  readonly whole: string;
  readonly types: readonly string[];
  /** The value is a URL, as far as the document says. */
  readonly isLink: boolean;
  readonly schema: Json;
}

const CONTAINERS =
  /^(pages?|pagination|paging|pageinfo|meta|metadata|next|cursors?|responsemetadata|listmetadata|links?|resultinfo|response|result)$/;

const LISTS =
  'data items results records entries values list content value rows hits nodes objects resources elements'.split(' ');

const NO_LISTS = /^(errors?|warnings?|links?|includes?|included|messages?)$/;

/** `nextpagetoken` for `next_page_token`, `nextPageToken` and `@next-page-token`. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** The parameters that may say which page is wanted: those of the query, and those of the body and its parts about paging. */
export function askingSigns(
  document: RawDocument,
  parameters: readonly ParameterPlan[],
  body: Json | undefined,
): Sign[] {
  const query = parameters.filter(({ sent }) => sent.in === 'query' && sent.content === undefined);
  return [
    ...query.map(({ key, sent, schema }) => sign(document, [key], [sent.name], schema ?? {})),
    ...signs(document, body, ['body'], 1).map((each) => ({ ...each, whole: each.whole.replace(/^body\./, '') })),
  ];
}

/** What an answer says about its place among the pages. */
export function answeringSigns(document: RawDocument, schema: Json | undefined): Sign[] {
  return signs(document, schema, [], 3);
}

function signs(document: RawDocument, schema: Json | undefined, path: readonly string[], depth: number): Sign[] {
  return [...propertiesOf(document, schema)].flatMap(([name, value]): Sign[] => {
    const here = [...path, name];
    if (propertiesOf(document, value).size === 0) return [sign(document, here, here, value)];
    return depth > 0 && CONTAINERS.test(plainName(name)) ? signs(document, value, here, depth - 1) : [];
  });
}

function sign(document: RawDocument, path: readonly string[], names: readonly string[], schema: Json): Sign {
  const whole = names.map(plainName).join('.');
  const settled = settle(document, schema) ?? {};
  const text = [field(settled, 'format'), field(settled, 'example'), field(settled, 'description')];
  return {
    path,
    name: whole.slice(whole.lastIndexOf('.') + 1),
    whole,
    types: readTypes(settled).types,
    isLink: /(url|uri|link|href)$/.test(whole) || /\blinks\./.test(whole) || text.some(saysLink),
    schema: settled,
  };
}

function saysLink(text: Json | undefined): boolean {
  return (
    typeof text === 'string' && /^(uri|url|uri-reference)$|^https?:|\b(urls?|uris?|link)\b/i.test(text.slice(0, 300))
  );
}

/** Where the list of an answer is: the answer itself, a property with a usual name, or else its only list of objects. */
export function listPath(document: RawDocument, schema: Json | undefined): readonly string[] | undefined {
  if (itemsOf(document, schema) !== undefined) return [];
  const properties = propertiesOf(document, schema);
  const here = listProperty(document, properties);
  if (here !== undefined) return [here];
  for (const [name, value] of properties) {
    if (!/^(data|result|response|embedded)$/.test(plainName(name))) continue;
    const inner = listProperty(document, propertiesOf(document, value));
    if (inner !== undefined) return [name, inner];
  }
  return undefined;
}

function listProperty(document: RawDocument, properties: ReadonlyMap<string, Json>): string | undefined {
  const lists = [...properties].filter(([name, value]) => itemsOf(document, value) && !NO_LISTS.test(plainName(name)));
  const usual = LISTS.find((name) => lists.some(([each]) => each === name));
  if (usual !== undefined) return usual;
  const ofObjects = lists.filter(([, value]) => propertiesOf(document, itemsOf(document, value)?.schema).size > 0);
  const [only, ...others] = ofObjects.length > 0 ? ofObjects : lists;
  return others.length === 0 ? only?.[0] : undefined;
}

/** Whether a success names its neighbours in a `Link` header. */
export function hasLinkHeader({ responses }: Operation): boolean {
  return [...responses].some(
    ([status, { headers }]) =>
      status.startsWith('2') && [...headers.keys()].some((name) => name.toLowerCase() === 'link'),
  );
}

/** Whether the first page has the number 0. */
export function startsAtZero({ schema }: Sign): boolean {
  const settled = typeof schema === 'object' && schema !== null && !isArray(schema) ? schema : {};
  return field(settled, 'default') === 0;
}
