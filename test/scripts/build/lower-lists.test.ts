import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { lowerLists } from '../../../scripts/build/lower-lists.js';
import { root } from '../../shared.js';

const path = join(root, 'test/scripts/build/fixtures/lists.ts');
const program = ts.createProgram([path], {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts'],
  strict: true,
  types: [],
});
const file = program.getSourceFile(path);
const lowered = file === undefined ? '' : lowerLists(file, program.getTypeChecker());

/** What the file finds when it runs. */
async function foundBy(text: string): Promise<readonly unknown[]> {
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS };
  const exported: { found?: unknown[]; wait?: () => Promise<void> } = {};
  new Function('exports', ts.transpile(text, options))(exported);
  await exported.wait?.();
  return exported.found ?? [];
}

test('lists are looked at by index, and all else stays as it is', async () => {
  await expect(lowered).toMatchFileSnapshot('fixtures/lists.lowered.txt');
});

test('what is lowered finds the same', async () => {
  const found = await foundBy(readFileSync(path, 'utf8'));
  expect(found.length).toBeGreaterThan(40);
  expect(await foundBy(lowered)).toEqual(found);
});
