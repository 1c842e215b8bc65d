import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Io } from '../../scripts/command.js';
import { writeMigrations } from '../../scripts/commands/migrations/write-migrations.js';
import { readManifest } from '../../scripts/output/manifest.js';
import { runCommand } from '../io.js';

const API = `name: pets
title: Pets
versions:
  - {version: "1", label: "1", kind: stable, file: 1.yaml, date: "2024-01-01", base: null}
  - {version: "2", label: "2", kind: stable, file: 2.yaml, date: "2025-01-01", base: "1"}
  - {version: next, label: Next, kind: preview, file: next.yaml, date: "2026-01-01", base: "2"}
`;

function withPet(version: string, pet: string): string {
  return `openapi: 3.1.0
info: {title: Pets, version: '${version}'}
paths:
  /pets:
    get:
      operationId: listPets
      tags: [Pets]
      responses: {'200': {description: Pets., content: {application/json: {schema: {$ref: '#/components/schemas/pet'}}}}}
components: {schemas: {pet: {type: object, properties: {${pet}}}}}
`;
}

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'specshift-migrations-'));
  mkdirSync(join(cwd, 'specs/pets'), { recursive: true });
  writeFileSync(join(cwd, 'specs/pets/api.yaml'), API);
  writeFileSync(join(cwd, 'specs/pets/1.yaml'), withPet('1', 'age: {type: integer}, colour: {type: string}'));
  writeFileSync(join(cwd, 'specs/pets/2.yaml'), withPet('2', 'age: {type: string}, colour: {type: string}'));
  writeFileSync(join(cwd, 'specs/pets/next.yaml'), withPet('next', 'age: {type: string}'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

async function write(check = false): Promise<{ readonly code: number; readonly told: string }> {
  let told = '';
  const write = (text: string): void => {
    told += text;
  };
  const output = { write, isTerminal: false, width: 80 };
  const env = { SPECSHIFT_CACHE: join(cwd, 'cache') };
  const io: Io = { stdout: output, stderr: output, cwd, env, readStdin: async () => new Uint8Array() };
  return { code: await writeMigrations(io, { check, force: false }), told };
}

const read = (path: string): string => readFileSync(join(cwd, 'generated/pets/migrations', path), 'utf8');

describe('the reports between the versions of an API', () => {
  test('are written, in three formats for neighbours and whole chains', async () => {
    expect((await write()).code).toBe(0);
    expect([...readManifest(join(cwd, 'generated/pets/migrations')).keys()].sort()).toEqual([
      '1..2/report.html',
      '1..2/report.json',
      '1..2/report.md',
      '1..next/report.html',
      '1..next/report.json',
      '1..next/report.md',
      '2..next/report.html',
      '2..next/report.json',
      '2..next/report.md',
      'index.html',
    ]);
  });

  test('are the same bytes as the command writes', async () => {
    await write();
    for (const [from, to] of [
      ['1', '2'],
      ['1', 'next'],
    ]) {
      const { stdout } = await runCommand(['migrate', `pets@${from}`, `pets@${to}`, '--format', 'html'], { cwd });
      expect(stdout === read(`${from}..${to}/report.html`)).toBe(true);
    }
  });

  test.each([
    ['a.html', [], '<!doctype html>'],
    ['a.json', [], '{'],
    ['a.md', [], '# Pets: 1 → 2'],
    ['a.html', ['--format', 'json'], '{'],
  ])('are written to %s as its name says, unless %j', async (name, options, first) => {
    await runCommand(['migrate', 'pets@1', 'pets@2', '--out', name, ...options], { cwd });
    expect(readFileSync(join(cwd, name), 'utf8').split('\n')[0]?.slice(0, first.length)).toBe(first);
  });

  test('are left alone where nothing changed, and told where something did', async () => {
    await write();
    expect(await write()).toEqual({ code: 0, told: 'generated/pets/migrations is unchanged\n' });
    writeFileSync(join(cwd, 'specs/pets/next.yaml'), withPet('next', 'age: {type: string}, colour: {type: string}'));
    const { code, told } = await write(true);
    expect(code).toBe(1);
    expect(told.match(/^\S+ is not up to date$/gm)?.length).toBeGreaterThan(3);
    expect((await write()).code).toBe(0);
    expect((await write(true)).code).toBe(0);
  });

  test('have a start page whose links lead to a report, and to a finding in it', async () => {
    await write();
    const page = read('index.html');
    const links = [...page.matchAll(/href="([^"#]+)(?:#([^"]+))?"/g)].map(([, file = '', id]) => [file, id] as const);
    expect(links.length).toBeGreaterThan(5);
    for (const [file, id] of links) {
      expect(existsSync(join(cwd, 'generated/pets/migrations', file))).toBe(true);
      if (id !== undefined) expect(read(file)).toContain(`id="${id}"`);
    }
    expect([...page.matchAll(/aria-label="([^"]+ breaking changes)"/g)].map(([, label]) => label)).toEqual([
      '1 to 2: 1 breaking changes',
      '1 to Next: 2 breaking changes',
      '2 to Next: 1 breaking changes',
    ]);
    expect(page).not.toContain('<script');
  });
});
