import { describe, expect, test } from 'vitest';
import { DocumentError } from '../../../openapi/source/diagnostic.js';
import { read } from '../brief.js';

async function told(members: object, line = '3.2.0'): Promise<readonly string[]> {
  try {
    const { warnings } = await read({ paths: {}, ...members }, line);
    return warnings.map(({ message, place }) => `${place.pointer} ${message}`);
  } catch (error) {
    if (error instanceof DocumentError)
      return error.diagnostics.map(({ message, place }) => `refused ${place.pointer} ${message}`);
    throw error;
  }
}

const responses = { 200: { description: 'ok' } };
const missing = 'does not exist. "nope" is not in the document.';
const PARTS = {
  parameters: [{ name: 'X Y', in: 'header', schema: {} }],
  responses: { 200: { description: 'ok', headers: { 'A:B': { schema: {} } } } },
};

describe('what is odd in a document is told with its place', () => {
  test.each<readonly [string, object, readonly string[]]>([
    [
      'server variables',
      { servers: [{ url: 'https://{a}.{b}.{c}.test', variables: { a: { default: 'x', enum: ['y'] } } }] },
      [
        '#/servers/0/url The server variable "{b}", "{c}" is not declared. Add it to "variables" with a default.',
        '#/servers/0/variables/a The default "x" is not in the "enum" of the server variable "a".',
      ],
    ],
    [
      'tags',
      {
        tags: [
          { name: 'a', parent: 'b' },
          { name: 'b', parent: 'a' },
          { name: 'c', parent: 'z' },
          { name: 'd' },
          { name: 'd', kind: 5 },
          { name: 'e', parent: 'd' },
        ],
      },
      [
        '#/tags/0/parent The parents of the tag "a" lead in a circle.',
        '#/tags/1/parent The parents of the tag "b" lead in a circle.',
        '#/tags/2/parent The parent "z" is not a declared tag.',
        '#/tags/4 The tag "d" is declared twice. Keep one of them.',
        '#/tags/4/kind "kind" must be a string, not a number; it is ignored.',
      ],
    ],
    [
      'fields nothing depends on',
      { $self: 5, info: { title: 'T', version: '1', termsOfService: [], contact: 'x', license: { name: 1 } } },
      [
        '#/info/termsOfService "termsOfService" must be a string, not an array; it is ignored.',
        '#/info/contact "contact" must be an object, not a string; it is ignored.',
        '#/info/license/name "name" must be a string, not a number; it is ignored.',
        '#/$self "$self" must be a string, not a number; it is ignored.',
      ],
    ],
    [
      'paths',
      { paths: { '/a?b': { get: { responses } }, '/c}': { get: { responses } } } },
      [
        '#/paths/~1a?b The path "/a?b" holds "?" or "#", which end a path. Describe a query by parameters.',
        '#/paths/~1c} The braces in the path "/c}" do not pair up.',
      ],
    ],
    [
      'names of headers',
      { paths: { '/a': { get: PARTS } } },
      [
        '#/paths/~1a/get/parameters/0/name "X Y" is not the name of a header: it holds what HTTP does not allow there.',
        '#/paths/~1a/get/responses/200/headers/A:B "A:B" is not the name of a header: it holds what HTTP does not allow there.',
      ],
    ],
    [
      'the query as a whole',
      {
        paths: {
          '/a': {
            parameters: [{ name: 'q', in: 'querystring', schema: {} }],
            get: { parameters: [{ name: 'p', in: 'query', schema: {} }], responses },
          },
        },
      },
      [
        '#/paths/~1a/parameters/0/schema A parameter in "querystring" is described by "content"; this "schema" is read as it stands.',
        '#/paths/~1a/get/parameters/0 The query as a whole is the parameter "q"; "p" cannot stand beside it.',
      ],
    ],
    [
      'flows',
      {
        components: {
          securitySchemes: { a: { type: 'oauth2' }, b: { type: 'oauth2', flows: { implict: {}, implicit: {} } } },
        },
      },
      [
        '#/components/securitySchemes/a A security scheme of the type "oauth2" needs the field "flows".',
        '#/components/securitySchemes/b/flows/implict "implict" is not a flow of OAuth; the flows are implicit, password, clientCredentials, authorizationCode, deviceAuthorization. Did you mean "implicit"?',
        '#/components/securitySchemes/b/flows/implicit The flow "implicit" needs "authorizationUrl" and "scopes".',
      ],
    ],
    [
      'links',
      { components: { links: { a: { operationId: 'no' }, b: {}, c: { operationId: 'x', operationRef: 'y' } } } },
      [
        '#/components/links/a/operationId No operation has the operationId "no".',
        '#/components/links/b A link names its operation by "operationId" or by "operationRef"; this one has neither.',
        '#/components/links/c A link names its operation by "operationId" or by "operationRef"; this one has both.',
        '#/components/links/c/operationId No operation has the operationId "x".',
      ],
    ],
    [
      'sections of components',
      { components: { schema: {} } },
      ['#/components/schema "components" has no field "schema". Did you mean "schemas"?'],
    ],
  ])('%s', async (_, members, expected) => {
    expect(await told(members)).toEqual(expected);
  });

  test('fields of a later version', async () => {
    const item = { additionalOperations: { COPY: { responses } } };
    const members = { $self: 'a', webhooks: {}, paths: { '/a': item }, components: { mediaTypes: {}, pathItems: {} } };
    const since = (pointer: string, line: string): string =>
      `${pointer} "${pointer.split('/').at(-1)}" exists since OpenAPI ${line}; it is read as meant there.`;
    const places = ['#/$self', '#/paths/~1a/additionalOperations', '#/components/mediaTypes'];
    expect([...(await told(members, '3.1.0'))].sort()).toEqual(places.map((place) => since(place, '3.2')).sort());
    expect([...(await told(members, '3.0.3'))].sort()).toEqual(
      [
        ...places.map((place) => since(place, '3.2')),
        ...['#/webhooks', '#/components/pathItems'].map((place) => since(place, '3.1')),
      ].sort(),
    );
    expect(await told(members)).toEqual([]);
  });

  test('components that nobody uses', async () => {
    const $ref = '#/nope';
    const components = {
      callbacks: { C: { '{$url}': { get: { responses: { 200: { $ref } } } } } },
      examples: { E: { $ref } },
      links: { L: { $ref } },
      mediaTypes: { M: { schema: { $ref } } },
    };
    expect(await told({ components })).toEqual(
      ['callbacks/C/{$url}/get/responses/200', 'examples/E', 'links/L', 'mediaTypes/M/schema'].map(
        (place) => `refused #/components/${place}/$ref "#/nope" ${missing}`,
      ),
    );
  });

  test('callbacks that nobody uses are looked through once each, however they lead to one another', async () => {
    const callbacks: Record<string, object> = {};
    for (let at = 0; at < 300; at++) {
      const next = { $ref: `#/components/callbacks/C${at + 1}` };
      callbacks[`C${at}`] = { '{$url}': { post: { responses, callbacks: { a: next, b: next } } } };
    }
    callbacks['C300'] = { '{$url}': { post: { responses } } };
    expect(await told({ components: { callbacks } })).toEqual([]);
  });

  test('a security scheme named by URI is that component', async () => {
    const components = { securitySchemes: { k: { type: 'http', scheme: 'basic' } } };
    const security = [{ '#/components/securitySchemes/k': [] }, { '#/components/securitySchemes/z': [] }];
    const document = await read({ components, paths: { '/a': { get: { security, responses } } } }, '3.2.0');
    expect(document.operations[0]?.security.map(({ schemes }) => [...schemes.keys()])).toEqual([
      ['k'],
      ['#/components/securitySchemes/z'],
    ]);
    expect(document.warnings.map(({ code, place }) => `${code} ${place.pointer}`)).toEqual([
      'security-undeclared #/paths/~1a/get/security/1/#~1components~1securitySchemes~1z',
    ]);
  });
});
