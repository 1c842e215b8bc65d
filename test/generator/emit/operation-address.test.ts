import { expect, test } from 'vitest';
import { createEmitContext } from '../../../generator/emit/emit-context.js';
import { planClient } from '../../../generator/emit/plan.js';
import { documentOf } from './documents.js';

const OPTIONS = { apiName: 'addresses', runtimeImport: '../runtime/index.js' };

/** The addresses of operations at `paths`, each with query parameters of these names, and what places their parameters. */
async function addresses(paths: Readonly<Record<string, readonly string[]>>): Promise<unknown> {
  const operations = Object.entries(paths).map(([path, query], index) => {
    const named = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => ({ in: 'path', name, required: true }));
    const parameters = [...named, ...query.map((name) => ({ in: 'query', name }))];
    const typed = parameters.map((parameter) => ({ ...parameter, schema: { type: 'string' } }));
    const get = { operationId: `get${index}`, parameters: typed, responses: { 204: { description: 'done' } } };
    return [path, { get }] as const;
  });
  const document = await documentOf({
    openapi: '3.1.0',
    info: { title: 'Addresses', version: '1' },
    servers: [{ url: 'https://api.example' }],
    paths: Object.fromEntries(operations),
  });
  const context = createEmitContext(document, OPTIONS);
  return planClient(document, OPTIONS).resources.flatMap(({ operations: plans }) =>
    plans.map((plan) => {
      const { address, place } = context.facts.of(plan);
      return [address, place];
    }),
  );
}

test('an address names plain parameters', async () => {
  expect(await addresses({ '/a/{id}': ['page', 'per_page'], '/b': [] })).toEqual([
    ['GET /a/{id}{?page,per_page}', undefined],
    ['GET /b', undefined],
  ]);
});

test('a parameter whose name every object has is described, for params that do not state it would seem to', async () => {
  expect(await addresses({ '/a/{constructor}': [], '/b': ['toString'], '/c/{__proto__}': [] })).toEqual([
    ['GET /a/{constructor}', 'placeParameters'],
    ['GET /b', 'placeParameters'],
    ['GET /c/{__proto__}', 'placeParameters'],
  ]);
});

test('an address has one space', async () => {
  expect(await addresses({ '/a b/{c d}/e': [] })).toEqual([['GET /a%20b/{c%20d}/e', 'placeParameters']]);
});
