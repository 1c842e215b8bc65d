import { describe, expect, test } from 'vitest';
import { refusals } from '../../documents.js';
import { brief, read, warningsOf } from '../brief.js';

const plain = { serversFrom: 'document', servers: [{ url: '/' }], security: [] };

async function documentOfItem(item: object, line = '3.1.0'): Promise<readonly [unknown, readonly string[]]> {
  const document = await read({ paths: { '/a': item } }, line);
  return [brief(document.operations), warningsOf(document)];
}

describe('bodies and responses', () => {
  const schema = { type: 'string' };
  const S = { types: ['string'] };

  test('request bodies', async () => {
    const requestBody = {
      description: 'd',
      required: true,
      content: {
        'multipart/form-data; boundary=x': {
          schema,
          encoding: {
            part: {
              contentType: 'image/png',
              style: 'form',
              explode: false,
              allowReserved: true,
              headers: {
                'X-H': { required: true, deprecated: true, description: 'h', explode: true, schema, 'x-h': 1 },
              },
            },
          },
        },
        'text/*': {},
        'application/jsonl': { itemSchema: schema, example: false, examples: { a: { value: null } } },
      },
      'x-b': 1,
    };
    expect(await documentOfItem({ post: { requestBody } }, '3.2.0')).toEqual([
      [
        {
          method: 'POST',
          path: '/a',
          ...plain,
          requestBody: {
            description: 'd',
            required: true,
            content: {
              'multipart/form-data; boundary=x': {
                name: 'multipart/form-data; boundary=x',
                schema: S,
                encoding: {
                  part: {
                    contentType: 'image/png',
                    style: 'form',
                    allowReserved: true,
                    headers: {
                      'X-H': {
                        required: true,
                        deprecated: true,
                        description: 'h',
                        explode: true,
                        schema: S,
                        extensions: { 'x-h': 1 },
                      },
                    },
                  },
                },
              },
              'text/*': { name: 'text/*' },
              'application/jsonl': { name: 'application/jsonl', itemSchema: S, examples: [false, null] },
            },
            extensions: { 'x-b': 1 },
          },
        },
      ],
      [],
    ]);
  });

  test('one media type object under two names has both names', async () => {
    const shared = { $ref: '#/components/mediaTypes/M' };
    const document = await read(
      {
        paths: { '/a': { post: { requestBody: { content: { 'a/b': shared, 'c/d': shared } } } } },
        components: { mediaTypes: { M: { schema } } },
      },
      '3.2.0',
    );
    expect(brief(document.operations[0]?.requestBody)).toEqual({
      content: { 'a/b': { name: 'a/b', schema: S }, 'c/d': { name: 'c/d', schema: S } },
    });
  });

  test('responses, ranges, default, headers and links', async () => {
    const responses = {
      200: {
        description: 'ok',
        headers: { 'X-A': { schema }, 'x-b': { content: { 'a/b': { schema } } } },
        content: { 'a/b': { schema } },
        links: {
          next: {
            operationId: 'list',
            parameters: { a: '$request.path.id', b: 1 },
            requestBody: { x: 1 },
            server: { url: '/x' },
          },
          other: { operationRef: '#/paths/~1a/get' },
        },
        'x-r': 1,
      },
      '4XX': { description: 'bad' },
      '5xx': { description: 'worse' },
      default: { description: 'else' },
      'x-ignored': 1,
    };
    expect(await documentOfItem({ get: { responses } })).toEqual([
      [
        {
          method: 'GET',
          path: '/a',
          ...plain,
          responses: {
            200: {
              description: 'ok',
              headers: { 'X-A': { schema: S }, 'x-b': { content: { name: 'a/b', schema: S } } },
              content: { 'a/b': { name: 'a/b', schema: S } },
              links: {
                next: {
                  operationId: 'list',
                  parameters: { a: '$request.path.id', b: 1 },
                  requestBody: { x: 1 },
                  server: { url: '/x' },
                },
                other: { operationRef: '#/paths/~1a/get' },
              },
              extensions: { 'x-r': 1 },
            },
            '4XX': { description: 'bad' },
            '5XX': { description: 'worse' },
            default: { description: 'else' },
          },
        },
      ],
      [
        'link-target #/paths/~1a/get/responses/200/links/next/operationId',
        'response-status #/paths/~1a/get/responses/5xx',
      ],
    ]);
  });

  test.each(['ok', '20', '2000', '600', '099', 'XXX', '2Xx ', 'Default', '', '__proto__'])(
    '"%s" is no status',
    async (status) => {
      const responses = JSON.parse(`{${JSON.stringify(status)}:{"description":""}}`);
      expect(
        (await refusals(read({ paths: { '/a': { get: { responses } } } }))).map((line) => line.split(' ')[1]),
      ).toEqual(['response-status']);
    },
  );
});
