import { describe, expect, test } from 'vitest';
import { DocumentError, formatDiagnostic } from '../../../openapi/source/diagnostic.js';
import { readText } from '../../documents.js';

async function outcome(text: string): Promise<readonly unknown[]> {
  try {
    const { openapi, line, warnings } = await readText(text);
    return [openapi, line, ...warnings.map(formatDiagnostic)];
  } catch (error) {
    if (error instanceof DocumentError) return error.diagnostics.map(formatDiagnostic);
    throw error;
  }
}

const rest = "\ninfo: {title: Pets, version: '1'}\npaths: {}\n";

describe('the version of the specification', () => {
  test.each([
    ['3.0.0', '3.0'],
    ['3.0.3', '3.0'],
    ['3.1.0', '3.1'],
    ['3.1.1', '3.1'],
    ['3.2.0', '3.2'],
    ['3.0.4-rc1', '3.0'],
    ['3.1.99', '3.1'],
  ])('%s is read as %s', async (version, line) => {
    expect(await outcome(`openapi: ${version}${rest}`)).toEqual([version, line]);
    expect(await outcome(`openapi: "${version}"${rest}`)).toEqual([version, line]);
  });

  test.each([
    ['3.0', '3.0', '3.0.0'],
    ['3', '3.0', '3.0.0'],
    ['3.1', '3.1', '3.1.0'],
    ['3.10', '3.1', '3.1.0'],
    ['3.2', '3.2', '3.2.0'],
  ])('the number %s is understood and warned about', async (version, line, text) => {
    expect(await outcome(`openapi: ${version}${rest}`)).toEqual([
      text,
      line,
      `api.yaml:1:10 [openapi-number] #/openapi "openapi" must be a string; the number is read as "${text}". Put it in quotes.`,
    ]);
  });

  test('a text without patch number is understood', async () => {
    expect(await outcome(`openapi: "3.1"${rest}`)).toEqual(['3.1', '3.1']);
  });

  test.each([
    [
      'openapi: 4.0.0',
      '1:10 [openapi-version] #/openapi OpenAPI "4.0.0" is not understood. Versions 3.0, 3.1 and 3.2 are understood.',
    ],
    [
      'openapi: 3.3.0',
      '1:10 [openapi-version] #/openapi OpenAPI "3.3.0" is not understood. Versions 3.0, 3.1 and 3.2 are understood.',
    ],
    [
      'openapi: 3.1.0.1',
      '1:10 [openapi-version] #/openapi OpenAPI "3.1.0.1" is not understood. Versions 3.0, 3.1 and 3.2 are understood.',
    ],
    [
      'openapi: "2.0"',
      '1:10 [openapi-version] #/openapi OpenAPI "2.0" is not understood. Versions 3.0, 3.1 and 3.2 are understood. Convert Swagger 2.0 to OpenAPI 3 first.',
    ],
    [
      'openapi: ""',
      '1:10 [openapi-version] #/openapi OpenAPI "" is not understood. Versions 3.0, 3.1 and 3.2 are understood.',
    ],
    ['openapi: 4', '1:10 [openapi-version] #/openapi "openapi" must be a string such as "3.1.0", not a number.'],
    ['openapi:', '1:1 [openapi-version] #/openapi "openapi" must be a string such as "3.1.0", not null.'],
    ['openapi: [3.1.0]', '1:10 [openapi-version] #/openapi "openapi" must be a string such as "3.1.0", not an array.'],
    [
      'swagger: "2.0"',
      '1:1 [not-openapi] # This is a Swagger 2.0 document. OpenAPI 3.0, 3.1 and 3.2 documents are read. Convert it to OpenAPI 3 first.',
    ],
    [
      'swagger: 2.0',
      '1:1 [not-openapi] # This is a Swagger 2.0 document. OpenAPI 3.0, 3.1 and 3.2 documents are read. Convert it to OpenAPI 3 first.',
    ],
    [
      'swagger: {}',
      '1:1 [not-openapi] # This is a Swagger document. OpenAPI 3.0, 3.1 and 3.2 documents are read. Convert it to OpenAPI 3 first.',
    ],
    [
      'openApi: 3.1.0',
      '1:1 [not-openapi] # This is not an OpenAPI document: the field "openapi" is missing. It is spelt "openapi", not "openApi". OpenAPI 3.0, 3.1 and 3.2 documents are read.',
    ],
    [
      'asyncapi: 2.6.0',
      '1:1 [not-openapi] # This is an AsyncAPI document. OpenAPI 3.0, 3.1 and 3.2 documents are read.',
    ],
    [
      'arazzo: 1.0.0',
      '1:1 [not-openapi] # This is an Arazzo description. OpenAPI 3.0, 3.1 and 3.2 documents are read.',
    ],
    [
      'overlay: 1.0.0',
      '1:1 [not-openapi] # This is an OpenAPI Overlay, not a document. OpenAPI 3.0, 3.1 and 3.2 documents are read.',
    ],
    ['openrpc: 1.2.6', '1:1 [not-openapi] # This is an OpenRPC document. OpenAPI 3.0, 3.1 and 3.2 documents are read.'],
    [
      'item: []',
      '1:1 [not-openapi] # This looks like a Postman collection. OpenAPI 3.0, 3.1 and 3.2 documents are read.',
    ],
    ['$schema: x', '1:1 [not-openapi] # This looks like a JSON Schema. OpenAPI 3.0, 3.1 and 3.2 documents are read.'],
    [
      'a: b',
      '1:1 [not-openapi] # This is not an OpenAPI document: the field "openapi" is missing. OpenAPI 3.0, 3.1 and 3.2 documents are read.',
    ],
  ])('%s is refused by name', async (head, message) => {
    expect(await outcome(`${head}${rest}`)).toEqual([`api.yaml:${message}`]);
  });

  test.each([
    ['[]', 'an array'],
    ['12', 'a number'],
    ['text', 'a string'],
    ['null', 'null'],
    ['"{}"', 'a string'],
  ])('a file that holds %s is refused', async (text, what) => {
    expect(await outcome(text)).toEqual([
      `api.yaml:1:1 [not-openapi] # An OpenAPI document is an object; this file holds ${what}.`,
    ]);
  });

  test('what a document needs', async () => {
    expect(await outcome('openapi: 3.0.0\ninfo: {}\n')).toEqual([
      'api.yaml:1:1 [missing] # An OpenAPI document needs the field "paths".',
      'api.yaml:2:7 [missing] #/info "info" needs the field "title".',
      'api.yaml:2:7 [missing] #/info "info" needs the field "version".',
    ]);
    expect(await outcome('openapi: 3.0.0\n')).toEqual([
      'api.yaml:1:1 [missing] # An OpenAPI document needs the field "paths".',
      'api.yaml:1:1 [missing] # An OpenAPI document needs the field "info".',
    ]);
    expect(await outcome("openapi: 3.1.0\ninfo: {title: T, version: '1'}\n")).toEqual([
      'api.yaml:1:1 [missing] # An OpenAPI document needs "paths", "webhooks" or "components".',
    ]);
    for (const one of ['webhooks', 'components', 'paths'])
      expect(await outcome(`openapi: 3.1.0\ninfo: {title: T, version: '1'}\n${one}: {}\n`)).toEqual(['3.1.0', '3.1']);
  });
});
