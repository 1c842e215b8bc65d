import type { Sign } from './page-signs.js';
import { startsAtZero } from './page-signs.js';

/** How one page leads to the next, as the runtime takes it. Every path is a list of property names. */
export interface PageRule {
  readonly next: 'nextCursor' | 'nextPage' | 'nextOffset' | 'nextLast' | 'nextLink';
  readonly from?: readonly string[];
  readonly to?: readonly string[];
  readonly more?: readonly string[];
  readonly total?: readonly string[];
  /** The number of the first page. Absent: 1. */
  readonly start?: number;
}

/** What there is to tell the rule from. */
export interface Evidence {
  /** Parameters that may ask for a page. */
  readonly asking: readonly Sign[];
  /** What the answer says. */
  readonly answering: readonly Sign[];
  readonly hasLinkHeader: boolean;
  /** The properties of an item. */
  readonly itemNames: ReadonlySet<string>;
}

const CURSOR =
  /^(startingafter|startafter|after|aftercursor|cursor|nextcursor|startcursor|pagecursor|pagetoken|nextpagetoken|nexttoken|startingtoken|continuationtoken|paginationtoken|marker|nextmarker|bookmark|scrollparam|scrollid)$/;
const NEXT_CURSOR =
  /^(next|nextcursor|nextpagetoken|nexttoken|nextmarker|nextpage|nextpagecursor|endcursor|continuationtoken|nextcontinuationtoken|paginationtoken|nextstartingafter)$/;
const MORE = /^(hasmore|more|hasnext|hasnextpage|hasmorepages|ismore|moreresults)$/;
const PAGE = /^(page|pagenumber|pageno|pagenum|currentpage|pageindex)$/;
const PAGES = /^(totalpages|pagecount|numpages|numberofpages|lastpage|pagestotal|pages|totalpagecount)$/;
const OFFSET = /^(offset|skip|startat|startindex)$/;
const TOTAL = /^(total|totalcount|totalitems|totalresults|totalrecords|totalsize|totalelements)$/;
const PAGING = /^(page|perpage|pagesize|limit|first|after|before|cursor|since)$/;

/**
 * The rule by which an operation pages, or `undefined` where nothing says that it does. In this order: a parameter that takes
 * a cursor which the answer holds; `starting_after` with the id of the last item; a URL in the answer; a `Link` header; a
 * number of the page; a number of items to skip.
 */
export function derivePageRule({ asking, answering, hasLinkHeader, itemNames }: Evidence): PageRule | undefined {
  const more = answering.find(({ name, types }) => MORE.test(name) && types.includes('boolean'))?.path;
  const flag = more === undefined ? {} : { more };
  for (const { name, path: to } of asking.filter((each) => CURSOR.test(each.name))) {
    const from = nextCursor(answering, name)?.path;
    if (from !== undefined) return { next: 'nextCursor', from, to, ...flag };
    if (name === 'startingafter' && more !== undefined && itemNames.has('id')) {
      return { next: 'nextLast', from: ['id'], to, more };
    }
  }
  const link = answering.find(
    ({ whole, isLink, types }) => isLink && isText(types) && /(^|[a-z]*\.)(odata)?next[a-z.]*$/.test(whole),
  );
  if (link !== undefined && asking.every(({ path }) => path[0] !== 'body'))
    return { next: 'nextLink', from: link.path };
  if (hasLinkHeader && asking.some(({ name }) => PAGING.test(name))) return { next: 'nextLink' };
  const page = asking.find(({ name, types }) => PAGE.test(name) && isNumber(types));
  if (page !== undefined) {
    const total = answering.find(({ name, types }) => PAGES.test(name) && isNumber(types))?.path;
    const from = answering.find(({ name, types }) => PAGE.test(name) && isNumber(types))?.path;
    const start = startsAtZero(page) ? { start: 0 } : {};
    const end = total === undefined ? flag : { total };
    return { next: 'nextPage', ...(from === undefined ? {} : { from }), to: page.path, ...end, ...start };
  }
  const offset = asking.find(({ name, types }) => OFFSET.test(name) && isNumber(types));
  if (offset === undefined) return undefined;
  const total = answering.find(({ name, types }) => TOTAL.test(name) && isNumber(types))?.path;
  return { next: 'nextOffset', to: offset.path, ...(total === undefined ? flag : { total }) };
}

/** What the answer gives for the parameter `name`: `next_<name>`, `next.<name>`, a usual name, or the same name. */
function nextCursor(answering: readonly Sign[], name: string): Sign | undefined {
  const scalars = answering.filter(
    ({ types, isLink }) => !isLink && !types.some((type) => /object|array|boolean/.test(type)),
  );
  return (
    scalars.find((each) => each.name === `next${name}` || each.whole.endsWith(`next.${name}`)) ??
    scalars.find((each) => NEXT_CURSOR.test(each.name)) ??
    scalars.find((each) => each.name === name)
  );
}

function isNumber(types: readonly string[]): boolean {
  return types.length === 0 || types.some((type) => type === 'integer' || type === 'number');
}

function isText(types: readonly string[]): boolean {
  return types.length === 0 || types.includes('string');
}
