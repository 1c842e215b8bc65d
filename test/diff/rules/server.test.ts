import { defaultServerChanged } from '../../../diff/rules/default-server-changed.js';
import { serverRenamed } from '../../../diff/rules/server-renamed.js';
import { serverUrlChanged } from '../../../diff/rules/server-url-changed.js';
import { serverVariableDefaultChanged } from '../../../diff/rules/server-variable-default-changed.js';
import { serverVariableValueAdded } from '../../../diff/rules/server-variable-value-added.js';
import { serverVariableValueRemoved } from '../../../diff/rules/server-variable-value-removed.js';
import { changeOf } from './changes.js';
import { testRule } from './rule-tester.js';

testRule(serverUrlChanged, {
  reports: [
    {
      change: { part: 'path', before: 'https://a.com/v1', after: 'https://a.com/v2' },
      message: 'The path of the server "https://a.com/v1" changed: it is "https://a.com/v2" now.',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [changeOf('server.removed', { url: 'https://a.com' })],
});

testRule(serverRenamed, {
  reports: [
    {
      change: { url: 'https://a.com', before: 'live', after: 'production' },
      message: 'The server "https://a.com" was "live", now "production".',
      request: 'non-breaking',
      response: 'non-breaking',
    },
    {
      change: { url: 'https://a.com', after: 'live' },
      message: 'The server "https://a.com" was without a name, now "live".',
      request: 'non-breaking',
      response: 'non-breaking',
    },
    {
      change: { url: 'https://a.com', before: 'live' },
      message: 'The server "https://a.com" was "live", now without one.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [changeOf('server.added', { url: 'https://a.com' })],
});

testRule(defaultServerChanged, {
  reports: [
    {
      change: { before: 'https://a.com', after: 'https://b.com' },
      message: 'The first server is "https://b.com" instead of "https://a.com".',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [changeOf('server.url.changed', { part: 'host', before: 'https://a.com', after: 'https://b.com' })],
});

testRule(serverVariableDefaultChanged, {
  reports: [
    {
      change: { url: 'https://{region}.example.com', variable: 'region', before: 'eu', after: 'us' },
      message: 'The variable "region" of the server "https://{region}.example.com" is "us" unless given; it was "eu".',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [
    changeOf('server.variable.enum.changed', {
      url: 'https://{region}.example.com',
      variable: 'region',
      before: ['eu'],
      after: ['eu', 'us'],
      added: ['us'],
      removed: [],
    }),
  ],
});

testRule(serverVariableValueRemoved, {
  reports: [
    {
      change: {
        url: 'https://{region}.example.com',
        variable: 'region',
        before: ['eu', 'us'],
        after: ['eu'],
        added: [],
        removed: ['us'],
      },
      message: 'The values "us" were removed from the variable "region" of the server "https://{region}.example.com".',
      request: 'breaking',
      response: 'breaking',
    },
    {
      change: { url: 'https://{region}.example.com', variable: 'region', after: ['eu'], added: [], removed: [] },
      message: 'Of all values the variable "region" of the server "https://{region}.example.com" takes "eu" only.',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [
    {
      url: 'https://{region}.example.com',
      variable: 'region',
      before: ['eu'],
      after: ['eu', 'us'],
      added: ['us'],
      removed: [],
    },
    { url: 'https://{region}.example.com', variable: 'region', before: ['eu'], added: [], removed: [] },
  ],
});

testRule(serverVariableValueAdded, {
  reports: [
    {
      change: {
        url: 'https://{region}.example.com',
        variable: 'region',
        before: ['eu'],
        after: ['eu', 'us'],
        added: ['us'],
        removed: [],
      },
      message: 'The values "us" were added to the variable "region" of the server "https://{region}.example.com".',
      request: 'non-breaking',
      response: 'non-breaking',
    },
    {
      change: { url: 'https://{region}.example.com', variable: 'region', before: ['eu'], added: [], removed: [] },
      message: 'Any value is taken by the variable "region" of the server "https://{region}.example.com".',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [
    {
      url: 'https://{region}.example.com',
      variable: 'region',
      before: ['eu', 'us'],
      after: ['eu'],
      added: [],
      removed: ['us'],
    },
  ],
});
