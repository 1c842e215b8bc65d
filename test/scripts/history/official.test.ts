import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../io.js';
import { hasShared, shared } from '../../shared.js';
import { GitRepository } from '../gate/git-repository.js';

const FILE = 'descriptions/0/api.intercom.io.yaml';

/** What stood in one file over time, two revisions of which are no document. */
const TIMES = [
  ['snapshots/unstable-2024-07.yaml', '2024-07-04'],
  ['snapshots/duplicate-key.yaml', '2024-11-21'],
  ['snapshots/unstable-2026-03.yaml', '2026-03-06'],
  ['snapshots/invalid-yaml.yaml', '2026-04-01'],
  ['snapshots/preview-2026-05.yaml', '2026-05-06'],
] as const;

describe.skipIf(!hasShared)('the official files of Intercom over time', () => {
  const repository = new GitRepository();

  beforeAll(() => {
    for (const [name, date] of TIMES) {
      repository.write(FILE, readFileSync(`${shared}intercom/${name}`));
      repository.commit(`Publish ${name}`, `${date}T09:00:00Z`);
    }
  });
  afterAll(() => repository.remove());

  test('history tells each step, and steps over the two that are no documents', async () => {
    const { code, stdout } = await runCommand(['history', FILE, '--format', 'json'], { cwd: repository.folder });
    const { steps, unreadable } = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(
      steps.map(
        (step: { from: { date: string }; to: { date: string }; over: number; summary: { breaking: number } }) => [
          step.from.date,
          step.to.date,
          step.over,
          step.summary.breaking > 0,
        ],
      ),
    ).toEqual([
      ['2024-07-04T09:00:00Z', '2026-03-06T09:00:00Z', 1, true],
      ['2026-03-06T09:00:00Z', '2026-05-06T09:00:00Z', 1, true],
    ]);
    const codes = unreadable.map(({ reason }: { reason: string }) => /\[([a-z-]+)\]/.exec(reason)?.[1]);
    expect(codes).toEqual(['duplicate-key', 'yaml-syntax']);
  });

  test('drift tells what happened between two days', async () => {
    const args = ['drift', FILE, '--from', '2026-03-31', '--to', '2026-12-31', '--format', 'json'];
    const { code, stdout } = await runCommand(args, { cwd: repository.folder });
    const { steps } = JSON.parse(stdout);
    const direct = await runCommand(
      ['diff', 'snapshots/unstable-2026-03.yaml', 'snapshots/preview-2026-05.yaml', '--format', 'json'],
      { cwd: `${shared}intercom` },
    );
    expect([code, steps.length]).toEqual([0, 1]);
    expect(steps[0].summary).toEqual(JSON.parse(direct.stdout).summary);
  });
});
