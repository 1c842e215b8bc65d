import { describe, expect, it } from 'vitest';
import { generateClient } from '../../../generator/generate.js';
import type { GenerateOptions } from '../../../generator/options.js';
import { documentOf } from './documents.js';

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const count: Schema = { type: 'integer' };
const flag: Schema = { type: 'boolean' };
const object = (properties: Schema): Schema => ({ type: 'object', properties });
const list = (items: Schema = object({ id: text })): Schema => ({ type: 'array', items });
const query = (...names: string[]): object[] =>
  names.map((name) => ({
    name,
    in: 'query',
    schema: /page|offset|limit/i.test(name) && !/token/i.test(name) ? count : text,
  }));

interface Case {
  readonly answer: Schema;
  readonly parameters?: readonly object[];
  readonly body?: Schema;
  readonly method?: string;
  readonly headers?: Schema;
}

/** The path of the list and the rule of an operation, or nothing where it does not page. */
async function paging(
  { answer, parameters = [], body, method = 'get', headers = {} }: Case,
  options: Partial<GenerateOptions> = {},
) {
  const json = (schema: Schema): object => ({ content: { 'application/json': { schema } } });
  const responses = { 200: { description: 'ok', headers, ...json(answer) } };
  const operation = {
    operationId: 'list',
    parameters,
    responses,
    ...(body === undefined ? {} : { requestBody: json(body) }),
  };
  const info = { title: 't', version: '1' };
  const document = await documentOf({ openapi: '3.1.0', info, paths: { '/things': { [method]: operation } } });
  const files = await generateClient(document, { apiName: 'shop', runtimeImport: './runtime.js', ...options });
  const found = (name: string, pattern: RegExp): string | undefined =>
    pattern.exec(files.find(({ path }) => path === name)?.text ?? '')?.[1];
  const items = found('things.ts', /paged\("[^"]*", (\[.*?\]), \w+/);
  const rule = found('pagination.ts', /: Pages = (.*);/);
  return items === undefined ? undefined : [items, rule, found('things.ts', /ListItem = (.*);/)];
}

describe('an operation pages', () => {
  it('by a cursor that the answer holds', async () => {
    const answer = object({
      data: list(),
      pages: object({ next: object({ starting_after: text }), total_pages: count }),
    });
    expect(await paging({ answer, parameters: query('per_page', 'starting_after') })).toEqual([
      '["data"]',
      '{ next: nextCursor, from: ["pages", "next", "starting_after"], to: "starting_after" }',
      'NonNullable<NonNullable<ListData>["data"]>[number]',
    ]);
    const other = object({ nextPageToken: text, things: list(), total: count });
    expect(await paging({ answer: other, parameters: query('pageToken') })).toEqual([
      '["things"]',
      '{ next: nextCursor, from: ["nextPageToken"], to: "pageToken" }',
      'NonNullable<NonNullable<ListData>["things"]>[number]',
    ]);
  });

  it('by a cursor in the body of a search', async () => {
    const answer = object({
      data: list(),
      pages: object({ next: { oneOf: [object({ starting_after: text }), { type: 'null' }] } }),
    });
    const body = object({ query: text, pagination: object({ per_page: count, starting_after: text }) });
    expect(await paging({ answer, body, method: 'post' })).toEqual([
      '["data"]',
      '{ next: nextCursor, turn: turnBody, from: ["pages", "next", "starting_after"], within: ["pagination", "starting_after"] }',
      'NonNullable<NonNullable<ListData>["data"]>[number]',
    ]);
  });

  it('by a cursor while a flag says so, or by the last item', async () => {
    const page = object({ endCursor: text, hasNextPage: flag });
    expect(await paging({ answer: object({ page, items: list() }), parameters: query('after') })).toEqual([
      '["items"]',
      '{ next: nextCursorIfMore, from: ["page", "endCursor"], to: "after", more: ["page", "hasNextPage"] }',
      'NonNullable<NonNullable<ListData>["items"]>[number]',
    ]);
    expect(
      await paging({ answer: object({ data: list(), has_more: flag }), parameters: query('starting_after') }),
    ).toEqual([
      '["data"]',
      '{ next: nextLast, from: ["id"], to: "starting_after", more: ["has_more"] }',
      'NonNullable<NonNullable<ListData>["data"]>[number]',
    ]);
  });

  it('by a link in the answer or in a header', async () => {
    const meta = object({ next_page_url: { type: 'string', format: 'uri' } });
    expect(await paging({ answer: object({ meta, rows: list() }), parameters: query('Page', 'PageToken') })).toEqual([
      '["rows"]',
      '{ next: nextLink, turn: turnLink, from: ["meta", "next_page_url"] }',
      'NonNullable<NonNullable<ListData>["rows"]>[number]',
    ]);
    const headers = { Link: { schema: text } };
    expect(await paging({ answer: list(), parameters: query('per_page'), headers })).toEqual([
      '[]',
      '{ next: nextLink, turn: turnLink }',
      'NonNullable<ListData>[number]',
    ]);
  });

  it('by the number of the page or of items', async () => {
    const zero = [{ name: 'page', in: 'query', schema: { ...count, default: 0 } }];
    expect(
      await paging({ answer: object({ list: list(), total_pages: count, page: count }), parameters: zero }),
    ).toEqual([
      '["list"]',
      '{ next: nextPage, from: ["page"], to: "page", total: ["total_pages"], start: 0 }',
      'NonNullable<NonNullable<ListData>["list"]>[number]',
    ]);
    expect(
      await paging({ answer: object({ data: object({ users: list() }), total: count }), parameters: query('offset') }),
    ).toEqual([
      '["data", "users"]',
      '{ next: nextOffset, to: "offset", total: ["total"] }',
      'NonNullable<NonNullable<NonNullable<ListData>["data"]>["users"]>[number]',
    ]);
  });

  it('only where it gives a list and takes a place in it', async () => {
    const answer = object({ data: list(), next_cursor: text });
    expect(await paging({ answer })).toBeUndefined();
    expect(await paging({ answer: object({ next_cursor: text }), parameters: query('cursor') })).toBeUndefined();
    expect(await paging({ answer, parameters: query('cursor'), method: 'delete' })).toBeUndefined();
    expect(
      await paging({ answer, parameters: query('cursor'), body: object({ name: text }), method: 'post' }),
    ).toBeUndefined();
    expect(await paging({ answer: object({ a: list(), b: list() }), parameters: query('page') })).toBeUndefined();
  });

  it('as people say', async () => {
    const answer = object({ a: list(), b: list(text), here: object({ mark: text }) });
    const rule = { items: ['b'], next: 'cursor', from: ['here', 'mark'], to: ['begin'] } as const;
    expect(await paging({ answer, parameters: query('begin') }, { pagination: { list: rule } })).toEqual([
      '["b"]',
      '{ next: nextCursor, from: ["here", "mark"], to: "begin" }',
      'NonNullable<NonNullable<ListData>["b"]>[number]',
    ]);
    expect(
      await paging({ answer: list(), parameters: query('page') }, { pagination: { 'GET /things': 'none' } }),
    ).toBeUndefined();
  });
});
