import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommand } from '../io.js';
import { hasShared, shared } from '../shared.js';

interface Entry {
  readonly file: string;
  readonly attacks: string;
  readonly expect: {
    readonly exit: number | readonly number[];
    readonly at?: { readonly line: number; readonly col: number };
  };
}

const entries: readonly Entry[] = hasShared
  ? JSON.parse(readFileSync(join(shared, 'hostile/manifest.json'), 'utf8')).entries
  : [];
const folder = join(shared, 'hostile');

/** Controls, bidi controls, and lines that a CI system would obey. */
const UNSAFE_OUTPUT =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|^(?:::|##\[|##vso|##teamcity)/m;

/** A refusal begins with file, line, column, a code and a pointer. */
const REFUSAL = /^\S+?:(\d+):(\d+) \[[a-z0-9-]+\] #/;

function expectExit(entry: Entry, code: number): void {
  expect([entry.expect.exit].flat(), entry.attacks).toContain(code);
}

describe.skipIf(!hasShared)('hostile documents', () => {
  test.each(entries.map((entry) => [entry.file, entry] as const))('diff of %s with itself', async (file, entry) => {
    const prototypes = [Object.prototype, Array.prototype, Function.prototype].map((it) =>
      Object.getOwnPropertyNames(it),
    );
    const { code, stdout, stderr } = await runCommand(['diff', file, file, '--warnings'], { cwd: folder });
    expectExit(entry, code);
    expect(`${stdout}${stderr}`).not.toMatch(UNSAFE_OUTPUT);
    expect(stderr).not.toContain('internal error');
    if (code === 0) expect(stdout).toMatch(/No changes\.\n$/);
    else {
      const places = stderr.split('\n').flatMap((line) => {
        const match = REFUSAL.exec(line);
        return match === null ? [] : [`${match[1]}:${match[2]}`];
      });
      expect(places.length).toBeGreaterThan(0);
      if (entry.expect.at !== undefined) expect(places).toContain(`${entry.expect.at.line}:${entry.expect.at.col}`);
    }
    expect([Object.prototype, Array.prototype, Function.prototype].map((it) => Object.getOwnPropertyNames(it))).toEqual(
      prototypes,
    );
  });

  test.each(entries.map((entry) => [entry.file, entry] as const))('generate for %s', async (file, entry) => {
    const out = mkdtempSync(join(tmpdir(), 'specshift-'));
    try {
      const { code, stdout, stderr } = await runCommand(['generate', file, '--out', join(out, 'client')], {
        cwd: folder,
      });
      expectExit(entry, code);
      expect(`${stdout}${stderr}`).not.toMatch(UNSAFE_OUTPUT);
      expect(stderr).not.toContain('internal error');
      expect(readdirSync(out)).toEqual(code === 0 ? ['client'] : []);
    } finally {
      rmSync(out, { recursive: true });
    }
  });

  test('all six references that are no text are listed in one run', async () => {
    const { stderr } = await runCommand(['diff', 'spec/126-ref-nonstring.yaml', 'spec/126-ref-nonstring.yaml'], {
      cwd: folder,
    });
    expect(stderr.split('\n').filter((line) => REFUSAL.test(line))).toHaveLength(6);
  });
});
