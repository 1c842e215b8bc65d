import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkChangelogs } from '../../../migrate/changelog/check.js';
import type { Io, Output } from '../../../scripts/command.js';
import { readApiConfig } from '../../../scripts/input/api-config.js';
import { readChangelogs } from '../../../scripts/input/read-changelogs.js';
import { documentsOf } from '../../../scripts/input/version-documents.js';
import { hasShared, root, shared } from '../../shared.js';

const silent: Output = { write: () => {}, isTerminal: false, width: 80 };
const io: Io = { stdout: silent, stderr: silent, cwd: root, env: {}, readStdin: async () => new Uint8Array() };

/** What the files that the vendor publishes change, and no statement of a changelog mentions: rule and element, by pair. */
const UNMENTIONED: Readonly<Record<string, readonly string[]>> = {
  '2.13 → 2.14': [
    'enum-values-exchanged activity_log.activity_type',
    'path-parameter-renamed /contacts/{contact_id}',
    'property-removed POST /contacts/{id}/notes → request body → contact_id',
    'property-removed data_export.job_identfier',
    'written-type-changed GET /contacts/{contact_id}/notes → path parameter contact_id',
    'union-added create_data_attribute_request',
    'union-added update_data_attribute_request',
  ],
  '2.14 → 2.15': [
    'alternative-added event_details option conversation_attribute_updated_by_user',
    'enum-values-exchanged activity_log.activity_type',
  ],
  '2.15 → preview': [
    'alternative-added event_details option snoozed',
    'enum-constraint-removed conversation_source.type',
    'enum-replaced conversation.priority',
    'enum-value-added message.message_type',
    'enum-value-removed GET /data_attributes → query parameter model',
    'enum-values-exchanged activity_log.activity_type',
    'null-added conversation_source.body',
    'operation-id-changed GET /custom_object_instances/{custom_object_type_identifier}',
    'operation-removed GET /ip_allowlist',
    'operation-removed PUT /ip_allowlist',
    'operation-tags-changed POST /conversations/redact',
    'path-parameter-renamed /contacts/{id}',
    'property-removed activity_log_metadata.team_assignment_limit',
    'property-removed conversation_part_author.from_ai_agent',
    'property-removed custom_object_instance.external_id',
    'property-removed data_export.job_identifier',
    'request-body-removed PUT /companies/{company_id} → request body',
    'type-changed GET /contacts/{id}/notes → path parameter id',
    'type-changed GET /internal_articles/search → query parameter folder_id',
  ],
};

describe.skipIf(!hasShared)('the official files', () => {
  test('change what no claim mentions, and the claims are not taken to mention it', async () => {
    const config = await readApiConfig('intercom', root);
    if (config === undefined) throw new TypeError('There is no such API.');
    const changelogs = await readChangelogs(config, root);
    const report = await checkChangelogs({
      api: config.name,
      title: config.title,
      versions: changelogs.map(({ version }) => version),
      changelogs: changelogs.map((changelog) => ({ ...changelog, unannounced: [] })),
      read: await documentsOf(config, join(shared, 'intercom/official'), io),
    });
    const left = new Map(
      report.pairs.map(({ base, revision, unexplained }) => {
        return [`${base} → ${revision}`, unexplained.map(({ finding }) => `${finding.rule} ${finding.where}`)];
      }),
    );
    const mentioned = Object.entries(UNMENTIONED).flatMap(([pair, findings]) => {
      return findings
        .filter((finding) => left.get(pair)?.includes(finding) !== true)
        .map((finding) => `${pair}: ${finding}`);
    });
    expect(mentioned).toEqual([]);
    const owner = report.pairs.flatMap(({ partly }) =>
      partly.filter(({ finding }) => finding.where === 'contact.owner_id'),
    );
    expect(owner.map(({ operations }) => operations)).not.toEqual([]);
  });
});
