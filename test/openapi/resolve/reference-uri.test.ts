import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../openapi/read.js';
import { refusals } from '../../documents.js';
import { documentOf } from '../brief.js';

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
