import { expect, test } from 'vitest';
import { diffDocuments } from '../../../diff/diff.js';
import type { JsonObject } from '../../../openapi/source/json.js';
import { readText } from '../../documents.js';

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const content = (schema: JsonObject): JsonObject => ({ 'application/json': { schema } });
const answers = (schema: JsonObject): JsonObject => ({
  200: { description: '', content: content(schema) },
  default: { description: '', content: content(ref('Fault')) },
});
const version: JsonObject = { name: 'Version', in: 'header', schema: ref('Version') };
const limit: JsonObject = { name: 'limit', in: 'query', schema: ref('Limit') };

/** Each schema is referred to from several operations, alone and beside something that only one operation has. */
function document(isRevision: boolean, members: JsonObject): string {
  const paths = {
    '/a': {
      get: { parameters: [version, limit], responses: answers(ref('Item')) },
      put: { requestBody: { content: content(ref('Item')) }, responses: answers(ref('Item')) },
    },
    '/b': {
      get: { parameters: [version, limit], responses: answers(ref('Item')) },
      put: { requestBody: { content: content(ref('Item')) }, responses: answers(ref('Kept')) },
    },
    '/c': {
      get: {
        parameters: [version, { ...limit, required: isRevision }],
        responses: answers({ type: 'array', items: ref('Item') }),
      },
      put: { requestBody: { content: content(ref('Kept')) }, responses: answers(ref('Kept')) },
    },
  };
  const schemas = {
    Item: { type: 'object', properties: { kept: ref('Kept'), ...(isRevision ? {} : { gone: { type: 'string' } }) } },
    Fault: { type: 'object', required: isRevision ? ['code'] : [], properties: { code: { type: 'string' } } },
    Limit: { type: 'integer', maximum: isRevision ? 10 : 20 },
    Kept: { type: 'string' },
    Version: { type: 'string', default: isRevision ? '2' : '1' },
    ...members,
  };
  const info = { title: 'Pets', version: isRevision ? '2' : '1' };
  return JSON.stringify({ openapi: '3.1.0', info, paths, components: { schemas } });
}

async function findings(members: JsonObject = {}) {
  const [base, revision] = [false, true].map((isRevision) => readText(document(isRevision, members), {}, 'api.json'));
  if (base === undefined || revision === undefined) throw new TypeError('Two documents are compared.');
  const report = await diffDocuments(await base, await revision);
  return report.findings.map(({ rule, where, operations, direction }) => ({ rule, where, operations, direction }));
}

test('what several operations refer to is told once, with each of them', async () => {
  const told = await findings();
  const using = (rule: string) => told.filter((one) => one.rule === rule).map(({ operations }) => operations);
  expect(using('property-removed')).toEqual([['GET /a', 'GET /b', 'GET /c', 'PUT /a']]);
});

test('it is told alike where nothing is known to be the same', async () => {
  const elsewhere = { Named: { $anchor: 'named' }, Reached: { $ref: '#named' } };
  expect(await findings(elsewhere)).toEqual(await findings());
});
