import { describe, expect, test } from 'vitest';
import { diffDocuments } from '../../../../diff/diff.js';
import { readText } from '../../../documents.js';

/** A document in which a body is sent and received as one media type. */
function documentWith(line: string, mediaType: string, schema: string): string {
  const body = `{content: {'${mediaType}': ${schema === '' ? '{}' : `{schema: ${schema}}`}}}`;
  return `openapi: ${line}
info: {title: t, version: '1'}
paths:
  /files: {post: {requestBody: ${body}, responses: {'200': {description: ok, content: ${body.slice(10, -1)}}}}}
`;
}

async function told(mediaType: string, base: string, revision: string, back = false): Promise<readonly string[]> {
  const [left, right] = await Promise.all([
    readText(documentWith('3.0.3', mediaType, base)),
    readText(documentWith('3.1.0', mediaType, revision)),
  ]);
  const { findings } = await (back ? diffDocuments(right, left) : diffDocuments(left, right));
  return findings.map(({ impact, rule }) => `${impact}: ${rule}`).sort();
}

const part = (schema: string): string => `{type: object, properties: {file: ${schema}}}`;

describe('bytes in the spelling of 3.0 and of later versions are no change', () => {
  test.each([
    [
      'base64 in a property',
      'application/json',
      part('{type: string, format: byte}'),
      part('{type: string, contentEncoding: base64}'),
    ],
    [
      'base64 for URLs',
      'application/json',
      '{type: string, format: base64url}',
      '{type: string, contentEncoding: base64url}',
    ],
    [
      'a part',
      'multipart/form-data',
      part('{type: string, format: binary}'),
      part('{contentMediaType: application/octet-stream}'),
    ],
    [
      'a part that is text to validators',
      'multipart/form-data',
      part('{type: string, format: binary}'),
      part('{type: string, contentMediaType: application/octet-stream}'),
    ],
    ['a part of any kind', 'multipart/form-data', part('{type: string, format: binary}'), part('{}')],
    [
      'several parts',
      'multipart/form-data',
      part('{type: array, items: {type: string, format: binary}}'),
      part('{type: array, items: {}}'),
    ],
    ['a body', 'application/octet-stream', '{type: string, format: binary}', '{}'],
    ['a body without a schema', 'image/png', '{type: string, format: binary}', ''],
    [
      'a body that repeats its media type',
      'image/png',
      '{type: string, format: binary}',
      '{type: string, contentMediaType: image/png}',
    ],
  ])('%s', async (_, mediaType, base, revision) => {
    expect(await told(mediaType, base, revision)).toEqual([]);
    expect(await told(mediaType, base, revision, true)).toEqual([]);
  });
});

test('a media type that only one spelling states is told', async () => {
  const base = part('{type: string, format: binary}');
  expect(await told('multipart/form-data', base, part('{type: string, contentMediaType: image/png}'))).toEqual([
    'dangerous: content-changed',
    'dangerous: content-changed',
  ]);
});

describe('what is no other spelling is told', () => {
  test.each([
    [
      'bytes that may be any JSON',
      'application/json',
      part('{type: string, format: binary}'),
      part('{}'),
      [
        'breaking: type-widened',
        'non-breaking: format-removed',
        'non-breaking: format-removed',
        'non-breaking: type-widened',
      ],
    ],
    [
      'another encoding',
      'application/json',
      '{type: string, format: byte}',
      '{type: string, contentEncoding: base16}',
      [
        'breaking: format-removed',
        'dangerous: content-changed',
        'dangerous: content-changed',
        'non-breaking: format-removed',
      ],
    ],
    [
      'a number for bytes',
      'multipart/form-data',
      part('{type: string, format: binary}'),
      part('{type: integer}'),
      ['breaking: type-changed', 'breaking: type-changed'],
    ],
  ])('%s', async (_, mediaType, base, revision, findings) => {
    expect(await told(mediaType, base, revision)).toEqual(findings);
  });
});
