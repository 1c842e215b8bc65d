import type { Operation } from '../../openapi/model/operation.js';
import type { PagingRule } from '../options.js';
import { itemsOf, propertiesOf, schemaAt } from './object-view.js';
import { answeringSigns, askingSigns, hasLinkHeader, listPath } from './page-signs.js';
import { derivePageRule, type PageRule } from './pages-rule.js';
import type { ParameterPlan } from './parameter-plan.js';
import type { Answers, Body } from './payload-types.js';
import type { RawDocument } from './raw-document.js';
import type { SchemaForms } from './schema-forms.js';
import { stringLiteral } from './text.js';

/** How an operation pages. */
export interface PagesPlan {
  /** The list in an answer; empty where the answer is the list. */
  readonly items: readonly string[];
  readonly itemType: string;
  readonly rule: PageRule;
}

/** An operation as far as paging depends on it. */
export interface PagesPlace {
  readonly document: RawDocument;
  readonly forms: SchemaForms;
  readonly operation: Operation;
  readonly parameters: readonly ParameterPlan[];
  readonly body: Body | undefined;
  readonly answers: Answers;
}

/** How an operation pages: as people say, else as the document shows, or not at all. */
export function planPages(
  place: PagesPlace,
  { paging, dataType }: { readonly paging?: PagingRule | 'none'; readonly dataType: string },
): PagesPlan | undefined {
  const { answers } = place;
  if (paging === 'none' || answers.read !== undefined || answers.redirect) return undefined;
  const [items, rule] = paging === undefined ? derive(place) : [paging.items, stated(paging)];
  if (items === undefined || rule === undefined) return undefined;
  return { items, itemType: itemType(place, items, dataType), rule };
}

function derive({ document, operation, parameters, body, answers }: PagesPlace): [(readonly string[])?, PageRule?] {
  const { method, path } = operation;
  const isSearch = method === 'POST' && body?.encoding === 'json';
  const isList = method === 'POST' && body === undefined && /\/(?:list|search|query|find)\/?$/i.test(path);
  if (answers.schema === undefined || (method !== 'GET' && !isSearch && !isList)) return [];
  const items = listPath(document, answers.schema);
  if (items === undefined) return [];
  const item = itemsOf(document, schemaAt(document, answers.schema, items))?.schema;
  const asking = askingSigns(document, parameters, body?.schema);
  const rule = derivePageRule({
    // A POST that pages by its query may well create something.
    asking: isSearch ? asking.filter(({ path }) => path[0] === 'body') : asking,
    answering: answeringSigns(document, answers.schema),
    hasLinkHeader: hasLinkHeader(operation),
    itemNames: new Set(propertiesOf(document, item).keys()),
  });
  return rule === undefined ? [] : [items, rule];
}

const STRATEGIES = {
  cursor: 'nextCursor',
  page: 'nextPage',
  offset: 'nextOffset',
  last: 'nextLast',
  link: 'nextLink',
} as const;

function stated({ next, from, to, more, total }: PagingRule): PageRule {
  return {
    next: STRATEGIES[next],
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(more === undefined ? {} : { more }),
    ...(total === undefined ? {} : { total }),
  };
}

/** The type of one item: the component where it is one, else the way to it from the data. */
function itemType({ document, forms, answers }: PagesPlace, path: readonly string[], dataType: string): string {
  const { schema } = answers;
  const list = itemsOf(document, schemaAt(document, schema, path));
  if (schema === undefined || list === undefined) return 'unknown';
  const named = forms.componentType(list.schema, 'read');
  if (named !== undefined) return named;
  const steps = path.reduce((type, name) => `NonNullable<${type}>[${stringLiteral(name)}]`, dataType);
  return list.schema === undefined ? 'unknown' : `NonNullable<${steps}>[number]`;
}
