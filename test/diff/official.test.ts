import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DiffReport } from '../../diff/finding.js';
import { runCommand } from '../io.js';
import { hasShared, shared } from '../shared.js';

const folder = join(shared, 'intercom/official');

async function report(base: string, revision: string): Promise<DiffReport> {
  const { stdout } = await runCommand(['diff', base, revision, '--format', 'json'], { cwd: folder });
  return JSON.parse(stdout);
}

function told(findings: DiffReport['findings'], rule: string): readonly string[] {
  return findings.filter((finding) => finding.rule === rule).map(({ where }) => where);
}

describe.skipIf(!hasShared)('official 2.13 → 2.14', () => {
  test('renamed path parameters are renames: 17 operations are new, none is gone', async () => {
    const { findings } = await report('2.13.yaml', '2.14.yaml');
    expect([told(findings, 'operation-added').length, told(findings, 'operation-removed')]).toEqual([17, []]);
  });
});

describe.skipIf(!hasShared)('official 2.15 → Preview', () => {
  let findings: DiffReport['findings'] = [];
  beforeAll(async () => {
    ({ findings } = await report('2.15.yaml', 'preview.yaml'));
  });

  test('the IP allow-list operations are gone', () => {
    expect(told(findings, 'operation-removed')).toEqual(['GET /ip_allowlist', 'PUT /ip_allowlist']);
  });

  test('types that changed, in responses and in requests', () => {
    const changed = findings.filter(({ rule }) => rule === 'type-changed');
    expect(changed.map(({ where, before, after, direction }) => [where, before, after, direction])).toEqual([
      ['contact.owner_id', ['integer'], ['string'], 'response'],
      ['create_contact_request.owner_id', ['integer'], ['string'], 'request'],
      ['update_contact_request.owner_id', ['integer'], ['string'], 'request'],
      ['GET /internal_articles/search → query parameter folder_id', ['string'], ['integer'], 'request'],
      ['GET /contacts/{id}/notes → path parameter id', ['string'], ['integer'], 'request'],
      ['ticket.admin_assignee_id', ['string'], ['integer'], 'response'],
      ['ticket.team_assignee_id', ['string'], ['integer'], 'response'],
    ]);
  });

  test('the parent of an article is gone', () => {
    expect(told(findings, 'property-removed').filter((where) => where.startsWith('article'))).toEqual([
      'article_list_item.parent_id',
      'article_list_item.parent_type',
    ]);
  });

  test('null is no longer sent for the assignees of a conversation', () => {
    expect(told(findings, 'null-removed').filter((where) => where.startsWith('conversation'))).toEqual([
      'conversation.admin_assignee_id',
      'conversation.team_assignee_id',
      'conversation_list_item.admin_assignee_id',
      'conversation_list_item.team_assignee_id',
    ]);
  });

  test('every finding has a place on both sides', () => {
    const placed = findings.filter(({ base, revision }) =>
      [base, revision].every((it) => (it?.line ?? 0) > 0 && (it?.column ?? 0) > 0),
    );
    expect(placed).toHaveLength(findings.length);
  });

  test('contact.owner_id is one finding with its places and operations', () => {
    const [owner] = findings.filter(({ where }) => where === 'contact.owner_id');
    expect(owner).toMatchObject({
      base: {
        file: '2.15.yaml',
        pointer: '#/components/schemas/contact/properties/owner_id/type',
        line: 17185,
        column: 11,
      },
      revision: {
        file: 'preview.yaml',
        pointer: '#/components/schemas/contact/properties/owner_id/type',
        line: 29762,
        column: 11,
      },
    });
    expect(owner?.operations).toHaveLength(9);
  });

  test('the header that selects the version is one finding, and safe', () => {
    const selected = findings.filter(({ rule }) => rule === 'version-header-changed');
    expect(selected.map(({ where, before, after, impact }) => [where, before, after, impact])).toEqual([
      ['intercom_version', '2.15', 'Preview', 'non-breaking'],
    ]);
    expect(selected[0]?.operations).toHaveLength(155);
    expect(findings.filter(({ where }) => where === 'intercom_version')).toEqual(selected);
  });

  test('every change is judged', () => {
    expect(findings.filter(({ impact }) => impact === 'unclassified' || impact === 'undecided')).toEqual([]);
  });

  test('the exit code says that callers break', async () => {
    const result = await runCommand(['diff', '2.15.yaml', 'preview.yaml'], { cwd: folder });
    expect(result.code).toBe(1);
  });
});
