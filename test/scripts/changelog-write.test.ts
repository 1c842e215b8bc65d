import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Io, type OptionValues, UsageError } from '../../scripts/command.js';
import { changelogWrite } from '../../scripts/commands/changelog-write.js';
import { root } from '../shared.js';

const PETS = `openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets: {get: {tags: [Pets], responses: {}}}
  /cats: {get: {tags: [Pets], responses: {}}}
`;
const OVERLAY = `overlay: 1.0.0
info: {title: Without cats, version: 1.0.0}
actions: [{target: "$.paths['/cats']", remove: true}]
`;

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'specshift-'));
  writeFileSync(join(folder, '1.yaml'), PETS);
  writeFileSync(join(folder, '2.yaml'), PETS.replace("'1'", "'2'"));
  writeFileSync(join(folder, 'overlay.yaml'), OVERLAY);
});

afterAll(() => rmSync(folder, { recursive: true }));

async function draft(positionals: readonly string[], options: OptionValues = {}, cwd = folder) {
  let stdout = '';
  const quiet = { write: () => {}, isTerminal: false, width: 80 };
  const write = (text: string): void => {
    stdout += text;
  };
  const io: Io = { stdout: { ...quiet, write }, stderr: quiet, cwd, env: {}, readStdin: async () => Buffer.from('') };
  return { code: await changelogWrite.run({ positionals, options }, io), stdout };
}

describe('changelog write', () => {
  test('drafts what changed, and is no gate', async () => {
    const { code, stdout } = await draft(['1.yaml', '2.yaml'], { 'revision-overlay': ['overlay.yaml'] });
    expect(code).toBe(0);
    expect(stdout).toBe(`# Pets 2

Compared with 1: 1 breaking change.

## Breaking changes

Requests that worked are refused, or answers are not what they were.

### Pets

- \`GET /cats\` was removed.
  - What to do: Stop calling it.
`);
  });

  test('writes the draft as data', async () => {
    const { stdout } = await draft(['1.yaml', '2.yaml'], { format: 'json', 'base-overlay': 'overlay.yaml' });
    const { format, sections } = JSON.parse(stdout);
    expect([format, sections]).toEqual([
      'specshift.changelog-draft/1',
      [
        {
          kind: 'new',
          resources: [
            {
              name: 'Pets',
              entries: [
                {
                  sentence: ['The operation ', { code: 'GET /cats' }, ' is new.'],
                  items: [],
                  notes: [],
                  operations: [],
                  findings: [expect.stringMatching(/^[0-9a-f]{16}$/)],
                },
              ],
            },
          ],
        },
      ],
    ]);
  });

  test('takes two documents', async () => {
    await expect(draft(['1.yaml'])).rejects.toThrow(
      new UsageError('changelog write takes two documents: specshift changelog write <base> <revision>.'),
    );
  });

  test('gives the same bytes on every run', async () => {
    const [first, second] = [1, 2].map(() => draft(['intercom@2.15', 'intercom@preview'], {}, root));
    expect((await first)?.stdout).toBe((await second)?.stdout);
  });
});
