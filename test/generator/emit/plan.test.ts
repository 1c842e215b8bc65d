import { describe, expect, it } from 'vitest';
import { planClient } from '../../../generator/emit/plan.js';
import type { NameTable } from '../../../generator/options.js';
import { DocumentError } from '../../../openapi/source/diagnostic.js';
import { documentOf } from './documents.js';

/** `[file, namespace.method, function, key]` of every operation. */
async function names(paths: unknown, table: NameTable = {}): Promise<string[][]> {
  const document = await documentOf({ openapi: '3.0.3', info: { title: 't', version: '1' }, paths });
  const plan = planClient(document, { apiName: 'shop', runtimeImport: '', names: table });
  return plan.resources.flatMap(({ fileName, name, operations }) =>
    operations.map(({ methodName, functionName, key }) => [fileName, `${name}.${methodName}`, functionName, key]),
  );
}

/** What is said against the names. */
async function refusals(promise: Promise<unknown>): Promise<string[]> {
  const error = await promise.catch((reason: unknown) => reason);
  if (!(error instanceof DocumentError)) throw new Error('A DocumentError was expected.');
  return error.diagnostics.map(({ message }) => message);
}

function get(operationId?: string, tag?: string): unknown {
  const responses = { 200: { description: 'ok' } };
  return { get: { ...(operationId ? { operationId } : {}), ...(tag ? { tags: [tag] } : {}), responses } };
}

describe('names of a client', () => {
  it('come from the operationId and the tag, else from method and path', async () => {
    expect(await names({ '/a': get('List_all-Users', 'User Management'), '/users/{id}/tags': get() })).toEqual([
      ['user-management', 'userManagement.listAllUsers', 'listAllUsers', 'List_all-Users'],
      ['users', 'users.getUsersByIdTags', 'getUsersByIdTags', 'GET /users/{id}/tags'],
    ]);
  });

  it('come from the table where it has them', async () => {
    const table = {
      groups: { Users: 'people', Humans: 'people' },
      methods: { ListUsers: 'list', 'GET /c': 'find' },
      functions: { ListUsers: 'everyone' },
    };
    const paths = { '/a': get('ListUsers', 'Users'), '/b': get('count', 'Humans'), '/c': get(undefined, 'Users') };
    expect(await names(paths, table)).toEqual([
      ['people', 'people.list', 'everyone', 'ListUsers'],
      ['people', 'people.count', 'count', 'count'],
      ['people', 'people.find', 'getC', 'GET /c'],
    ]);
  });

  it("that people chose are nobody else's", async () => {
    const paths = { '/a': get('ListUsers', 'Users'), '/b': get('list', 'Users'), '/c': get('all', 'Users') };
    const table = { methods: { ListUsers: 'list', all: 'list' }, functions: { all: 'listUsers' } };
    expect(await refusals(names(paths, table))).toEqual([
      '"GET /a" and "GET /b" are both called "users.list". Give one of them another name under "names.methods".',
      '"GET /a" and "GET /c" are both called "users.list". Give one of them another name under "names.methods".',
      '"GET /a" and "GET /c" are both called "listUsers". Give one of them another name under "names.functions".',
    ]);
  });

  it('that look alike stay different', async () => {
    const paths = { '/a': get('foo_bar', 'A-b'), '/b': get('fooBar', 'a b'), '/c': get('foo-bar', 'A_B') };
    expect(await names(paths)).toEqual([
      ['a-b', 'aB.fooBar', 'fooBar', 'foo_bar'],
      ['a-b2', 'aB2.fooBar2', 'fooBar2', 'fooBar'],
      ['a-b3', 'aB3.fooBar3', 'fooBar3', 'foo-bar'],
    ]);
  });

  it('mean nothing else', async () => {
    const paths = {
      '/a': get('delete', 'index'),
      '/b': get('then', 'CON'),
      '/c': get('Blob', 'client'),
      '/d': get('__proto__', '__proto__'),
    };
    expect(await names(paths)).toEqual([
      ['index2', 'index.delete2', 'delete2', 'delete'],
      ['con2', 'con.then2', 'then2', 'then'],
      ['client2', 'client2.blob', 'blob', 'Blob'],
      ['proto', 'proto.proto', 'proto', '__proto__'],
    ]);
  });

  it('survive duplicate operationIds', async () => {
    expect(await names({ '/a': get('x', 't'), '/b': get('x', 't') })).toEqual([
      ['t', 't.x', 'x', 'GET /a'],
      ['t', 't.x2', 'x2', 'GET /b'],
    ]);
  });
});
