import { describe, expect, it } from 'vitest';
import { type GenerateOptions, generateClient } from '../../../generator/generate.js';
import { readDocument } from '../../../openapi/read.js';
import { documentAt } from './documents.js';
import { createBook, createBookshop } from './fixtures/bookshop/index.js';

const OPTIONS: GenerateOptions = {
  apiName: 'bookshop',
  versionHeader: { name: 'books-version', value: '2.0' },
  runtimeImport: '../../../../../generator/runtime/index.js',
  names: { methods: { listBooks: 'list', create_book: 'create', ShowBook: 'retrieve' } },
  vendorDocs: 'https://books.example/docs/{tag}/{operationId}',
};

const document = await documentAt(`${import.meta.dirname}/fixtures/bookshop.yaml`);

describe('a generated client', () => {
  it('is the one in fixtures/bookshop', async () => {
    const files = await generateClient(document, OPTIONS);
    expect(files.map(({ path }) => path)).toEqual([
      'index.ts',
      'books.ts',
      'files.ts',
      'latest.ts',
      'types.ts',
      'README.md',
    ]);
    for (const { path, text } of files) await expect(text).toMatchFileSnapshot(`./fixtures/bookshop/${path}`);
  });

  it('is the same every time', async () => {
    expect(await generateClient(document, OPTIONS)).toEqual(await generateClient(document, OPTIONS));
  });

  it('sends what it is asked to', async () => {
    const sent: string[] = [];
    const bookshop = createBookshop({
      token: 'secret',
      fetch: async (request) => {
        const { method, url, headers } = request;
        sent.push(
          `${method} ${url} ${headers.get('books-version')} ${headers.get('authorization')} ${await request.text()}`,
        );
        return method === 'DELETE' ? new Response(null, { status: 204 }) : Response.json({ title: 'Emma' });
      },
    });
    const book = await bookshop.books.retrieve({ id: 'a/b', query_id: 'q', query_body: true });
    expect(book?.title).toBe('Emma');
    await bookshop.books.list({ per_page: 5, genre: ['novel', 'poetry'] });
    await createBook(bookshop.client, { body: { title: 'Emma' } });
    await bookshop.books.constructor2({ id: '1' });
    expect(sent).toEqual([
      'GET https://eu.books.example/v2/books/a%2Fb?id=q&body=true 2.0 Bearer secret ',
      'GET https://eu.books.example/v2/books?per_page=5&genre=novel,poetry 2.0 Bearer secret ',
      'POST https://eu.books.example/v2/books 2.0 Bearer secret {"title":"Emma"}',
      'DELETE https://eu.books.example/v2/books/1 2.0 Bearer secret ',
    ]);
  });

  it.each([
    ['', 'The document names no absolute server, so `baseUrl` is required.'],
    ['servers: [{ url: "/" }]', 'The document names no absolute server, so `baseUrl` is required.'],
    [
      'servers: [{ url: "/v{n}*/", variables: { n: { default: "1" } } }]',
      'The document names no absolute server, so `baseUrl` is required. It ends with "/v1*".',
    ],
    ['servers: [{ url: "https://a.example/v1" }]', ''],
  ])('says what server it needs: %s', async (servers, need) => {
    const text = `openapi: 3.1.0\ninfo: { title: t, version: '1' }\npaths: {}\n${servers}\n`;
    const read = await readDocument({ name: 'a.yaml', key: 'a.yaml', bytes: Buffer.from(text) });
    const [index] = await generateClient(read, { apiName: 'shop', runtimeImport: '../runtime/index.js' });
    expect(
      /\/\*\* Creates a client\.(.*) \*\/\nexport function createShop\(options(.)/.exec(index?.text ?? '')?.slice(1),
    ).toEqual([need === '' ? '' : ` ${need}`, need === '' ? '?' : ':']);
  });

  it('of several files is in one piece', async () => {
    const files: Record<string, string> = {
      'shop.yaml': `
openapi: 3.1.0
info: { title: t, version: '1' }
paths:
  /a: { $ref: 'paths.yaml#/a' }`,
      'paths.yaml': `
a:
  get:
    operationId: getA
    parameters: [{ $ref: '#/limit' }]
    responses: { '200': { description: ok, content: { application/json: { schema: { $ref: 'schemas.yaml#/Pet' } } } } }
limit: { name: limit, in: query, schema: { $ref: 'schemas.yaml#/Limit' } }`,
      'schemas.yaml': `
Pet: { type: object, properties: { mother: { $ref: '#/Pet' } } }
Limit: { type: integer }`,
    };
    const bytes = (name: string): Uint8Array => Buffer.from(files[name] ?? '');
    const read = await readDocument({
      name: 'shop.yaml',
      key: 'shop.yaml',
      bytes: bytes('shop.yaml'),
      readFile: async (name) => bytes(name),
    });
    const [, resource, types] = await generateClient(read, { apiName: 'shop', runtimeImport: '../runtime/index.js' });
    expect(resource?.text).toContain('readonly limit?: components["schemas"]["Limit"] | undefined;');
    expect(resource?.text).toContain('export type GetAData = components["schemas"]["Pet"];');
    expect(types?.text).toContain('mother?: components["schemas"]["Pet"];');
  });
});
