import { expect, test } from 'vitest';
import type { PagingRule } from '../../generator/options.js';
import { pagingFaults } from '../../generator/paging-faults.js';
import { documentOf } from './emit/documents.js';

const text = { type: 'string' };
const object = (properties: object): object => ({ type: 'object', properties });
const json = (schema: object): object => ({ content: { 'application/json': { schema } } });

/** What is said of a rule for a search with a parameter `page_token`. */
async function faults(rule: PagingRule): Promise<unknown> {
  const answer = object({
    data: { type: 'array', items: object({ id: text }) },
    pages: object({ next: text, more: { type: 'boolean' } }),
    any: { type: 'object', additionalProperties: true },
    one: { oneOf: [object({ a: text }), object({ b: text })] },
  });
  const post = {
    operationId: 'search',
    parameters: [{ name: 'page_token', in: 'query', schema: text }],
    requestBody: json(object({ pagination: object({ after: text }) })),
    responses: { 200: { description: 'ok', ...json(answer) } },
  };
  const info = { title: 't', version: '1' };
  const document = await documentOf({ openapi: '3.1.0', info, paths: { '/things': { post } } });
  const found = pagingFaults(document, { search: rule, 'GET /other': rule, none: 'none' });
  return [...found].map(([operation, fields]) => [operation, Object.fromEntries(fields)]);
}

const right = { items: ['data'], next: 'cursor', from: ['pages', 'next'], to: ['page_token'] } as const;

test.each<[PagingRule, Record<string, string>]>([
  [right, {}],
  [{ ...right, to: ['body', 'pagination', 'after'], more: ['pages', 'more'] }, {}],
  [{ ...right, next: 'last', from: ['id'] }, {}],
  [{ items: ['data'], next: 'link' }, {}],
  [{ ...right, items: ['any', 'x'], from: ['one', 'c'] }, {}],
  [{ ...right, items: ['dta'] }, { items: '"dta", which is not in the answer. Did you mean "data"?' }],
  [{ ...right, items: ['pages'] }, { items: '"pages", which is no list' }],
  [{ ...right, from: ['pages', 'nxt'] }, { from: '"pages.nxt", which is not in the answer. Did you mean "next"?' }],
  [{ ...right, next: 'last', from: ['di'] }, { from: '"di", which is not in an item. Did you mean "id"?' }],
  [
    { ...right, to: ['pagetoken'], more: ['x'], total: ['pages', 'next', 'y'] },
    {
      more: '"x", which is not in the answer.',
      total: '"pages.next.y", which is not in the answer.',
      to: '"pagetoken", which is no parameter. Did you mean "page_token"?',
    },
  ],
  [
    { ...right, to: ['body', 'pagination', 'afer'] },
    { to: '"body.pagination.afer", which is not in the body. Did you mean "after"?' },
  ],
  [
    { ...right, to: ['pagination', 'after'] },
    { to: '"pagination.after", which is neither a parameter nor in the body' },
  ],
  [
    { items: ['data'], next: 'cursor' },
    { from: 'not there, which cursor needs', to: 'not there, which cursor needs' },
  ],
])('%j', async (rule, expected) => {
  expect(await faults(rule)).toEqual([['search', expected]]);
});
