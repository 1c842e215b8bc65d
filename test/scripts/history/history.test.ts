import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../io.js';
import { root } from '../../shared.js';
import { GitRepository } from '../gate/git-repository.js';
import { BASE, REVISION } from '../gate/pets.js';

const repository = new GitRepository();
const commits: string[] = [];

beforeAll(() => {
  const step = (subject: string, date: string, text: string): void => {
    repository.write('open.yaml', text);
    commits.push(repository.commit(subject, date));
  };
  repository.write('pets.yaml', BASE);
  commits.push(repository.commit('Describe pets.', '2026-01-01T12:00:00Z'));
  repository.git(['mv', 'pets.yaml', 'open.yaml']);
  step('Move it.', '2026-01-02T23:30:00-05:00', BASE);
  step('Break it.', '2026-01-04T12:00:00Z', 'openapi: [');
  step('::error::Make @age a string\u202e', '2026-01-05T12:00:00Z', REVISION);
  // What a merge brings is one change.
  repository.git(['checkout', '-q', '-b', 'branch']);
  repository.write('open.yaml', REVISION.replace('name: {type: string}', 'name: {type: integer}'));
  repository.commit('Not told.', '2026-01-06T12:00:00Z');
  repository.write('open.yaml', REVISION.replace('name: {type: string}', 'name: {type: boolean}'));
  repository.commit('Nor this.', '2026-01-07T12:00:00Z');
  repository.git(['checkout', '-q', 'main']);
  repository.git(['merge', '-q', '--no-ff', '-m', 'Merge the branch.', 'branch'], '2026-01-08T12:00:00Z');
  commits.push(repository.git(['rev-parse', 'HEAD']).trim());
  repository.git(['rm', '-q', 'open.yaml']);
  commits.push(repository.commit('Remove it.', '2026-01-09T12:00:00Z'));
  repository.write('open.yaml', BASE);
  commits.push(repository.commit('Bring it back.', '2026-01-10T12:00:00Z'));
  repository.write('open.yaml', REVISION);
});

afterAll(() => repository.remove());

function run(command: 'history' | 'drift', ...args: readonly string[]) {
  return runCommand([command, 'open.yaml', ...args], { cwd: repository.folder, width: 120 });
}

interface Step {
  readonly from: { readonly subject: string; readonly date: string; readonly file: string };
  readonly to: { readonly subject: string };
  readonly over: number;
  readonly findings: readonly { readonly where: string }[];
}

/** The steps of a report, each as from, to, how many it goes over, and what changed. */
async function stepsOf(command: 'history' | 'drift', ...args: readonly string[]) {
  const { code, stdout, stderr } = await run(command, ...args, '--format', 'json');
  expect([code, stderr]).toEqual([0, '']);
  const { steps, unreadable } = JSON.parse(stdout);
  const told = steps.map(({ from, to, over, findings }: Step) => [
    from.subject,
    to.subject,
    over,
    findings.map(({ where }) => where).join(),
  ]);
  return { steps: told, unreadable: unreadable.map(({ subject }: { subject: string }) => subject) };
}

const AGE = '::error::Make @age a string\u202e';

