import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runCommand } from '../../io.js';
import { root } from '../../shared.js';
import { FakeRunner, hasJq } from '../action/action.js';
import { GitRepository } from './git-repository.js';

const FILE = 'specs/intercom/2.15.yaml';
const TYPE = /^( {8}owner_id: \{ type: )\[integer, "null"\]/gm;

const repository = new GitRepository();
const main = readFileSync(`${root}${FILE}`, 'utf8');
const line = main.slice(0, main.search(TYPE)).split('\n').length;
let fingerprint = '';

beforeAll(() => {
  repository.write(FILE, main);
  repository.write('specs/intercom/api.yaml', readFileSync(`${root}specs/intercom/api.yaml`));
  repository.commit('Describe the API.');
  repository.git(['update-ref', 'refs/remotes/origin/main', 'HEAD']);
  repository.git(['checkout', '-q', '-b', 'owner-id-as-text']);
  repository.write(FILE, main.replace(TYPE, '$1[string, "null"]'));
  repository.commit('Make owner_id a string.');
});

afterAll(() => repository.remove());

function gate(...args: readonly string[]) {
  const options = { cwd: repository.folder, width: 120, env: { GITHUB_WORKSPACE: repository.folder } };
  return runCommand(['gate', 'intercom@2.15', '--base', 'git:origin/main', '--today', '2026-06-01', ...args], options);
}

describe('a pull request that makes owner_id a string', () => {
  test('is blocked, with the line, the payload that proves it, and how to accept it', async () => {
    const { code, stdout, stderr } = await gate('--format', 'markdown');
    expect([code, stderr, stdout.split('\n')[0]]).toEqual([
      1,
      '',
      '## ❌ The gate failed: Intercom REST API 2.15 → 2.15',
    ]);
    const start = stdout.indexOf('#### `contact.owner_id`');
    const card = stdout.slice(start, stdout.indexOf('\n#### ', start + 1));
    fingerprint = /`type-changed ([0-9a-f]{16})`/.exec(card)?.[1] ?? '';
    expect(card).toContain(`\`${FILE}:${line}:`);
    expect(card).toMatch(/Proof: `\d+` is valid in the base and invalid in the revision/);
    expect(card).toMatch(/^ {2}"owner_id": \d+,?$/m);
    expect(card).toContain(
      `specshift gate intercom@2.15 --base git:origin/main --accept ${fingerprint.slice(0, 8)} --reason "…" --until <date>`,
    );
  });

  test('shows the line in the pull request', async () => {
    const { code, stdout } = await gate('--format', 'github');
    expect(code).toBe(1);
    expect(stdout).toMatch(
      new RegExp(
        `^::error file=${FILE},line=${line},col=\\d+,title=specshift%3A type-changed \\w{8}::contact.owner_id: .*Proof: \\d`,
        'm',
      ),
    );
  });

  test('passes once each finding is accepted for a reason, until the day after its last', async () => {
    const json = JSON.parse((await gate('--format', 'json')).stdout);
    const loud: readonly { fingerprint: string; level: string }[] = json.findings;
    const accepts = loud.flatMap((finding) => (finding.level === 'error' ? ['--accept', finding.fingerprint] : []));
    const accepted = await gate(...accepts, '--reason', 'Agreed with all three callers.', '--until', '2026-12-31');
    expect([accepted.code, accepted.stderr]).toEqual([0, '']);
    const { code, stdout } = await gate();
    expect(code).toBe(0);
    expect(stdout).toContain('until 2026-12-31: Agreed with all three callers. (in specs/intercom/baseline.yaml:');
    expect((await gate('--today', '2026-12-31')).code).toBe(0);
    expect((await gate('--today', '2027-01-01')).code).toBe(1);
  });
});

describe('the workflow in README', () => {
  const readme = readFileSync(`${root}README.md`, 'utf8');
  const text = /```yaml\n# \.github\/workflows\/gate\.yml\n([^`]*)```/.exec(readme)?.[1] ?? '';
  const workflow = parse(text);
  const steps: readonly { uses?: string; run?: string; with?: Record<string, string> }[] = workflow.jobs.gate.steps;

  test('has ten lines, and its actions are pinned or installed', () => {
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(10);
    expect(workflow.on).toBe('pull_request');
    for (const { uses = './' } of steps) expect(uses).toMatch(/^\.\/|@[0-9a-f]{40}$/);
    const inputs = Object.keys(parse(readFileSync(`${root}action.yml`, 'utf8')).inputs);
    expect(Object.keys(steps.at(-1)?.with ?? {}).filter((name) => !inputs.includes(name))).toEqual([]);
  });

  test.skipIf(!hasJq)('blocks the pull request', () => {
    const runner = new FakeRunner();
    try {
      const inputs = Object.entries(steps.at(-1)?.with ?? {});
      const named = inputs.map(([name, value]) => [name.toUpperCase().replaceAll('-', '_'), String(value)]);
      repository.git(['clean', '-qfd']);
      const { code, outputs } = runner.step(repository.folder, Object.fromEntries(named), { GITHUB_BASE_REF: 'main' });
      expect([code, outputs['verdict'], runner.comments.length]).toEqual([1, 'failed', 1]);
      expect(runner.comments[0]?.body).toContain('#### `contact.owner_id`');
    } finally {
      runner.remove();
    }
  });
});
