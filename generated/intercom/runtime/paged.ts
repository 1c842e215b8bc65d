import { type Call, call } from './call.js';
import type { CallOptions, Client } from './client.js';
import { ClientError } from './errors.js';
import { describeOperation, type Operation, type Traits } from './operation.js';
import type { Params } from './place.js';
import type { Reply } from './send.js';

/** Property names that lead to a value. */
export type Path = readonly string[];

/** What says where the next page starts; it can be stored and used later. */
export type Cursor = string | number;

/** One page of a list. */
export interface Page<D, I> extends Reply<D> {
  readonly items: readonly I[];
  /** Where the next page starts. Undefined: this is the last one. */
  readonly cursor: Cursor | undefined;
}

/** Where to start. */
export interface PageOptions {
  /** The `cursor` of the page before. Absent: the list starts as the params say. */
  readonly cursor?: Cursor | undefined;
}

/** Where to start and when to stop. */
export interface ItemOptions extends PageOptions {
  /** The most items to give; no page is fetched that is not needed. Absent: all. */
  readonly limit?: number | undefined;
}

/** A call that is the first page when it is awaited, and every item of every page when it is iterated. */
export interface PagedCall<D, E, I> extends Call<D, E>, AsyncIterable<I> {
  items(options?: ItemOptions): AsyncGenerator<I, void, undefined>;
  /** Throws a ClientError if the server gives the same cursor twice. */
  pages(options?: PageOptions): AsyncGenerator<Page<D, I>, void, undefined>;
}

/** How the pages of a list follow each other. */
export interface Pages {
  readonly next: Next;
  /** Where the answer says what comes next; what it means is for `next` to say. */
  readonly from?: Path;
  /** The param the cursor goes to. Absent: `turn` is set. */
  readonly to?: string;
  /** Where the cursor goes within the body, for `turnBody`. */
  readonly within?: Path;
  /** Where the answer says whether there is more. Absent: it does not. */
  readonly more?: Path;
  /** Where the answer says how many pages or items there are. Absent: it does not. */
  readonly total?: Path;
  /** The number of the first page. Absent: 1. */
  readonly start?: number;
  /** What asks for the next page where a param does not. Absent: the cursor goes to `to`. */
  readonly turn?: Turn;
}

/** An answer as `next` sees it. */
export interface Answer {
  readonly data: unknown;
  readonly response: Response;
  readonly items: readonly unknown[];
  /** What this page was asked with. Undefined: the params say where the list starts. */
  readonly cursor: Cursor | undefined;
  readonly params: Params;
}

/** Where the next page starts, or something empty. */
export type Next = (answer: Answer, pages: Pages) => unknown;

/** What to call, and with what, for the page at `cursor`. */
export type Turn = (
  operation: Operation,
  params: Params,
  cursor: Cursor,
  pages: Pages,
  client: Client,
) => readonly [Operation, Params];

/** The value at `path`, or undefined. */
export function valueAt(value: unknown, path: Path | undefined): unknown {
  // Anything may come from a server; what has no such property gives undefined.
  return path?.reduce((inner, name) => (inner as Params | null | undefined)?.[name], value);
}

/** As `operation`, for a list that comes in pages; `list` leads to the items of an answer. */
export function paged(
  address: string,
  list: Path,
  pages: Pages,
  traits?: Traits,
): (client: Client, params?: object, options?: CallOptions) => never {
  const operation = describeOperation(address, traits);
  const { to, next, turn } = pages;
  return (client, given, options) => {
    // The generated type of the params is an interface, which has no index signature.
    const params = (given ?? {}) as Params;
    const first = call<never, never>(client, operation, params, options);
    async function* iterate({ cursor }: PageOptions = {}): ReturnType<PagedCall<never, never, never>['pages']> {
      const seen = new Set([`${cursor}`]);
      do {
        const page: Call<never, never> =
          cursor === undefined
            ? first
            : turn
              ? call(client, ...turn(operation, params, cursor, pages, client), options)
              : call(client, operation, { ...params, [`${to}`]: cursor }, options);
        const reply = await page.raw();
        const found = valueAt(reply.data, list);
        // What the items are, the generated type says.
        const items = (Array.isArray(found) ? found : []) as never[];
        // Null and an empty text say that there is no more; whatever else a server says is sent back to it.
        cursor = (next({ ...reply, items, cursor, params }, pages) || undefined) as Cursor | undefined;
        yield { ...reply, items, cursor };
        // As text, for what is no text or number is new each time. What came with it is given before that is told.
        if (cursor && seen.size === seen.add(`${cursor}`).size) {
          throw new ClientError(operation, `gave the cursor "${cursor}" twice`, undefined, reply.response);
        }
      } while (cursor);
    }
    async function* items({ limit = Infinity, ...rest }: ItemOptions = {}): AsyncGenerator<never, void, undefined> {
      if (limit > 0) {
        for await (const page of iterate(rest)) {
          for (const item of page.items) {
            yield item;
            if (--limit <= 0) return;
          }
        }
      }
    }
    const made: PagedCall<never, never, never> = Object.assign(first, {
      items,
      pages: iterate,
      [Symbol.asyncIterator]: () => items(),
    });
    // The annotation of the generated constant says what it is; comparing the two would cost every program a thousand types.
    return made as never;
  };
}
