import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../io.js';

const api = (age: string, more = ''): string => `openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Page'}}}}
components:
  schemas:
    Page:
      type: object
      required: [data, total]
      properties: {total: {type: integer, minimum: 3}, data: {type: array, items: {$ref: '#/components/schemas/Pet'}}}
    Pet: {type: object, required: [name], properties: {name: {type: string, minLength: 2}, age: {type: ${age}}${more}}}
`;

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'specshift-'));
  writeFileSync(join(folder, 'base.yaml'), api('integer', ', nick: {type: string}'));
  writeFileSync(join(folder, 'revision.yaml'), api('string'));
});

afterAll(() => rmSync(folder, { recursive: true }));

const diff = (...more: readonly string[]) =>
  runCommand(['diff', 'base.yaml', 'revision.yaml', ...more], { cwd: folder });

async function fingerprints(): Promise<ReadonlyMap<string, string>> {
  const { stdout } = await diff('--format', 'json');
  return new Map(JSON.parse(stdout).findings.map((one: Record<string, string>) => [one['rule'], one['fingerprint']]));
}

describe('diff --explain', () => {
  test('shows the witness in its place in a whole payload, and what to do on both sides', async () => {
    const fingerprint = (await fingerprints()).get('type-changed') ?? '';
    expect(await diff('--explain', fingerprint.slice(0, 6).toUpperCase())).toEqual({
      code: 0,
      stdout: `Pet.age: The type changed from integer to string.

impact   breaking on the wire, in what callers receive
reaches  GET /pets
places   base.yaml:14:98 → revision.yaml:14:98
why      Receivers on either side get a value of a type they do not read.
proof    "a" is valid in the revision and invalid in the base
in place GET /pets → response 200
         {
           "data": [
             {
               "name": "aa",
               "age": "a"   ← here
             }
           ],
           "total": 3
         }
fix      Add a second property or parameter with the new type.
callers  Read "Pet.age" as string instead of integer.
rule     type-changed, fingerprint ${fingerprint}
`,
      stderr: '',
    });
  });

  test('is data, too', async () => {
    const fingerprint = (await fingerprints()).get('type-changed') ?? '';
    const { stdout } = await diff('--explain', fingerprint, '--format', 'json');
    const { finding, ...explanation } = JSON.parse(stdout);
    expect(finding.fingerprint).toBe(fingerprint);
    expect(explanation).toEqual({
      format: 'specshift.explanation/1',
      why: 'Receivers on either side get a value of a type they do not read.',
      fix: 'Add a second property or parameter with the new type.',
      step: 'Read "Pet.age" as string instead of integer.',
      payload: {
        operation: 'GET /pets',
        part: 'response 200',
        value: { data: [{ name: 'aa', age: 'a' }], total: 3 },
        pointer: '#/data/0/age',
        complete: true,
      },
    });
  });

  test('explains what has no payload', async () => {
    const fingerprint = (await fingerprints()).get('property-removed') ?? '';
    const { code, stdout } = await diff('--explain', fingerprint);
    expect([code, stdout]).toEqual([
      0,
      `Pet.nick: The optional property "nick" was removed.

impact   breaking on the wire, in what callers receive
reaches  GET /pets
places   base.yaml:14:114 → revision.yaml:14:43
why      Callers that read it find nothing; what callers send in it is no longer
         read, and nobody tells them.
fix      Keep the property and mark it as deprecated.
callers  Stop reading "Pet.nick".
rule     property-removed, fingerprint ${fingerprint}
`,
    ]);
  });

  test('lists the nearest when no finding has the fingerprint', async () => {
    const known = await fingerprints();
    const [type = '', property = ''] = [known.get('type-changed'), known.get('property-removed')];
    const wanted = `${type.slice(0, 8)}${type[8] === '0' ? '1' : '0'}`;
    expect(await diff('--explain', wanted)).toEqual({
      code: 2,
      stdout: '',
      stderr: `specshift: No finding begins with "${wanted}". The nearest are ${type} (type-changed at Pet.age), ${property} (property-removed at Pet.nick).\n`,
    });
    const same = await runCommand(['diff', 'base.yaml', 'base.yaml', '--explain', '123456'], { cwd: folder });
    expect([same.code, same.stderr]).toEqual([2, 'specshift: No finding begins with "123456": nothing changed.\n']);
  });

  test.each(['12345', 'xyzxyz', '12345678901234567'])('%s is no fingerprint', async (digits) => {
    expect(await diff('--explain', digits)).toEqual({
      code: 2,
      stdout: '',
      stderr: `specshift: --explain takes a fingerprint, or at least its first 6 digits, not "${digits}".\n`,
    });
  });
});
