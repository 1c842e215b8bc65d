import { callbackAdded } from '../../../diff/rules/callback-added.js';
import { callbackRemoved } from '../../../diff/rules/callback-removed.js';
import { operationAdded } from '../../../diff/rules/operation-added.js';
import { operationDeprecated } from '../../../diff/rules/operation-deprecated.js';
import { operationIdChanged } from '../../../diff/rules/operation-id-changed.js';
import { operationRemoved } from '../../../diff/rules/operation-removed.js';
import { operationTagsChanged } from '../../../diff/rules/operation-tags-changed.js';
import { operationUndeprecated } from '../../../diff/rules/operation-undeprecated.js';
import { pathParameterRenamed } from '../../../diff/rules/path-parameter-renamed.js';
import { webhookAdded } from '../../../diff/rules/webhook-added.js';
import { webhookRemoved } from '../../../diff/rules/webhook-removed.js';
import { changeOf, operation, parameter } from './changes.js';
import { testRule } from './rule-tester.js';

testRule(operationAdded, {
  reports: [
    {
      change: { operation: operation() },
      message: 'The operation was added.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [changeOf('operation.removed', { operation: operation() })],
});

testRule(operationRemoved, {
  reports: [
    {
      change: { operation: operation() },
      message: 'The operation was removed.',
      request: 'breaking',
      response: 'breaking',
    },
    {
      change: { operation: operation({ deprecated: true }) },
      message: 'The operation was removed; it was deprecated before.',
      request: 'breaking',
      response: 'breaking',
    },
    {
      change: { operation: operation({ deprecated: true, extensions: new Map([['x-sunset', '2030-01-31']]) }) },
      message: 'The operation was removed; it was to end on "2030-01-31".',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [changeOf('operation.added', { operation: operation() })],
});

testRule(operationIdChanged, {
  reports: [
    {
      change: { operation: operation(), before: 'listPets', after: 'getPets' },
      message: 'The operationId changed from "listPets" to "getPets".',
      request: 'breaking',
      response: 'breaking',
    },
    {
      change: { operation: operation(), after: 'getPets' },
      message: 'The operationId "getPets" was added.',
      request: 'breaking',
      response: 'breaking',
    },
    {
      change: { operation: operation(), before: 'listPets' },
      message: 'The operationId "listPets" was removed.',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [changeOf('operation.tags.changed', { operation: operation(), before: ['Pets'], after: [] })],
});

testRule(operationDeprecated, {
  reports: [
    {
      change: { operation: operation(), before: false, after: true },
      message: 'The operation became deprecated.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ operation: operation(), before: true, after: false }],
});

testRule(operationUndeprecated, {
  reports: [
    {
      change: { operation: operation(), before: true, after: false },
      message: 'The operation is no longer deprecated.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [{ operation: operation(), before: false, after: true }],
});

testRule(operationTagsChanged, {
  reports: [
    {
      change: { operation: operation(), before: ['Pets'], after: ['Pets', 'Animals'] },
      message: 'The tags of the operation changed from "Pets" to "Pets" and "Animals".',
      request: 'dangerous',
      response: 'dangerous',
    },
    {
      change: { operation: operation(), before: ['Pets'], after: [] },
      message: 'The tags of the operation changed from "Pets" to nothing.',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [changeOf('operation.id.changed', { operation: operation(), before: 'listPets', after: 'getPets' })],
});

testRule(pathParameterRenamed, {
  reports: [
    {
      change: { operation: operation(), before: 'id', after: 'petId' },
      message: 'The path parameter "id" was renamed to "petId".',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [changeOf('parameter.removed', { parameter: parameter() })],
});

testRule(webhookAdded, {
  reports: [
    {
      change: { operation: operation() },
      message: 'The webhook was added.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [changeOf('webhook.removed', { operation: operation() })],
});

testRule(webhookRemoved, {
  reports: [
    {
      change: { operation: operation() },
      message: 'The webhook was removed.',
      request: 'breaking',
      response: 'breaking',
    },
    {
      change: { operation: operation({ deprecated: true }) },
      message: 'The webhook was removed; it was deprecated before.',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [changeOf('webhook.added', { operation: operation() })],
});

testRule(callbackAdded, {
  reports: [
    {
      change: { callback: 'onEvent' },
      message: 'The callback "onEvent" was added.',
      request: 'non-breaking',
      response: 'non-breaking',
    },
  ],
  ignores: [changeOf('callback.removed', { callback: 'onEvent' })],
});

testRule(callbackRemoved, {
  reports: [
    {
      change: { callback: 'onEvent' },
      message: 'The callback "onEvent" was removed.',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [changeOf('callback.added', { callback: 'onEvent' })],
});
