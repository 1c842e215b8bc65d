import { existsSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../shared.js';
import { GitRepository } from '../gate/git-repository.js';
import { BASE, REVISION } from '../gate/pets.js';
import { type Comment, FakeRunner, hasJq } from './action.js';

const repository = new GitRepository();
let runner = new FakeRunner();

beforeAll(() => {
  repository.write('open.yaml', BASE);
  repository.commit('Begin.');
  repository.git(['update-ref', 'refs/remotes/origin/main', 'HEAD']);
  repository.write('open.yaml', REVISION);
  repository.commit('Change.');
});
beforeEach(() => {
  runner.remove();
  runner = new FakeRunner();
});
afterEach(() => expect(runner.calls.filter((call) => !call.startsWith('api '))).toEqual([]));
afterAll(() => {
  runner.remove();
  repository.remove();
});

const PULL = { GITHUB_BASE_REF: 'main' };

describe('a pull request', () => {
  test('that breaks callers fails, with annotations, outputs and a summary', () => {
    const { code, stdout, outputs, summary } = runner.step(repository.folder, { REVISION: 'open.yaml' }, PULL);
    const { report = '', ...others } = outputs;
    expect([code, others]).toEqual([1, { verdict: 'failed', breaking: '1', dangerous: '0' }]);
    expect(stdout).toMatch(/^::error file=open\.yaml,line=16,col=66,title=specshift%3A type-changed e8e88368::/);
    expect(summary.split('\n')[0]).toBe('## ❌ The gate failed: Pets 1.2.0 → 1.2.0');
    expect(JSON.parse(readFileSync(report, 'utf8')).passed).toBe(false);
    expect(runner.calls).toEqual([]);
  });

  test('that changes nothing passes', () => {
    const { code, stdout, outputs } = runner.step(repository.folder, { REVISION: 'open.yaml', BASE: 'git:HEAD' }, PULL);
    expect([code, stdout, outputs['verdict'], outputs['breaking']]).toEqual([0, '', 'passed', '0']);
  });

  test('passes with other inputs', () => {
    const inputs = {
      REVISION: 'open.yaml',
      BASE: 'open.yaml',
      FAIL_ON: 'dangerous',
      MAX_UNDECIDED: '0',
      POLICY: 'strict',
    };
    expect(runner.step(repository.folder, { ...inputs, REQUIRE_BUMP: 'true' }, PULL).outputs['verdict']).toBe('passed');
  });
});

describe('what cannot be decided is an error', () => {
  test.each([
    ['no revision', {}, PULL],
    ['a revision that is not there', { REVISION: 'none.yaml' }, PULL],
    ['a base that is not in the clone', { REVISION: 'open.yaml', BASE: 'git:origin/other' }, PULL],
    ['a base that is an option', { REVISION: 'open.yaml', BASE: 'git:--help' }, PULL],
    ['a revision that is an option', { REVISION: '--fail-on=none' }, PULL],
    ['no pull request', { REVISION: 'open.yaml' }, {}],
    ['an input that is no answer', { REVISION: 'open.yaml', REQUIRE_BUMP: 'yes' }, PULL],
    ['a comment that is no answer', { REVISION: 'open.yaml', COMMENT: 'yes' }, PULL],
    ['a policy that is none', { REVISION: 'open.yaml', POLICY: 'lax' }, PULL],
  ] as const)('%s', (_, inputs, env) => {
    const { code, stdout, outputs } = runner.step(repository.folder, inputs, env);
    expect([code, outputs]).toEqual([2, { verdict: 'error' }]);
    expect(stdout).toMatch(/^::error title=specshift::/m);
  });

  test('outputs that cannot be written', () => {
    const env = { ...PULL, GITHUB_OUTPUT: '/dev/full' };
    const { code, stdout } = runner.step(repository.folder, { REVISION: 'open.yaml', BASE: 'open.yaml' }, env);
    expect([code, stdout]).toEqual([2, '::error title=specshift::The outputs could not be written.\n']);
  });

  test.each([
    ['a program that is killed', 'process.kill(process.pid, "SIGKILL")'],
    ['one that ends well and says nothing', ''],
    [
      'one whose report is cut off',
      `const fs = require('node:fs'); fs.writeFileSync(process.argv.find((arg) => arg.startsWith('--report=json=')).slice(14), '{"format":"specshift.gate/1","passed":tr')`,
    ],
    [
      'one whose report says otherwise',
      `const fs = require('node:fs'); fs.writeFileSync(process.argv.find((arg) => arg.startsWith('--report=json=')).slice(14), '{"format":"specshift.gate/1","passed":false,"summary":{}}')`,
    ],
  ])('%s', (_, text) => {
    runner.program(text);
    const { code, outputs } = runner.step(repository.folder, { REVISION: 'open.yaml' }, PULL);
    expect([code, outputs]).toEqual([2, { verdict: 'error' }]);
  });
});

describe.skipIf(!hasJq)('the comment', () => {
  const inputs = { REVISION: 'open.yaml', COMMENT: 'true' };
  const marker = '<!-- specshift gate 0123456789abcdef -->';
  const step = (env: Readonly<Record<string, string>> = {}) =>
    runner.step(repository.folder, inputs, { ...PULL, ...env });

  test('is written once, and then kept up to date', () => {
    runner.verdict(false, `${marker}\n## Failed @user $(x)\n`);
    expect(step().code).toBe(1);
    expect(runner.comments).toEqual([
      { id: 900, user: { login: 'github-actions[bot]' }, body: `${marker}\n## Failed @user $(x)\n` },
    ]);
    runner.verdict(true, `${marker}\n## Passed\n`);
    expect(step().code).toBe(0);
    expect(runner.comments).toEqual([
      { id: 900, user: { login: 'github-actions[bot]' }, body: `${marker}\n## Passed\n` },
    ]);
    expect(runner.calls.map((call) => call.replace(/--jq .*|body=@.*(?= --silent)/, '…'))).toEqual([
      'api --paginate repos/owner/project/issues/7/comments?per_page=100 …',
      'api --method POST repos/owner/project/issues/7/comments --field … --silent',
      'api --paginate repos/owner/project/issues/7/comments?per_page=100 …',
      'api --method PATCH repos/owner/project/issues/comments/900 --field … --silent',
    ]);
  });

  test('takes no comment of somebody else for its own', () => {
    const others: readonly Comment[] = [
      { id: 1, user: { login: 'somebody' }, body: `${marker}\nx` },
      { id: 2, user: { login: 'github-actions[bot]' }, body: `> ${marker}\nx` },
      { id: 3, user: { login: 'github-actions[bot]' }, body: '<!-- specshift gate 0000000000000000 -->\nx' },
    ];
    runner.remove();
    runner = new FakeRunner(others);
    runner.verdict(false, `${marker}\ny\n`);
    step();
    expect(runner.comments).toEqual([
      ...others,
      { id: 900, user: { login: 'github-actions[bot]' }, body: `${marker}\ny\n` },
    ]);
  });

  const pull = { pull_request: { number: 7 } };

  test.each([
    ['a token that may not', { FAKE_FAILURE: 'HTTP 403' }, pull, marker],
    ['an event without a pull request', {}, { ref: 'refs/heads/main' }, marker],
    ['an event with something else for its number', {}, { pull_request: { number: '7/../8' } }, marker],
    ['a repository with something else for its name', { GITHUB_REPOSITORY: 'a/b/../c' }, pull, marker],
    ['a text without a marker', {}, pull, '<!-- -->'],
  ])('%s leaves the verdict as it is, and says so', (_, env, event, first) => {
    runner.event(event);
    runner.verdict(false, `${first}\ny\n`);
    const { code, stdout, outputs } = step(env);
    expect([code, outputs['verdict'], runner.comments]).toEqual([1, 'failed', []]);
    expect(stdout).toBe(
      '::warning title=specshift::The comment could not be written. The verdict stands without it.\n',
    );
  });
});

describe('action.yml', () => {
  const action = parse(readFileSync(`${root}action.yml`, 'utf8'));
  const [step, ...others] = action.runs.steps;

  test('runs what lies beside it, with inputs as data', () => {
    expect([action.runs.using, others, step.uses]).toEqual(['composite', [], undefined]);
    expect(step.run).not.toContain('${{');
    expect(existsSync(`${root}scripts/action/gate.sh`)).toBe(true);
    const script = readFileSync(`${root}scripts/action/gate.sh`, 'utf8');
    for (const name of Object.keys(step.env)) expect(`${script} GH_TOKEN`).toContain(name);
    const named = Object.keys(action.inputs).filter((name) => name !== 'token');
    expect(named.map((name) => `GATE_${name.toUpperCase().replaceAll('-', '_')}`).sort()).toEqual(
      Object.keys(step.env)
        .filter((name) => name !== 'GH_TOKEN')
        .sort(),
    );
    expect(Object.keys(action.outputs)).toEqual(['verdict', 'breaking', 'dangerous', 'report']);
  });

  test('downloads and sends nothing but the comment', () => {
    const scripts = ['gate.sh', 'counts.mjs', 'comment.sh'].map((name) =>
      readFileSync(`${root}scripts/action/${name}`, 'utf8'),
    );
    expect(scripts.join('\n')).not.toMatch(/\b(?:curl|wget|npx|npm|fetch(?!-depth)|https?:)\b/);
  });
});
