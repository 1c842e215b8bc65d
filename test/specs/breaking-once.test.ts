import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diffDocuments } from '../../diff/diff.js';
import { readPath } from '../documents.js';
import { folder } from './intercom.js';

const METADATA = [
  'after',
  'auto',
  'before',
  'changes',
  'consent_id',
  'enabled',
  'expired_at',
  'last_activity_at',
  'mode',
];
const MORE_METADATA = [
  'new_state',
  'previous_state',
  'setting_type',
  'team',
  'team_assignment_limit',
  'threshold_minutes',
];
const DATES = ['admin_reply', 'assignment', 'close', 'contact_reply'];
const STATISTICS = [
  ...DATES.map((name) => `first_${name}_at`),
  ...['admin_reply', 'assignment_admin_reply', 'assignment', 'close', 'contact_reply'].map((name) => `last_${name}_at`),
].map((name) => `conversation_statistics.${name}: type-changed`);

/** What breaks callers on the wire between two versions: the element and the rule, in the order of the report. */
const BREAKING: readonly (readonly [base: string, revision: string, findings: readonly string[]])[] = [
  [
    '2.11',
    'unstable-2024-07',
    [
      'behaviour ticket-scope-enforced: behavior-broken',
      'ticket_type_list.ticket_types: property-removed',
      'ticket.ticket_state_external_label: property-removed',
      'ticket.ticket_state_internal_label: property-removed',
      'ticket_state: type-changed',
      'update_ticket_request.state: property-removed',
    ],
  ],
  [
    '2.13',
    '2.14',
    [
      'activity_log.activity_type: enum-value-renamed',
      'activity_log_metadata.assignment_limit: property-removed',
      'data_attribute_option: type-changed',
      'data_export.job_identfier: property-removed',
      'update_ticket_request.assignment: property-removed',
    ],
  ],
  ['2.14', '2.15', []],
  [
    '2.15',
    'unstable-2026-03',
    [
      'behaviour plain-text-in-webhooks: behavior-broken',
      'behaviour ticket-scope-enforced: behavior-broken',
      ...STATISTICS,
    ],
  ],
  [
    '2.15',
    'preview',
    [
      ...[...METADATA, ...MORE_METADATA].map((name) => `activity_log_metadata.${name}: property-removed`),
      'article_list_item.parent_id: property-removed',
      'article_list_item.parent_type: property-removed',
      'contact.owner_id: type-changed',
      'behaviour plain-text-in-webhooks: behavior-broken',
      'behaviour ticket-scope-enforced: behavior-broken',
      'conversation_core.admin_assignee_id: null-replaced',
      'conversation_core.team_assignee_id: null-replaced',
      ...STATISTICS,
      'data_export.job_identifier: property-removed',
      'behaviour says-when-fin-is-done: behavior-broken',
      'fin_replied_event.status option replying: alternative-added',
      'GET /ip_allowlist: operation-removed',
      'PUT /ip_allowlist: operation-removed',
      'GET /internal_articles/search → query parameter folder_id: type-changed',
      '/contacts/{id}/notes → path parameter id: type-changed',
      'qualified_attribute_id: union-added',
      'POST /tags: behavior-broken',
      'team.assignment_limit: property-removed',
      'team.distribution_method: property-removed',
      'ticket.admin_assignee_id: type-changed',
      'ticket.team_assignee_id: type-changed',
    ],
  ],
];

async function report(base: string, revision: string) {
  const pathOf = (version: string) => join(folder, `${version}.yaml`);
  return diffDocuments(await readPath(pathOf(base)), await readPath(pathOf(revision)));
}

describe.each(BREAKING)('from %s to %s', (base, revision, expected) => {
  test('each cause that breaks callers on the wire is told once', async () => {
    const { findings } = await report(base, revision);
    const breaking = findings.filter(({ impact, contract }) => impact === 'breaking' && contract === 'wire');
    expect(breaking.map(({ where, rule }) => `${where}: ${rule}`)).toEqual(expected);
  });
});

test('one cause of several operations names them all', async () => {
  const { findings } = await report('2.15', 'preview');
  const operationsOf = (where: string) =>
    findings.flatMap((finding) => (finding.where === where ? finding.operations : []));
  expect(operationsOf('behaviour ticket-scope-enforced')).toEqual([
    'GET /conversations',
    'GET /conversations/{id}',
    'POST /conversations/search',
    'PUT /conversations/{id}',
  ]);
  expect(operationsOf('behaviour says-when-fin-is-done')).toEqual([
    'webhook POST fin_replied',
    'webhook POST fin_status_updated',
  ]);
});