describe('history', () => {
  test('follows the main line and former names, and steps over what cannot be read', async () => {
    expect(await stepsOf('history')).toEqual({
      steps: [
        ['Describe pets.', 'Move it.', 0, ''],
        ['Move it.', AGE, 1, 'Pet.age'],
        [AGE, 'Merge the branch.', 0, 'Pet.name'],
        ['Merge the branch.', 'Bring it back.', 1, 'Pet.age,Pet.name'],
      ],
      unreadable: ['Break it.', 'Remove it.'],
    });
  });

  test('as data keeps to its schema', async () => {
    const schemas = ['diff', 'history'].map((name) =>
      JSON.parse(readFileSync(`${root}report/${name}-1.schema.json`, 'utf8')),
    );
    const validate = formats.default(new Ajv2020({ schemas, strictTypes: false })).getSchema('urn:specshift:history:1');
    for (const args of [['history'], ['drift', '--from', 'HEAD']] as const) {
      const [command, ...rest] = args;
      const { stdout } = await run(command, ...rest, '--format', 'json');
      expect(validate?.(JSON.parse(stdout)), JSON.stringify(validate?.errors)).toBe(true);
    }
  });

  test('tells commit, day in UTC and subject', async () => {
    const { stdout } = await run('history', '--to', '2026-01-05');
    const [first = '', moved = '', broken = '', changed = ''] = commits.map((commit) => commit.slice(0, 12));
    expect(stdout).toBe(`open.yaml: 2 steps, 1 revision that cannot be read

2026-01-03 ${moved} Move it.
  since 2026-01-01 ${first} Describe pets.
  No changes.

2026-01-05 ${changed} \\::error::Make @age a string\\u{202e}
  since 2026-01-03 ${moved} Move it., over 1 that cannot be read
  ✗ Pet.age: The type changed from integer to string. [type-changed e8e88368]
  1 change: 1 breaking. Required version bump: major.

Cannot be read, and stepped over
  2026-01-04 ${broken} Break it.
      ${broken}:open.yaml:1:11 [yaml-syntax] # This is not valid YAML. Unexpected end of the stream within a flow
      collection. Close the bracket, or indent the lines inside it.
`);
  });

  test.each([
    [['--last', '1'], ['Bring it back.']],
    [
      ['--from', '2026-01-05'],
      ['Merge the branch.', 'Bring it back.'],
    ],
    [
      ['--from', '2026-01-03', '--to', '2026-01-08'],
      [AGE, 'Merge the branch.'],
    ],
    [['--from', '2020-01-01', '--to', '2026-01-03'], ['Move it.']],
  ])('%j', async (args, expected) => {
    const { steps } = await stepsOf('history', ...args);
    expect(steps.map(([, to]: readonly unknown[]) => to)).toEqual(expected);
  });

  test('is Markdown without the markup of subjects', async () => {
    const { code, stdout } = await run('history', '--format', 'markdown');
    expect(code).toBe(0);
    expect(stdout).toContain(
      `## 2026-01-05 \`${commits[3]?.slice(0, 12)}\` \\\\:&#58;error::Make \`@age\` a string\\\\u{202e}\n`,
    );
    expect(stdout).not.toContain('\u202e');
  });

  test.each([
    [['history', 'none.yaml'], 'Git has no commit that changed "none.yaml".'],
    [['history', '-'], '"-" has no history in git.'],
    [['history', 'open.yaml', '--from', 'HEAD'], '--from takes a day such as 2027-01-31, not "HEAD".'],
    [['history', 'open.yaml', '--last', '0'], '--last takes a number, not "0".'],
    [['history', 'open.yaml', '--to', '2026-01-01'], '"open.yaml" has one revision: there is nothing to compare.'],
    [['history'], 'history takes one document: specshift history <file>.'],
    [['drift', 'open.yaml'], 'drift takes one document and a moment: specshift drift <file> --from <git-ref|date>.'],
    [
      ['drift', 'open.yaml', '--from', '2025-12-31'],
      'The file did not stand in git on 2025-12-31: it came on 2026-01-01.',
    ],
    [
      ['drift', 'open.yaml', '--from', 'HEAD', '--to', 'HEAD~1'],
      /^"open\.yaml" has 2 revisions|^The file does not stand in git at "HEAD~1"\./,
    ],
    [
      ['drift', 'open.yaml', '--from', 'nowhere'],
      /^"nowhere" is neither a revision of git nor a day such as 2027-01-31: /,
    ],
    [['drift', 'open.yaml', '--from', '--output=x'], /--from/],
  ] as const)('%j compares nothing', async (args, message) => {
    const { code, stdout, stderr } = await runCommand(args, { cwd: repository.folder });
    expect([code, stdout]).toEqual([2, '']);
    if (typeof message === 'string') expect(stderr).toBe(`specshift: ${message}\n`);
    else expect(stderr.replace('specshift: ', '')).toMatch(message);
  });
});

describe('drift', () => {
  test.each([
    [
      ['--from', '2026-01-01'],
      ['Describe pets.', null, 0, 'Pet.age'],
    ],
    // At 23:30 in New York it was the next day in UTC.
    [
      ['--from', '2026-01-02', '--to', '2026-01-05'],
      ['Describe pets.', AGE, 0, 'Pet.age'],
    ],
    [
      ['--from', '2026-01-03', '--to', '2026-01-05'],
      ['Move it.', AGE, 0, 'Pet.age'],
    ],
    [
      ['--from', 'HEAD~6', '--to', 'HEAD'],
      ['Describe pets.', 'Bring it back.', 0, ''],
    ],
    [
      ['--from', 'HEAD'],
      ['Bring it back.', null, 0, 'Pet.age'],
    ],
  ])('%j', async (args, step) => {
    expect(await stepsOf('drift', ...args)).toEqual({ steps: [step], unreadable: [] });
  });
});
