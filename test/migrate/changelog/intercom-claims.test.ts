import { describe, expect, test } from 'vitest';
import { checkChangelogs } from '../../../migrate/changelog/check.js';
import type { Changelog, Claim } from '../../../migrate/changelog/claim.js';
import type { Io, Output } from '../../../scripts/command.js';
import { type ApiConfig, readApiConfig } from '../../../scripts/input/api-config.js';
import { readChangelogs } from '../../../scripts/input/read-changelogs.js';
import { documentsOf } from '../../../scripts/input/version-documents.js';
import { root } from '../../shared.js';

const silent: Output = { write: () => {}, isTerminal: false, width: 80 };
const io: Io = { stdout: silent, stderr: silent, cwd: root, env: {}, readStdin: async () => new Uint8Array() };

async function reportOn(config: ApiConfig, changelogs: readonly Changelog[]) {
  const versions = changelogs.map(({ version }) => version);
  const { name: api, title } = config;
  return checkChangelogs({ api, title, versions, changelogs, read: await documentsOf(config, undefined, io) });
}

/** A changelog whose claims say that what is was before, and what was is. */
function turned(changelog: Changelog): Changelog {
  const claims = changelog.claims.map((claim): Claim => ({ ...claim, base: claim.revision, revision: claim.base }));
  return { ...changelog, claims, unannounced: [] };
}

describe('the claims about Intercom', async () => {
  const config = await readApiConfig('intercom', root);
  if (config === undefined) throw new TypeError('There is no such API.');
  const changelogs = await readChangelogs(config, root);

  test('are all proved, and explain every finding', async () => {
    const { passed, counts, breaking, versions, pairs } = await reportOn(config, changelogs);
    const all = { contradicted: 0, noEvidence: 0, noDocument: 0 };
    const statements = versions.flatMap(({ claims, unannounced }) => [...claims, ...unannounced]);
    const doubtful = statements.flatMap(({ id, status }) => (status === 'proved' ? [] : [`${id}: ${status}`]));
    const left = pairs.flatMap(({ unexplained }) =>
      unexplained.map(({ finding }) => `${finding.where}: ${finding.message}`),
    );
    expect({ doubtful, left }).toEqual({ doubtful: [], left: [] });
    expect({ passed, counts, breaking }).toEqual({
      passed: true,
      counts: { ...all, claims: 516, proved: 516 },
      breaking: { ...all, claims: 70, proved: 70 },
    });
  });

  test('that say that callers break are shown by findings that say so, too', async () => {
    const { versions } = await reportOn(config, changelogs);
    const claims = versions.flatMap((version) => version.claims.filter(({ breaking }) => breaking === true));
    const mild = claims.filter(({ impact }) => impact !== 'breaking');
    expect({ claims: claims.length, mild: mild.map(({ id }) => id) }).toEqual({ claims: 70, mild: [] });
  });

  test('are not proved by the same documents the other way round, save those that nothing changed', async () => {
    const { versions } = await reportOn(config, changelogs.map(turned));
    const claims = new Map(changelogs.flatMap((changelog) => changelog.claims.map((claim) => [claim.id, claim])));
    const proved = versions.flatMap((version) => version.claims.filter(({ status }) => status === 'proved'));
    const wrong = proved.filter(({ id }) => claims.get(id)?.evidence.some(({ change }) => change !== 'unchanged'));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
