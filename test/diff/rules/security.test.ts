import { securityLoosened } from '../../../diff/rules/security-loosened.js';
import { securityRestated } from '../../../diff/rules/security-restated.js';
import { securitySchemeChanged } from '../../../diff/rules/security-scheme-changed.js';
import { securityTightened } from '../../../diff/rules/security-tightened.js';
import { serverAdded } from '../../../diff/rules/server-added.js';
import { serverRemoved } from '../../../diff/rules/server-removed.js';
import { changeOf } from './changes.js';
import { testRule } from './rule-tester.js';

testRule(securityTightened, {
  reports: [
    {
      change: { before: ['anonymous', 'key'], after: ['key'], refuses: ['anonymous'], accepts: [] },
      message: 'Access with "anonymous" is no longer accepted.',
      request: 'breaking',
      response: 'breaking',
    },
    {
      change: { before: ['key'], after: ['oauth'], refuses: ['key'], accepts: ['oauth'] },
      message: 'Access with "key" is no longer accepted; "oauth" came in its place.',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [
    { before: ['key'], after: ['key', 'oauth[read]'], refuses: [], accepts: ['oauth[read]'] },
    { before: ['key'], after: ['key', 'key + oauth'], refuses: [], accepts: [] },
  ],
});

testRule(securityLoosened, {
  reports: [
    {
      change: { before: ['key'], after: ['key', 'oauth[read]'], refuses: [], accepts: ['oauth[read]'] },
      message: 'Access with "oauth[read]" is accepted too.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [
    { before: ['anonymous', 'key'], after: ['key'], refuses: ['anonymous'], accepts: [] },
    { before: ['key'], after: ['key', 'key + oauth'], refuses: [], accepts: [] },
  ],
});

testRule(securityRestated, {
  reports: [
    {
      change: { before: ['key'], after: ['key', 'key + oauth'], refuses: [], accepts: [] },
      message: 'The accepted access is written as "key" and "key + oauth" instead of "key".',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [
    { before: ['anonymous', 'key'], after: ['key'], refuses: ['anonymous'], accepts: [] },
    { before: ['key'], after: ['key', 'oauth[read]'], refuses: [], accepts: ['oauth[read]'] },
  ],
});

testRule(securitySchemeChanged, {
  reports: [
    {
      change: { scheme: 'key', keyword: 'in', before: 'query', after: 'header' },
      message: 'The "in" of the security scheme "key" changed from "query" to "header".',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [
    changeOf('security.changed', { before: ['anonymous', 'key'], after: ['key'], refuses: ['anonymous'], accepts: [] }),
  ],
});

testRule(serverAdded, {
  reports: [
    {
      change: { url: 'https://api.example.com' },
      message: 'The server "https://api.example.com" was added.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [changeOf('server.removed', { url: 'https://api.example.com' })],
});

testRule(serverRemoved, {
  reports: [
    {
      change: { url: 'https://api.example.com' },
      message: 'The server "https://api.example.com" was removed.',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [changeOf('server.added', { url: 'https://api.example.com' })],
});
