import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../openapi/read.js';
import { refusals } from '../../documents.js';
import { brief, documentOf, read, warningsOf } from '../brief.js';

const SCHEMA = { type: 'string', minLength: 3 };
const PARAMETER = { name: 'q', in: 'query', schema: SCHEMA };
const HEADER = { required: true, schema: SCHEMA };
const LINK = { operationId: 'list', parameters: { a: 1 } };
const RESPONSE = { description: 'ok', headers: { H: HEADER }, links: { l: LINK } };
const BODY = { required: true, content: { 'text/plain': { schema: SCHEMA } } };
const CALLBACK = { '{$request.body#/url}': { post: { responses: { 204: { description: 'done' } } } } };
const ITEM = { get: { operationId: 'list', responses: { 200: RESPONSE } } };
const SCHEME = { type: 'http', scheme: 'bearer' };
const EXAMPLE = { summary: 'one', value: { $ref: 'data' } };

/** A place for one kind of reference, and what fills it. */
const KINDS: readonly (readonly [string, string, unknown, (value: unknown) => object])[] = [
  ['schema', 'schemas', SCHEMA, (it) => ({ components: { schemas: { Use: { properties: { a: it } } } } })],
  ['parameter', 'parameters', PARAMETER, (it) => ({ paths: { '/a': { get: { parameters: [it], responses: {} } } } })],
  ['path-level parameter', 'parameters', PARAMETER, (it) => ({ paths: { '/a': { parameters: [it], get: {} } } })],
  ['response', 'responses', RESPONSE, (it) => ({ paths: { '/a': { get: { responses: { default: it } } } } })],
  ['request body', 'requestBodies', BODY, (it) => ({ paths: { '/a': { post: { requestBody: it } } } })],
  [
    'header',
    'headers',
    HEADER,
    (it) => ({ components: { responses: { R: { description: '', headers: { 'x-h': it } } } } }),
  ],
  [
    'example',
    'examples',
    EXAMPLE,
    (it) => ({ components: { parameters: { P: { ...PARAMETER, examples: { e: it } } } } }),
  ],
  ['link', 'links', LINK, (it) => ({ components: { responses: { R: { description: '', links: { l: it } } } } })],
  ['callback', 'callbacks', CALLBACK, (it) => ({ paths: { '/a': { post: { callbacks: { c: it } } } } })],
  ['path item', 'pathItems', ITEM, (it) => ({ paths: { '/a': it } })],
  ['path item of a webhook', 'pathItems', ITEM, (it) => ({ webhooks: { default: it } })],
  [
    'path item of a callback',
    'pathItems',
    ITEM,
    (it) => ({ paths: { '/a': { post: { callbacks: { c: { '{$url}': it } } } } } }),
  ],
  [
    'security scheme',
    'securitySchemes',
    SCHEME,
    (it) => ({ components: { securitySchemes: { s: it } }, security: [{ s: [] }] }),
  ],
  [
    'media type',
    'mediaTypes',
    { schema: SCHEMA },
    (it) => ({ paths: { '/a': { post: { requestBody: { content: { 'a/b': it } } } } } }),
  ],
];

/** The model of a document where a value is written in place; the components it could be in are of no interest. */
async function model(members: object, files: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const document = await read(members, '3.2.0', files);
  const { components, ...rest } = brief(document) as { components?: Readonly<Record<string, object>> };
  const { Target: _, ...own } = (components?.['schemas'] as { Target?: object } & object) ?? {};
  return {
    ...rest,
    own: [own, components?.['parameters'], components?.['responses'], components?.['securitySchemes']].map(
      withoutTarget,
    ),
    warnings: warningsOf(document),
  };
}

function withoutTarget(section: object | undefined): object {
  return Object.fromEntries(
    Object.entries(section ?? {})
      .filter(([name]) => name !== 'Target')
      .map(([name, value]) => [name, { ...value, name: undefined }]),
  );
}

const withComponent = (members: object, section: string, value: unknown): object => {
  const { components = {}, ...rest } = members as { components?: Readonly<Record<string, object>> };
  return { ...rest, components: { ...components, [section]: { ...components[section], Target: value } } };
};

