import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createEmitContext } from '../../../generator/emit/emit-context.js';
import { facadeText } from '../../../generator/emit/facade-text.js';
import { planClient } from '../../../generator/emit/plan.js';
import { bind, type Client, createClient, operation } from '../../../generator/runtime/index.js';
import type { ApiDocument } from '../../../openapi/model/document.js';
import { root } from '../../shared.js';
import { documentAt, documentOf } from './documents.js';

/** A client that answers by itself, and what it was asked. */
function recorder(): { readonly client: Client; readonly asked: string[] } {
  const asked: string[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    asked.push(`${request.method} ${request.url}`);
    return new Response(null, { status: 204 });
  };
  return { client: createClient({ baseUrl: 'https://api.example' }, { fetch }), asked };
}

/** A value for every name of an address, which tells it from the others. */
function paramsFor(address: string): object {
  const names = [...address.matchAll(/\{\??([^{}]*)\}/g)].flatMap(([, list = '']) => list.split(','));
  return Object.fromEntries(names.map((name) => [name, `${name}!`]));
}

type Methods = Readonly<Record<string, (given?: object) => Promise<unknown>>>;

async function comparisons(document: ApiDocument): Promise<number> {
  const versionHeader = { name: 'Intercom-Version', value: '1' };
  const options = { apiName: 'api', runtimeImport: '../runtime/index.js', versionHeader };
  const context = createEmitContext(document, options);
  let count = 0;
  for (const { operations } of planClient(document, options).resources) {
    const { lines, others } = facadeText(operations, context);
    const inWords = recorder();
    const { a: methods } = bind<{ a: Methods }>(inWords.client, { a: lines.join(' ') });
    const plain = operations.filter((plan) => !others.includes(plan));
    const byFunction = recorder();
    for (const plan of plain) {
      const { address, params: kind } = context.facts.of(plan);
      await methods[plan.methodName]?.(...(kind === 'none' ? [] : [paramsFor(address)]));
      await operation(address)(byFunction.client, paramsFor(address));
    }
    expect(Object.keys(methods).sort()).toEqual(plain.map(({ methodName }) => methodName).sort());
    expect(inWords.asked).toEqual(byFunction.asked);
    count += inWords.asked.length;
  }
  return count;
}

test.each([
  ['2.11', 80],
  ['2.15', 120],
  ['preview', 150],
])('what the façade of Intercom %s says in words is what the functions say', async (version, least) => {
  const document = await documentAt(join(root, `specs/intercom/${version}.yaml`));
  expect(await comparisons(document)).toBeGreaterThan(least);
});

test('words are for operations of which the address says all', async () => {
  const answer = { responses: { 204: { description: 'done' } } };
  const json = { description: 'data', content: { 'application/json': { schema: { type: 'object' } } } };
  const mayBeEmpty = { responses: { 200: json, 202: { description: 'later' } } };
  const parameter = (place: string, name: string, type = 'string') => ({
    in: place,
    name,
    required: true,
    schema: { type },
  });
  const id = { parameters: [parameter('path', 'id')] };
  const body = { requestBody: { content: { 'application/json': { schema: { type: 'object' } } } } };
  const document = await documentOf({
    openapi: '3.1.0',
    info: { title: 'Words', version: '1' },
    servers: [{ url: 'https://api.example' }],
    paths: {
      '/': { get: { ...answer, operationId: 'root' } },
      '/a': { post: { ...answer, operationId: 'make' } },
      '/a/{id}': { ...id, get: { ...answer, operationId: 'read' }, put: { ...answer, ...body, operationId: 'put' } },
      '/a/{id}/': { ...id, get: { ...mayBeEmpty, operationId: 'end' } },
      '/a//b': { options: { ...answer, parameters: [parameter('query', 'c.d')], operationId: 'twice' } },
      '/a b': { put: { ...answer, ...body, operationId: 'blank' } },
      '/c': { get: { ...answer, parameters: [parameter('header', 'x')], operationId: 'header' } },
      '/d': { get: { ...answer, parameters: [parameter('query', 'x', 'object')], operationId: 'object' } },
    },
  });
  const options = { apiName: 'words', runtimeImport: '../runtime/index.js' };
  const context = createEmitContext(document, options);
  const texts = planClient(document, options).resources.map(({ operations }) => facadeText(operations, context));
  expect(texts.map(({ lines, others }) => [lines, others.map(({ methodName }) => methodName)])).toEqual([
    [['/ root'], []],
    [['/a//b twice:OPTIONS{?c.d}', '1/{id} read put:PUT', '2/ end?'], ['make']],
    [[], ['blank']],
    [[], ['header']],
    [[], ['object2']],
  ]);
  expect(await comparisons(document)).toBe(5);
});
