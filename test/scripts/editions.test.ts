import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../io.js';

const ONE = `openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        '200':
          description: All pets.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Pet'}
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}}}
`;
const RELEASE = `overlay: 1.0.0
info: {title: As released, version: 1.0.0}
extends: ../1.yaml
actions:
  - target: $.components.schemas.Pet.properties
    update:
      age: {type: integer}
`;
const API = `name: pets
title: Pets
versionHeader: Pets-Version
versions:
  - version: '1'
    kind: stable
    header: one
    file: 1.yaml
    date: '2026-01-01'
    editions:
      - {edition: release, date: '2025-01-01', overlay: overlays/1-release.yaml}
      - {edition: draft, date: '2024-01-01', file: 1-draft.yaml}
      - {edition: lost, date: '2024-01-01', overlay: overlays/lost.yaml}
      - {edition: outside, date: '2024-01-01', overlay: overlays/link.yaml}
  - {version: '2', kind: stable, file: 2.yaml, date: '2026-02-01', base: 1@release}
`;

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'specshift-'));
  mkdirSync(join(folder, 'specs/pets/overlays'), { recursive: true });
  const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
  write('specs/pets/1.yaml', ONE);
  write('specs/pets/2.yaml', ONE.replace("version: '1'", "version: '2'"));
  write('specs/pets/1-draft.yaml', ONE.replace('name: {type: string}', 'name: {type: integer}'));
  write('specs/pets/overlays/1-release.yaml', RELEASE);
  write('specs/pets/api.yaml', API);
  write('overlay.yaml', RELEASE.replace('integer', 'string'));
  write('bad.yaml', RELEASE.replace('$.components', 'components'));
  write('idle.yaml', RELEASE.replace('.Pet.', '.Cat.'));
  symlinkSync(join(folder, 'overlay.yaml'), join(folder, 'specs/pets/overlays/link.yaml'));
});

afterAll(() => rmSync(folder, { recursive: true }));

function specshift(...args: readonly string[]) {
  return runCommand(args, { cwd: folder });
}

async function findings(...args: readonly string[]) {
  const { stdout } = await specshift('diff', '--format', 'json', ...args);
  const report: {
    findings: { rule: string; base: { file: string; pointer: string; line: number; column: number } }[];
  } = JSON.parse(stdout);
  return report.findings.map(({ rule, base }) => `${rule} ${base.file}:${base.line}:${base.column} ${base.pointer}`);
}

describe('an edition of a version', () => {
  test('kept as an overlay is compared, and what the overlay wrote stands in the overlay', async () => {
    expect(await findings('pets@1@release', 'pets@1')).toEqual([
      'property-removed specs/pets/overlays/1-release.yaml:7:7 #/components/schemas/Pet/properties/age',
    ]);
  });

  test('kept as a file is compared', async () => {
    expect(await findings('pets@1@draft', 'pets@1')).toEqual([
      'type-changed specs/pets/1-draft.yaml:15:45 #/components/schemas/Pet/properties/name/type',
    ]);
  });

  test.each([
    ['pets@1@relase', 'specshift: pets@1 has no edition "relase". Its editions are release, draft, lost, outside.\n'],
    ['pets@2@release', 'specshift: pets@2 has no edition "release". It has none.\n'],
    ['pets@3@release', 'specshift: pets has no version "3". Its versions are 1, 2.\n'],
    ['pets@1@lost', 'specshift: "specs/pets/overlays/lost.yaml" cannot be read: it does not exist.\n'],
    [
      'pets@1@outside',
      'specshift: "specs/pets/overlays/link.yaml" cannot be read: the file lies outside the folder of the document.\n',
    ],
  ])('%s is refused', async (name, stderr) => {
    expect(await specshift('diff', name, 'pets@1')).toEqual({ code: 2, stdout: '', stderr });
  });

  test('is what a version is compared with, and is explained like any other', async () => {
    const { stdout } = await specshift('generate', 'pets', '--out', 'out');
    expect(stdout.split('\n').slice(2)).toEqual([
      'Pets 1@release → 2: 1 breaking of 1 change (1 on the wire, 0 in compiled code only)',
      '',
    ]);
  });

  test('gets a client that sends the header of its version', async () => {
    const { code, stdout } = await specshift('generate', 'pets@1@release', '--out', 'client');
    expect([code, stdout.split(' → ')[0]]).toEqual([0, 'Pets 1: 1 operation, 1 schema']);
    const again = await specshift('generate', 'pets@1', '--out', 'client', '--check');
    expect(again.stderr).toMatch(/^client\/types\.ts is not up to date\n/);
  });
});

describe('an overlay given on the command line', () => {
  test('is applied to the base or the revision, after those of the edition', async () => {
    expect(await findings('pets@1', 'pets@1', '--base-overlay', 'overlay.yaml')).toEqual([
      'property-removed overlay.yaml:7:7 #/components/schemas/Pet/properties/age',
    ]);
    expect(await findings('pets@1@release', 'pets@1', '--revision-overlay', 'overlay.yaml')).toEqual([
      'type-changed specs/pets/overlays/1-release.yaml:7:13 #/components/schemas/Pet/properties/age/type',
    ]);
    expect(await findings('pets@1@release', 'pets@1@release', '--revision-overlay', 'overlay.yaml')).toEqual([
      'type-changed specs/pets/overlays/1-release.yaml:7:13 #/components/schemas/Pet/properties/age/type',
    ]);
  });

  test('is refused with the place of what is wrong', async () => {
    const { code, stderr } = await specshift('migrate', 'pets@1', 'pets@2', '--base-overlay', 'bad.yaml');
    const fault = `bad.yaml:5:13 [overlay-target] #/actions/0/target "target" must be a JSONPath query (RFC 9535). At character 1: expected '$', found 'c'.\n`;
    expect([code, stderr]).toEqual([2, fault]);
  });

  test('warns of a target that selects nothing', async () => {
    const { code, stderr } = await specshift('diff', 'pets@1', 'pets@1', '--base-overlay', 'idle.yaml');
    const warning =
      'warning: idle.yaml:5:13 [overlay-no-target] #/actions/0/target The target "$.components.schemas.Cat.properties" selects nothing.\n';
    expect([code, stderr.split('--warnings')[0]]).toEqual([0, warning]);
  });

  test('must be there', async () => {
    expect(await specshift('diff', 'pets@1', 'pets@1', '--base-overlay', 'none.yaml')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'specshift: "none.yaml" cannot be read: it does not exist.\n',
    });
  });
});