describe.each(KINDS)('a reference to a %s', (kind, section, value, place) => {
  const expected = model(place(value));
  /** A schema keeps its reference, and its target is elsewhere; the rest looks as if it was written in place. */
  const expectSame = async (members: object, files: Readonly<Record<string, string>> = {}): Promise<void> => {
    const found = JSON.stringify(await model(members, files));
    if (kind === 'schema') expect(found).toContain('{"a":{"ref":"');
    else expect(JSON.parse(found)).toEqual(JSON.parse(JSON.stringify(await expected)));
  };
  const text = JSON.stringify(value);

  test('in the same document', async () => {
    await expectSame(withComponent(place({ $ref: `#/components/${section}/Target` }), section, value));
  });

  test('through another reference', async () => {
    const files = { 'a.json': '{"$ref":"b.json#/t"}', 'b.json': `{"t":{"$ref":"#/u"},"u":${text}}` };
    await expectSame(place({ $ref: 'a.json' }), files);
  });

  test('in other files, also in a folder and back', async () => {
    await expectSame(place({ $ref: 'other.json' }), { 'other.json': text });
    await expectSame(place({ $ref: './parts/other.json#/a~1b/%7Bc%7D' }), {
      'parts/other.json': `{"a/b":{"{c}":${text}}}`,
    });
    await expectSame(place({ $ref: 'parts/one.json' }), {
      'parts/one.json': '{"$ref":"../two.yaml#/t"}',
      'two.yaml': `t: {$ref: "./parts/deep/three.json"}`,
      'parts/deep/three.json': text,
    });
    const back = withComponent(place({ $ref: 'other.json#/x' }), section, value);
    await expectSame(back, { 'other.json': `{"x":{"$ref":"api.json#/components/${section}/Target"}}` });
  });

  test('that does not exist is refused', async () => {
    const diagnostics = await refusals(read(place({ $ref: '#/components/nothing' }), '3.2.0'));
    const isTolerated = kind === 'schema';
    expect(diagnostics.map((line) => line.replace(/^\S+ /, ''))).toEqual(isTolerated ? [] : ['reference-missing']);
  });

  test('that leads back to itself is refused', async () => {
    const members = withComponent(place({ $ref: `#/components/${section}/Target` }), section, {
      $ref: `#/components/${section}/Target`,
    });
    const codes = (await refusals(read(members, '3.2.0'))).map((line) => line.replace(/^\S+ /, ''));
    expect(new Set(codes)).toEqual(new Set(['reference-cycle']));
  });

  test('the bundle is in one piece and reads the same', async () => {
    const files = {
      'parts/other.json': `{"a":{"$ref":"../back.yaml#/Target"}}`,
      'back.yaml': `Target: ${text}`,
    };
    const document = await read(place({ $ref: 'parts/other.json#/a' }), '3.2.0', files);
    const bundled = JSON.stringify(document.bundled);
    for (const [, reference] of bundled.matchAll(/"\$ref":"([^"]*)"/g)) {
      if (reference !== 'data') expect(reference).toMatch(/^#\//);
    }
    await expectSame(JSON.parse(bundled));
  });
});

