import { describe, expect, it } from 'vitest';
import { generateClient } from '../../../generator/generate.js';
import { documentOf } from './documents.js';

const file = { type: 'string', format: 'binary' };
const of = (schema: object, type = 'application/json'): object => ({ content: { [type]: { schema } } });
const object = (name: string): object => ({ type: 'object', properties: { [name]: { type: 'string' } } });

/** What the module of an operation with these responses and this body says. */
async function emitted(responses: object, requestBody?: object): Promise<string> {
  const put = { operationId: 'keep', responses, ...(requestBody === undefined ? {} : { requestBody }) };
  const info = { title: 't', version: '1' };
  const components = { schemas: { A: object('a'), B: object('b'), File: file } };
  const document = await documentOf({ openapi: '3.1.0', info, components, paths: { '/things': { put } } });
  const files = await generateClient(document, { apiName: 'shop', runtimeImport: './runtime.js' });
  return files.find(({ path }) => path === 'things.ts')?.text ?? '';
}

/** The statuses of its errors, in order. */
async function statuses(errors: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const declared = Object.entries(errors).map(([status, name]) => [
    status,
    { description: status, ...of({ $ref: `#/components/schemas/${name}` }) },
  ]);
  const text = await emitted({ 204: { description: 'ok' }, ...Object.fromEntries(declared) });
  return [...text.matchAll(/ApiError<(.*), components/g)].map((match) => match[1] ?? '');
}

describe('the status of an error', () => {
  it('leaves out those of other bodies', async () => {
    expect(await statuses({ 404: 'A', default: 'B' })).toEqual([
      '404',
      'Exclude<RedirectStatus | ClientErrorStatus | ServerErrorStatus, 404>',
    ]);
    expect(await statuses({ 401: 'A', 503: 'A', '5XX': 'B' })).toEqual([
      '401',
      '503',
      'Exclude<ServerErrorStatus, 503>',
    ]);
    expect(await statuses({ 401: 'A', '5XX': 'B', default: 'A' })).toEqual([
      '401',
      'ServerErrorStatus',
      'RedirectStatus | ClientErrorStatus',
    ]);
  });

  it('is any number where no other body is to be told apart', async () => {
    expect(await statuses({ default: 'A' })).toEqual(['number']);
    expect(await statuses({ '5XX': 'A' })).toEqual(['number']);
    expect(await statuses({ 404: 'A', default: 'A' })).toEqual(['404', 'number']);
  });
});

describe('JSON that is declared as bytes', () => {
  it.each([
    ['itself', file],
    ['as a component', { $ref: '#/components/schemas/File' }],
  ])('%s', async (_, schema) => {
    const text = await emitted({ 200: { description: 'ok', ...of(schema) } }, { required: true, ...of(schema) });
    const shown = text.match(/export type Keep(Body|Data) = .*;|^ {2} {2}\w+: .*,$/gm);
    expect(shown).toEqual([
      'export type KeepBody = Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer> | ReadableStream<Uint8Array>;',
      'export type KeepData = Blob;',
      '    body: "application/json",',
      '    encode: encodeRaw,',
      '    read: readBlob,',
    ]);
  });
});
