import { describe, expect, test } from 'vitest';
import { refusals } from '../../documents.js';
import { brief, read, warningsOf } from '../brief.js';

const SCHEMA = { type: 'string', minLength: 3 };
const PARAMETER = { name: 'q', in: 'query', schema: SCHEMA };
const HEADER = { required: true, schema: SCHEMA };
const LINK = { operationRef: '#/paths/~1a/get', parameters: { a: 1 } };
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
