import { describe, expect, test } from 'vitest';
import { brief, read, warningsOf } from '../brief.js';

/** The parameters of the operation at a path, and the warnings about the document. */
async function parametersOf(
  parameters: readonly object[],
  path = '/a',
  item: object = {},
  line = '3.1.0',
): Promise<readonly [unknown, readonly string[]]> {
  const document = await read({ paths: { [path]: { ...item, get: { parameters, responses: {} } } } }, line);
  return [brief(document.operations[0]?.parameters), warningsOf(document)];
}

const schema = { type: 'string' };
const S = { types: ['string'] };
const at = (pointer: string): string => `#/paths/${pointer}`;

describe('the template of the path', () => {
  const id = { name: 'id', in: 'path', required: true, schema };
  const bound = { name: 'id', in: 'path', required: true, style: 'simple', schema: S };

  test('binds declared variables', async () => {
    expect(await parametersOf([id], '/a/{id}/b')).toEqual([[bound], []]);
    expect(await parametersOf([id], '/a/{id}/b/{id}')).toEqual([[bound], ['path-template #/paths/~1a~1{id}~1b~1{id}']]);
  });

  test('takes a variable declared elsewhere as a path parameter', async () => {
    expect(await parametersOf([{ name: 'id', in: 'query', schema }], '/a/{id}')).toEqual([
      [bound],
      [`path-parameter-location ${at('~1a~1{id}/get/parameters/0/in')}`],
    ]);
    expect(await parametersOf([id, { name: 'id', in: 'query', schema }], '/a/{id}')).toEqual([
      [bound, { name: 'id', in: 'query', style: 'form', explode: true, schema: S }],
      [],
    ]);
  });

  test('takes an undeclared variable as required text', async () => {
    expect(await parametersOf([], '/a/{id}')).toEqual([[bound], [`path-parameter-undeclared ${at('~1a~1{id}/get')}`]]);
    expect(await parametersOf([], '/a/{id}', { parameters: [id] })).toEqual([[bound], []]);
  });

  test('keeps a parameter it has no place for', async () => {
    expect(await parametersOf([id])).toEqual([[bound], [`path-parameter-unused ${at('~1a/get/parameters/0')}`]]);
  });

  test('a path parameter is always required', async () => {
    expect(await parametersOf([{ ...id, required: false }], '/a/{id}')).toEqual([
      [bound],
      [`path-parameter-optional ${at('~1a~1{id}/get/parameters/0')}`],
    ]);
  });

  test('names of the prototype are names', async () => {
    const [parameters, warnings] = await parametersOf([], '/{constructor}/{__proto__}/{}');
    expect([(parameters as { name: string }[]).map(({ name }) => name), warnings]).toEqual([
      ['constructor', '__proto__', ''],
      [`path-parameter-undeclared ${at('~1{constructor}~1{__proto__}~1{}/get')}`],
    ]);
  });
});