describe('names, anchors and identifiers', () => {
  const ref = async (schemas: object, files: Readonly<Record<string, string>> = {}): Promise<unknown> => {
    const { components } = await read({ components: { schemas } }, '3.1.0', files);
    const target = components.schemas.get('A')?.ref?.target;
    return target && `${target.origin.file} ${target.origin.pointer}`;
  };

  test.each([
    ['#/components/schemas/a~1b', { 'a/b': {} }, '#/components/schemas/a~1b'],
    ['#/components/schemas/a~0b', { 'a~b': {} }, '#/components/schemas/a~0b'],
    ['#/components/schemas/a%20%7Bb%7D', { 'a {b}': {} }, '#/components/schemas/a {b}'],
    ['#/components/schemas/a%b', { 'a%b': {} }, '#/components/schemas/a%b'],
    ['#/components/schemas/caf%C3%A9', { café: {} }, '#/components/schemas/café'],
    ['#/components/schemas/', { '': {} }, '#/components/schemas/'],
    ['#/components/schemas/a#b', { 'a#b': {} }, '#/components/schemas/a#b'],
    ['#/components/schemas/constructor', { constructor: {} }, '#/components/schemas/constructor'],
    ['#/components/schemas/B/allOf/1', { B: { allOf: [{}, {}] } }, '#/components/schemas/B/allOf/1'],
    [
      '#/components/schemas/B/properties/x',
      { B: { $ref: '#/components/schemas/C' }, C: { properties: { x: {} } } },
      '#/components/schemas/C/properties/x',
    ],
    ['#pet', { B: { $defs: { x: { $anchor: 'pet' } } } }, '#/components/schemas/B/$defs/x'],
    [
      '#pet',
      { B: { properties: { example: { $anchor: 'pet' } } }, C: { example: { $anchor: 'pet' } } },
      '#/components/schemas/B/properties/example',
    ],
    ['#pet', { default: { $anchor: 'pet' } }, '#/components/schemas/default'],
    ['#pet', { B: { $dynamicAnchor: 'pet' } }, '#/components/schemas/B'],
    ['https://x.test/pet', { B: { $id: 'https://x.test/pet' } }, '#/components/schemas/B'],
    [
      'https://x.test/pet#/$defs/y',
      { B: { $id: 'https://x.test/pet', $defs: { y: {} } } },
      '#/components/schemas/B/$defs/y',
    ],
    [
      'https://x.test/pet#y',
      { B: { $id: 'https://x.test/pet', $defs: { y: { $anchor: 'y' } } } },
      '#/components/schemas/B/$defs/y',
    ],
    ['pet.json', { B: { $id: 'pet.json' } }, '#/components/schemas/B'],
    [
      'https://x.test/b/toy',
      { B: { $id: 'https://x.test/a/pet', $defs: { t: { $id: '../b/toy' } } } },
      '#/components/schemas/B/$defs/t',
    ],
  ])('%s', async (reference, schemas, expected) => {
    expect(await ref({ A: { $ref: reference }, ...schemas })).toBe(`api.json ${expected}`);
  });

  test('a pointer inside an identified schema begins there', async () => {
    const schemas = {
      A: { $ref: 'https://x.test/pet#/properties/a' },
      B: {
        $id: 'https://x.test/pet',
        $defs: { y: { title: 'y' } },
        properties: { a: { $ref: '#/$defs/y' }, b: { $ref: 'toy' } },
      },
      C: { $id: 'https://x.test/toy' },
    };
    const { components } = await read({ components: { schemas } });
    const { a, b } = Object.fromEntries(components.schemas.get('B')?.properties ?? []);
    expect([a?.ref?.target.origin.pointer, b?.ref?.target.origin.pointer]).toEqual([
      '#/components/schemas/B/$defs/y',
      '#/components/schemas/C',
    ]);
  });

  test('an anchor of another file, also below an identifier', async () => {
    const files = {
      'o.json': '{"$defs":{"x":{"$anchor":"pet"}}}',
      'i.json': '{"$id":"https://x.test/i","$defs":{"x":{"$anchor":"pet"}}}',
    };
    expect(await ref({ A: { $ref: 'o.json#pet' } }, files)).toBe('o.json #/$defs/x');
    expect(await ref({ A: { $ref: 'i.json#pet' } }, files)).toBe('i.json #/$defs/x');
  });

  test('the document by its own name, and by "$self"', async () => {
    const members = {
      components: {
        schemas: {
          A: { $ref: './api.json#/components/schemas/B' },
          B: {},
          C: { $ref: 'https://x.test/api#/components/schemas/B' },
        },
      },
    };
    const { components, bundled } = await read({ $self: 'https://x.test/api', ...members }, '3.2.0');
    expect(['A', 'C'].map((name) => components.schemas.get(name)?.ref?.target.origin.pointer)).toEqual([
      '#/components/schemas/B',
      '#/components/schemas/B',
    ]);
    expect(JSON.stringify(bundled['components'])).toBe(
      '{"schemas":{"A":{"$ref":"#/components/schemas/B"},"B":{},"C":{"$ref":"#/components/schemas/B"}}}',
    );
  });

  test('a document in one piece is its own bundle', async () => {
    const document = await read({ components: { schemas: { A: { $ref: '#/components/schemas/B' }, B: {} } } });
    expect(JSON.stringify(document.bundled)).toBe(
      documentOf({ components: { schemas: { A: { $ref: '#/components/schemas/B' }, B: {} } } }),
    );
  });
});

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
    ['a file', { A: { $ref: 'no.json' } }, ['reference-file "no.json" cannot be read: it does not exist']],
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

