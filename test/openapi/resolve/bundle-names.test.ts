import { describe, expect, test } from 'vitest';
import { readText } from '../../documents.js';
import { brief, documentOf, read } from '../brief.js';

const bundled = async (members: object, files: Readonly<Record<string, string>>, line = '3.1.0'): Promise<object> => {
  const { openapi: _, info: __, ...rest } = (await read(members, line, files)).bundled;
  return JSON.parse(JSON.stringify(rest));
};

describe('names in a bundle', () => {
  test('turns mappings of discriminators into pointers', async () => {
    const members = {
      components: {
        schemas: {
          A: {
            oneOf: [{ $ref: 'o.json#/Cat' }, { $ref: '#/components/schemas/Dog' }],
            discriminator: {
              propertyName: 'kind',
              mapping: { cat: 'o.json#/Cat', dog: 'Dog', own: '#/components/schemas/Dog', gone: 'not/there' },
            },
          },
          Dog: {},
        },
      },
    };
    const { components } = (await bundled(members, { 'o.json': '{"Cat":{}}' })) as {
      components: { schemas: { A: { discriminator: object } } };
    };
    expect(components.schemas.A.discriminator).toEqual({
      propertyName: 'kind',
      mapping: { cat: '#/components/schemas/Cat', dog: 'Dog', own: '#/components/schemas/Dog', gone: 'not/there' },
    });
  });

  test('turns names and identifiers into pointers', async () => {
    const members = {
      components: {
        schemas: {
          A: { $anchor: 'a', items: { $ref: '#b%20c' } },
          'x/~%{}': { $id: 'https://x.test/b' },
          C: { items: [{ $ref: 'https://x.test/b' }] },
          D: { $anchor: 'b%20c' },
        },
      },
    };
    const { components } = (await bundled(members, {})) as { components: { schemas: Record<string, unknown> } };
    expect([components.schemas['A'], components.schemas['C']]).toEqual([
      { $anchor: 'a', items: { $ref: '#/components/schemas/D' } },
      { items: [{ $ref: '#/components/schemas/x~1~0%25%7B%7D' }] },
    ]);
    const reread = await readText(JSON.stringify({ ...JSON.parse(documentOf({})), components }), {}, 'api.json');
    expect(reread.components.schemas.get('C')?.prefixItems[0]?.ref?.target.origin.segments.at(-1)).toBe('x/~%{}');
  });

  test('survives half a surrogate pair in a name', async () => {
    const members = {
      components: {
        schemas: { '\ud800%': {}, A: { items: { $ref: '#/components/schemas/\ud800%' } }, B: { $ref: 'o.json' } },
      },
    };
    const document = await read(members, '3.1.0', { 'o.json': '{}' });
    const again = await readText(JSON.stringify(document.bundled), {}, 'api.json');
    expect(again.components.schemas.get('A')?.items?.ref?.target.origin.segments.at(-1)).toBe('\ud800%');
  });

  test('keeps names such as "__proto__"', async () => {
    const files = { 'o.json': '{"__proto__":{"properties":{"__proto__":{"$ref":"#/__proto__"}}}}' };
    const text = documentOf({ components: { schemas: { A: { items: { $ref: 'o.json#/__proto__' } } } } });
    const { bundled: whole } = await readText(text, files, 'api.json');
    expect(JSON.stringify((whole as { components: object }).components)).toBe(
      '{"schemas":{"A":{"items":{"$ref":"#/components/schemas/__proto__"}},"__proto__":{"properties":{"__proto__":{"$ref":"#/components/schemas/__proto__"}}}}}',
    );
  });

  test('of a long chain through another file needs no deep stack', async () => {
    const count = 5_000;
    const chain = Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        `S${at}`,
        at + 1 < count ? { properties: { next: { $ref: `#/S${at + 1}` } } } : {},
      ]),
    );
    const document = await read({ components: { schemas: { A: { items: { $ref: 'o.json#/S0' } } } } }, '3.1.0', {
      'o.json': JSON.stringify(chain),
    });
    const again = await readText(JSON.stringify(document.bundled), {}, 'api.json');
    expect(again.components.schemas.size).toBe(count + 1);
  });

  test('reads the same as the files it is made of', async () => {
    const files = {
      'paths/pets.yaml': `
parameters: [{ $ref: '../common.yaml#/parameters/Version' }]
get:
  operationId: listPets
  security: [{ key: [] }]
  parameters: [{ name: limit, in: query, schema: { $ref: ../common.yaml#/schemas/Limit } }]
  responses:
    '200':
      description: Pets.
      headers: { x-next: { $ref: '../common.yaml#/headers/Next' } }
      content:
        application/json:
          schema: { type: array, items: { $ref: '../common.yaml#/schemas/Pet' } }
    default: { $ref: '../api.yaml#/components/responses/Error' }
`,
      'common.yaml': `
parameters: { Version: { name: Version, in: header, schema: { enum: [a, b] } } }
headers: { Next: { schema: { type: string } } }
schemas:
  Limit: { type: integer, maximum: 9007199254740993 }
  Pet: { required: [name], properties: { name: { type: string }, parent: { $ref: '#/schemas/Pet' } } }
`,
    };
    const text = `
openapi: 3.1.0
info: { title: Pets, version: '1' }
paths: { /pets: { $ref: paths/pets.yaml } }
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
  responses:
    Error: { description: Wrong., content: { application/json: { schema: { $ref: 'common.yaml#/schemas/Pet' } } } }
`;
    const document = await readText(text, files);
    const bigAsText = JSON.stringify(document.bundled, (_, value) =>
      typeof value === 'bigint' ? `big ${value}` : value,
    );
    const again = await readText(bigAsText.replace(/"big (\d+)"/g, '$1'), {}, 'api.json');
    const comparable = (it: typeof document): unknown =>
      JSON.parse(
        JSON.stringify(brief({ ...it, components: [] }), (key, value) =>
          key === 'ref' ? value.split('/').at(-1) : typeof value === 'bigint' ? String(value) : value,
        ),
      );
    expect(comparable(again)).toEqual(comparable(document));
    expect([again.components.schemas.size, document.warnings, again.warnings]).toEqual([2, [], []]);
  });
});
