import { bearerFormatChanged } from '../../../diff/rules/bearer-format-changed.js';
import { oauthFlowAdded } from '../../../diff/rules/oauth-flow-added.js';
import { oauthFlowRemoved } from '../../../diff/rules/oauth-flow-removed.js';
import { oauthMetadataAdded } from '../../../diff/rules/oauth-metadata-added.js';
import { oauthScopeAdded } from '../../../diff/rules/oauth-scope-added.js';
import { oauthScopeRemoved } from '../../../diff/rules/oauth-scope-removed.js';
import { oauthUrlAdded } from '../../../diff/rules/oauth-url-added.js';
import { oauthUrlChanged } from '../../../diff/rules/oauth-url-changed.js';
import { securitySchemeAdded } from '../../../diff/rules/security-scheme-added.js';
import { securitySchemeDeprecated } from '../../../diff/rules/security-scheme-deprecated.js';
import { securitySchemeRemoved } from '../../../diff/rules/security-scheme-removed.js';
import { securitySchemeUndeprecated } from '../../../diff/rules/security-scheme-undeprecated.js';
import { webhookSecurityChanged } from '../../../diff/rules/webhook-security-changed.js';
import { changeOf } from './changes.js';
import { testRule } from './rule-tester.js';

testRule(securitySchemeAdded, {
  reports: [
    {
      change: { scheme: 'key' },
      message: 'The security scheme "key" was added; no operation asks for it.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [changeOf('security-scheme.removed', { scheme: 'key' })],
});

testRule(securitySchemeRemoved, {
  reports: [
    {
      change: { scheme: 'key' },
      message: 'The security scheme "key" was removed, and no operation asks for another instead.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [changeOf('security-scheme.added', { scheme: 'key' })],
});

testRule(securitySchemeDeprecated, {
  reports: [
    {
      change: { scheme: 'key', before: false, after: true },
      message: 'The security scheme "key" became deprecated.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ scheme: 'key', before: true, after: false }],
});

testRule(securitySchemeUndeprecated, {
  reports: [
    {
      change: { scheme: 'key', before: true, after: false },
      message: 'The security scheme "key" is no longer deprecated.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ scheme: 'key', before: false, after: true }],
});

testRule(bearerFormatChanged, {
  reports: [
    {
      change: { scheme: 'token', keyword: 'bearerFormat', before: null, after: 'JWT' },
      message: 'The "bearerFormat" of the security scheme "token" was stated: "JWT".',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [{ scheme: 'key', keyword: 'in', before: 'query', after: 'header' }],
});

testRule(oauthMetadataAdded, {
  reports: [
    {
      change: { scheme: 'login', keyword: 'oauth2MetadataUrl', before: null, after: 'https://a/meta' },
      message: 'The metadata of the security scheme "login" is at "https://a/meta".',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ scheme: 'login', keyword: 'oauth2MetadataUrl', before: 'https://a/meta', after: null }],
});

testRule(oauthFlowAdded, {
  reports: [
    {
      change: { scheme: 'login', flow: 'implicit' },
      message: 'The flow "implicit" was added to the security scheme "login".',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [changeOf('security-scheme.flow.removed', { scheme: 'login', flow: 'implicit' })],
});

testRule(oauthFlowRemoved, {
  reports: [
    {
      change: { scheme: 'login', flow: 'implicit' },
      message: 'The flow "implicit" was removed from the security scheme "login".',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [changeOf('security-scheme.flow.added', { scheme: 'login', flow: 'implicit' })],
});

testRule(oauthUrlChanged, {
  reports: [
    {
      change: { scheme: 'login', flow: 'implicit', keyword: 'tokenUrl', before: 'https://a', after: 'https://b' },
      message:
        'The "tokenUrl" of the flow "implicit" of the security scheme "login" changed from "https://a" to "https://b".',
      request: 'breaking',
      response: 'breaking',
    },
    {
      change: { scheme: 'login', flow: 'implicit', keyword: 'refreshUrl', before: 'https://a' },
      message:
        'The "refreshUrl" of the flow "implicit" of the security scheme "login" was removed; it was "https://a".',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [{ scheme: 'login', flow: 'implicit', keyword: 'refreshUrl', after: 'https://a' }],
});

testRule(oauthUrlAdded, {
  reports: [
    {
      change: { scheme: 'login', flow: 'implicit', keyword: 'refreshUrl', after: 'https://a' },
      message: 'The "refreshUrl" "https://a" was added to the flow "implicit" of the security scheme "login".',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ scheme: 'login', flow: 'implicit', keyword: 'refreshUrl', before: 'https://a' }],
});

testRule(oauthScopeAdded, {
  reports: [
    {
      change: { scheme: 'login', flow: 'implicit', scope: 'read' },
      message: 'The scope "read" was added to the flow "implicit" of the security scheme "login".',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [changeOf('security-scheme.scope.removed', { scheme: 'login', flow: 'implicit', scope: 'read' })],
});

testRule(oauthScopeRemoved, {
  reports: [
    {
      change: { scheme: 'login', flow: 'implicit', scope: 'read' },
      message: 'The scope "read" was removed from the flow "implicit" of the security scheme "login".',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [changeOf('security-scheme.scope.added', { scheme: 'login', flow: 'implicit', scope: 'read' })],
});

testRule(webhookSecurityChanged, {
  reports: [
    {
      change: { before: ['key'], after: ['token'] },
      message: 'The API presents "token" instead of "key".',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [changeOf('security.changed', { before: ['key'], after: ['token'], refuses: ['key'], accepts: ['token'] })],
});
