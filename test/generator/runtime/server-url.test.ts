import { describe, expect, test } from 'vitest';
import { createClient, type Server, serverUrl } from '../../../generator/runtime/index.js';

const server: Server = {
  url: 'https://{region}.example.com/{version}',
  variables: { region: { default: 'us', enum: ['us', 'eu'] }, version: { default: 'v1' } },
};

test.each([
  [{}, 'https://us.example.com/v1'],
  [{ region: 'eu' }, 'https://eu.example.com/v1'],
  [{ region: 'eu', version: '2.0_b-1~' }, 'https://eu.example.com/2.0_b-1~'],
])('%j', (values, url) => {
  expect(serverUrl(server, values)).toEqual(url);
  expect(createClient({ baseUrl: 'https://a.example' }, { baseUrl: serverUrl(server, values) }).baseUrl).toEqual(url);
});

test('a server without variables is its URL', () => {
  expect(serverUrl({ url: 'https://a.example' })).toEqual('https://a.example');
});

describe('a value cannot choose another host', () => {
  test.each([
    ['region', 'evil.example/'],
    ['region', 'US'],
    ['region', ''],
    ['version', '..'],
    ['version', '.'],
    ['version', 'a/b'],
    ['version', '@evil.example'],
    ['version', 'a?b'],
    ['version', 'a#b'],
    ['version', 'a\\b'],
    ['version', ':80'],
    ['version', ''],
  ])('%s %j', (name, value) => {
    expect(() => serverUrl(server, { [name]: value })).toThrow(
      new TypeError(`The server does not take this value for "${name}".`),
    );
  });

  test('nor a variable that is not there', () => {
    expect(() => serverUrl(server, { constructor: 'x' } as unknown as Record<string, string>)).toThrow(
      new TypeError('The server has no variable "constructor".'),
    );
  });
});
