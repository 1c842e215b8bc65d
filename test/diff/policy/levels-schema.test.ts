import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { ruleIds } from '../../../diff/policy/read-levels.js';
import { allRules } from '../../../diff/rules/table.js';
import { root } from '../../shared.js';

const schema = JSON.parse(readFileSync(join(root, 'diff/policy/levels-1.schema.json'), 'utf8'));

test('the schema for editors knows exactly the ids that the command knows', () => {
  expect(Object.keys(schema.properties.levels.properties).sort()).toEqual([...ruleIds(allRules).keys()].sort());
});

test('no former id of a rule is the id of another', () => {
  const ids = allRules.flatMap(({ id, aliases = [] }) => [id, ...aliases]);
  expect(ids).toEqual([...new Set(ids)]);
});

test.each([
  [{}, true],
  [{ policy: 'intercom', levels: { 'enum-value-added': 'off' } }, true],
  [{ levels: { 'enum-value-added': { level: 'info', reason: 'We announce values.' } } }, true],
  [{ levels: { 'enum-value-added': { request: 'off', response: 'error' } } }, true],
  [{ policy: 'lenient' }, false],
  [{ levels: { 'enum-value-addd': 'off' } }, false],
  [{ levels: { 'enum-value-added': 'loud' } }, false],
  [{ levels: { 'enum-value-added': {} } }, false],
  [{ levels: { 'enum-value-added': { level: 'info', reason: ' ' } } }, false],
  [{ level: {} }, false],
])('%j', (file, isValid) => {
  expect(new Ajv2020().compile(schema)(file)).toBe(isValid);
});
