import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RESERVED_IDENTIFIERS } from '../../../generator/emit/reserved.js';
import { root } from '../../shared.js';

test('no declaration of a client can hide what the runtime exports', () => {
  const index = readFileSync(join(root, 'generator/runtime/index.ts'), 'utf8');
  const names = [...index.matchAll(/\{([^}]*)\}/g)].flatMap(([, list = '']) => list.match(/\b(?!type\b)\w+/g) ?? []);
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter((name) => !RESERVED_IDENTIFIERS.includes(name))).toEqual([]);
});
