import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepsNames, PROGRAMS, programFor } from '../../../scripts/build/programs.js';
import { root } from '../../shared.js';

/** The first word of each command, and the module it is loaded from. */
const commands = [
  ...readFileSync(join(root, 'scripts/cli.ts'), 'utf8').matchAll(
    /^ {2}'?(\w+)[\w ]*'?: async \(\) => \(await import\('([^']+)'/gm,
  ),
].map(([, word = '', module = '']) => ({ word, module }));

test('the comparison does without the modules of exactly those commands that it does not have', () => {
  const others = commands.filter(({ word }) => programFor(word) !== 'comparison');
  expect([PROGRAMS.comparison, PROGRAMS.program]).toEqual([others.map(({ module }) => module), []]);
});

test('the commands that compare and end are the comparison, and all else is the program', () => {
  const words = ['diff', 'explain', 'gate', 'generate', 'changelog', '--help', 'help', 'dif', undefined];
  expect(words.map((word) => programFor(word))).toEqual([...Array(3).fill('comparison'), ...Array(6).fill('program')]);
});

test('a command that is debugged runs in a program that keeps the names of its functions', () => {
  const programs = commands.map(({ word }) => programFor(word, true));
  expect([...new Set(programs)].map((name) => [name, keepsNames(name)])).toEqual([['program', true]]);
});