describe('what may be read', () => {
  async function attempt(reference: string, options: object = {}, name = 'api.json'): Promise<readonly unknown[]> {
    const asked: string[] = [];
    const reading = readDocument({
      name,
      key: name,
      bytes: Buffer.from(documentOf({ components: { schemas: { A: { $ref: reference } } } })),
      readFile: async (path) => {
        asked.push(`file ${path}`);
        return Buffer.from('{"type":"object"}');
      },
      fetchUrl: async (url) => {
        asked.push(`url ${url}`);
        return Buffer.from('{"type":"object","properties":{"a":{"$ref":"more.json"}}}');
      },
      ...options,
    });
    const codes = (await refusals(reading)).map((line) => line.replace(/^\S+ /, ''));
    return [codes, asked];
  }

  test.each([
    ['../secret.json', 'reference-outside'],
    ['a/../../secret.json', 'reference-outside'],
    ['%2e%2e/secret.json', 'reference-outside'],
    ['%2e%2e%2fsecret.json', 'reference-outside'],
    ['a/%2E%2E/%2e./secret.json', 'reference-outside'],
    ['/etc/passwd', 'reference-outside'],
    ['%2Fetc/passwd', 'reference-outside'],
    ['..\\secret.json', 'reference-outside'],
    ['%5c%5chost/share', 'reference-outside'],
    ['.env', 'reference-outside'],
    ['a/.git/config', 'reference-outside'],
    ['%2eenv', 'reference-outside'],
    ['node_modules/a/package.json', 'reference-outside'],
    ['a/node_modules/b.json', 'reference-outside'],
    ['a%00.json', 'reference-outside'],
    ['a\nb.json', 'reference-outside'],
    ['%zz.json', 'reference-syntax'],
    ['file:///etc/passwd', 'reference-scheme'],
    ['FILE:/etc/passwd', 'reference-scheme'],
    ['C:/secret.json', 'reference-scheme'],
    ['data:application/json,{}', 'reference-scheme'],
    ['ftp://x.test/a', 'reference-scheme'],
    ['javascript:1', 'reference-scheme'],
    ['//x.test/a.json', 'reference-scheme'],
    ['https://x.test/a.json', 'reference-remote'],
    ['HTTPS://x.test/a.json', 'reference-remote'],
    ['http://127.0.0.1/a.json', 'reference-remote'],
    ['https://', 'reference-syntax'],
  ])('%s is refused, and nothing is read', async (reference, code) => {
    expect(await attempt(reference)).toEqual([[code], []]);
  });

  test.each([
    ['other.json', 'other.json'],
    ['./a/./b//other.json', 'a/b/other.json'],
    ['a/../other.json#/x', 'other.json'],
    ['a%20b.json', 'a b.json'],
    ['caf%C3%A9.json', 'café.json'],
    ['other', 'other'],
  ])('%s is read once', async (reference, path) => {
    const [, asked] = await attempt(reference);
    expect(asked).toEqual([`file ${path}`]);
  });

  test('without a folder no file is read', async () => {
    const reading = readDocument({
      name: '-',
      key: '-',
      bytes: Buffer.from(documentOf({ components: { schemas: { A: { $ref: 'a.json' } } } })),
    });
    await expect(reading).rejects.toThrow('"a.json" cannot be read: There is no folder to read it from.');
  });

  test('an allowed origin is fetched, and what it refers to; others are not', async () => {
    const allowedOrigins = new Set(['https://x.test']);
    expect(await attempt('https://x.test/s/a.json#', { allowedOrigins })).toEqual([
      [],
      ['url https://x.test/s/a.json', 'url https://x.test/s/more.json'],
    ]);
    expect(await attempt('https://y.test/a.json', { allowedOrigins })).toEqual([['reference-remote'], []]);
    expect(await attempt('https://x.test:8443/a.json', { allowedOrigins })).toEqual([['reference-remote'], []]);
    expect(await attempt('https://x.test@y.test/a.json', { allowedOrigins })).toEqual([['reference-remote'], []]);
    expect(await attempt('https://me:pw@x.test/a.json', { allowedOrigins })).toEqual([['reference-remote'], []]);
  });

  test('a remote file reaches no local one', async () => {
    for (const reference of ['file:///etc/passwd', 'https://y.test/b.json']) {
      const asked: string[] = [];
      const reading = readDocument({
        name: 'https://x.test/api.json',
        key: 'https://x.test/api.json',
        bytes: Buffer.from(documentOf({ components: { schemas: { A: { $ref: reference } } } })),
        readFile: async (path) => Buffer.from(asked.push(path) > 0 ? '{}' : ''),
        fetchUrl: async (url) => Buffer.from(asked.push(url) > 0 ? '{}' : ''),
        allowedOrigins: new Set(['https://x.test']),
      });
      expect(await refusals(reading)).toHaveLength(1);
      expect(asked).toEqual([]);
    }
  });
});
