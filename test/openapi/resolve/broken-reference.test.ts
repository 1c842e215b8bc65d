import { describe, expect, test } from 'vitest';
import { read } from '../brief.js';

describe('references that name nothing', () => {
  const messages = async (
    schemas: object,
    files: Readonly<Record<string, string>> = {},
  ): Promise<readonly string[]> => {
    try {
      return (await read({ components: { schemas } }, '3.1.0', files)).warnings.map(
        ({ code, message }) => `warning ${code} ${message}`,
      );
    } catch (error) {
      return (error as { diagnostics: { code: string; message: string }[] }).diagnostics.map(
        ({ code, message }) => `${code} ${message}`,
      );
    }
  };

  test.each([
    [
      'a slip',
      { A: { $ref: '#/components/schemas/Pte' }, Pet: {} },
      ['reference-missing "#/components/schemas/Pte" does not exist. Did you mean "Pet"?'],
    ],
    [
      'a slip below a property',
      { A: { properties: { p: { $ref: '#/components/schemas/Pte' } } }, Pet: {} },
      ['reference-missing "#/components/schemas/Pte" does not exist. Did you mean "Pet"?'],
    ],
    [
      'a slip in the section',
      { A: { $ref: '#/components/schema/Pet' }, Pet: {} },
      ['reference-missing "#/components/schema/Pet" does not exist. Did you mean "schemas"?'],
    ],
    [
      'no slip',
      { A: { $ref: '#/components/schemas/Elephant' } },
      [
        'reference-missing "#/components/schemas/Elephant" does not exist. "Elephant" is not in "#/components/schemas".',
      ],
    ],
    [
      'no slip below a property',
      { A: { properties: { p: { $ref: '#/components/schemas/Elephant' } } } },
      [
        'warning reference-missing "#/components/schemas/Elephant" does not exist. "Elephant" is not in "#/components/schemas". What may stand here is unknown.',
      ],
    ],
    [
      'at the top',
      { A: { $ref: '#/nowhere' } },
      ['reference-missing "#/nowhere" does not exist. "nowhere" is not in the document.'],
    ],
    ['an anchor', { A: { $ref: '#pet' } }, ['reference-missing "#pet" does not exist. There is no such anchor.']],
    [
      'a broken pointer',
      { A: { $ref: '#/a~2' } },
      ['reference-missing "#/a~2" does not exist. There is no such anchor.'],
    ],
    [
      'an index that is not there',
      { A: { $ref: '#/components/schemas/B/allOf/1' }, B: { allOf: [{}] } },
      [
        'reference-missing "#/components/schemas/B/allOf/1" does not exist. "1" is not in "#/components/schemas/B/allOf".',
      ],
    ],
    [
      'an index with a leading zero',
      { A: { $ref: '#/components/schemas/B/allOf/00' }, B: { allOf: [{}] } },
      [
        'reference-missing "#/components/schemas/B/allOf/00" does not exist. "00" is not in "#/components/schemas/B/allOf".',
      ],
    ],
    [
      'a name of the prototype',
      { A: { $ref: '#/components/schemas/toString' } },
      [
        'reference-missing "#/components/schemas/toString" does not exist. "toString" is not in "#/components/schemas".',
      ],
    ],
    ['a file', { A: { $ref: 'no.json' } }, ['reference-file "no.json" cannot be read: it does not exist.']],
    [
      'a name alone',
      { A: { $ref: 'Pet' }, Pet: {} },
      ['reference-file "Pet" cannot be read: it does not exist. Did you mean "#/components/schemas/Pet"?'],
    ],
    [
      'a space before it',
      { A: { $ref: ' #/components/schemas/Pet' }, Pet: {} },
      ['reference-file " " cannot be read: it does not exist. Did you mean "#/components/schemas/Pet"?'],
    ],
    [
      'a pointer without its first slash',
      { A: { $ref: '#components/schemas/Pet' }, Pet: {} },
      [
        'reference-missing "#components/schemas/Pet" does not exist. There is no such anchor. Did you mean "#/components/schemas/Pet"?',
      ],
    ],
    [
      'the place of Swagger 2.0',
      { A: { $ref: '#/definitions/Pet' }, Pet: {} },
      [
        'reference-missing "#/definitions/Pet" does not exist. "definitions" is not in the document. Did you mean "#/components/schemas/Pet"?',
      ],
    ],
    [
      'the section of something else',
      { A: { $ref: '#/components/responses/a~1b' }, 'a/b': {} },
      [
        'reference-missing "#/components/responses/a~1b" does not exist. "responses" is not in "#/components". Did you mean "#/components/schemas/a~1b"?',
      ],
    ],
    [
      'a folder',
      { A: { $ref: './' } },
      [
        'reference-folder The reference "./" is refused. It names a folder. Name a file in it, or begin with "#" to name a part of this file.',
      ],
    ],
    [
      'a folder before a pointer',
      { A: { $ref: './#/components/schemas/Pet' }, Pet: {} },
      [
        'reference-folder The reference "./" is refused. It names a folder. Name a file in it, or begin with "#" to name a part of this file.',
      ],
    ],
    [
      'a file as a folder',
      { A: { $ref: 'o.json/#/Pet' } },
      [
        'reference-folder The reference "o.json/" is refused. It names a folder. Name a file in it, or begin with "#" to name a part of this file.',
      ],
    ],
    [
      'in a file',
      { A: { $ref: 'o.json#/Pte' } },
      ['reference-missing "o.json#/Pte" does not exist. Did you mean "Pet"?'],
    ],
    [
      'the whole document',
      { A: { $ref: '#' } },
      ['reference-target A schema is expected here; the reference names a whole OpenAPI document.'],
    ],
    [
      'an empty text',
      { A: { $ref: '' } },
      ['reference-syntax "$ref" is empty. Name what is meant, as in "#/components/schemas/Pet".'],
    ],
    [
      'no text',
      { A: { $ref: 12 } },
      ['reference-syntax "$ref" must be a string. Name what is meant, as in "#/components/schemas/Pet".'],
    ],
    ['a number', { A: { $ref: '#/info/version' } }, ['type A schema must be an object, not a string.']],
  ])('%s', async (_, schemas, expected) => {
    expect(await messages(schemas, { 'o.json': '{"Pet":{}}' })).toEqual(expected);
  });

  test('a file with faults of its own is refused with their places, once', async () => {
    const members = { components: { schemas: { A: { $ref: 'o.yaml#/A' }, B: { $ref: 'o.yaml#/B' } } } };
    const error = await read(members, '3.1.0', { 'o.yaml': 'A: {}\nB: {}\nA: {}\n' }).catch((it: unknown) => it);
    expect(String((error as Error).message).split('\n')).toEqual([
      expect.stringMatching(
        /^api\.json:1:\d+ \[reference-file\] #\/components\/schemas\/A\/\$ref "o\.yaml" cannot be read: It has the faults listed\.$/,
      ),
      expect.stringMatching(
        /^api\.json:1:\d+ \[reference-file\] #\/components\/schemas\/B\/\$ref "o\.yaml" cannot be read: It has the faults listed\.$/,
      ),
      'o.yaml:3:1 [duplicate-key] #/A The key "A" stands twice in one object, first at 1:1. Keep one of them.',
    ]);
  });
});
