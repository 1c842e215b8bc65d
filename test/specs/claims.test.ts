import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, describe, expect, test } from 'vitest';
import { runCommand } from '../io.js';
import { hasShared, root, shared } from '../shared.js';
import { folder } from './intercom.js';

interface Claim {
  readonly id: string;
  readonly kind: string;
  readonly breaking: boolean | string;
  readonly evidence: readonly { readonly change: string }[];
}

/** All claims of our files, in their order. */
function claims(): readonly Claim[] {
  return readdirSync(join(folder, 'changelog')).flatMap(
    // The command reads these files too, and refuses what is not of this form.
    (name) =>
      (load(readFileSync(join(folder, 'changelog', name), 'utf8')) as { readonly claims: readonly Claim[] }).claims,
  );
}

/** The claims that the command finds proved in the documents of a folder. */
async function provedIn(documents: string, ...versions: readonly string[]): Promise<readonly string[]> {
  const args = ['changelog', 'check', 'intercom', ...versions, '--documents', documents, '--format', 'json'];
  const { stdout } = await runCommand(args, { cwd: root });
  const report: {
    readonly versions: readonly { readonly claims: readonly { readonly id: string; readonly status: string }[] }[];
  } = JSON.parse(stdout);
  return report.versions.flatMap((version) =>
    version.claims.filter(({ status }) => status === 'proved').map(({ id }) => id),
  );
}

describe('the claims of the Intercom changelogs', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'specshift-claims-'));
  afterAll(() => rmSync(scratch, { recursive: true }));
  const steady = new Set(
    claims()
      .filter(({ evidence }) => evidence.every(({ change }) => change === 'unchanged'))
      .map(({ id }) => id),
  );

  test('are all proved by our documents, and explain every finding', async () => {
    const { code, stdout } = await runCommand(['changelog', 'check', 'intercom'], { cwd: root });
    expect(stdout.slice(stdout.lastIndexOf('\n\n') + 2)).toBe(
      [
        '516 of 516 claims are proved.',
        'Of the 70 that say that callers break, 70 are proved.',
        '55 of 55 unannounced changes are proved.',
        'Every finding is explained.',
        '',
      ].join('\n'),
    );
    expect(code).toBe(0);
  }, 60_000);

  test('are proved by nothing where all versions are alike, but for those that nothing changed', async () => {
    for (const name of readdirSync(folder)) {
      if (name.endsWith('.yaml') && name !== 'api.yaml')
        copyFileSync(join(folder, 'preview.yaml'), join(scratch, name));
    }
    expect((await provedIn(scratch)).filter((id) => !steady.has(id))).toEqual([]);
    expect(steady.size).toBeLessThan(12);
  }, 60_000);

  test.each([
    ['2.13', '2.14'],
    ['2.15', 'preview'],
    ['2.15', 'unstable-2026-03'],
    ['2.11', 'unstable-2024-07'],
  ])(
    'are proved by nothing where %s and %s change places',
    async (base, revision) => {
      const swapped = mkdtempSync(join(scratch, 'swapped-'));
      copyFileSync(join(folder, `${base}.yaml`), join(swapped, `${revision}.yaml`));
      copyFileSync(join(folder, `${revision}.yaml`), join(swapped, `${base}.yaml`));
      expect((await provedIn(swapped, revision)).filter((id) => !steady.has(id))).toEqual([]);
    },
    60_000,
  );

  test.skipIf(!hasShared)('are those of the changelogs: their ids, kinds and what they say of callers', () => {
    const given = load(readFileSync(join(shared, 'intercom/claims.yaml'), 'utf8')) as readonly Claim[];
    const facts = ({ id, kind, breaking }: Claim): string => `${id} ${kind} ${breaking}`;
    expect(claims().map(facts).sort()).toEqual(given.map(facts).sort());
  });
});
