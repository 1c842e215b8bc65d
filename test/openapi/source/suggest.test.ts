import { expect, test } from 'vitest';
import { didYouMean, nearest } from '../../../openapi/source/suggest.js';

test.each([
  ['Pte', ['Pet', 'User'], 'Pet'],
  ['pet', ['Pet'], 'Pet'],
  ['Contcat', ['Contact', 'Contract'], 'Contact'],
  ['desciption', ['description', 'deprecated'], 'description'],
  ['Zebra', ['Pet', 'User'], undefined],
  ['Pet', [], undefined],
  ['', ['a'], 'a'],
  ['ab', ['ad', 'ac'], 'ac'],
  ['UserList', ['User', 'UserLists'], 'UserLists'],
])('%s among %j is %s', (name, candidates, expected) => {
  expect(nearest(name, candidates)).toBe(expected);
});

test('the nearest name does not depend on the order of the candidates', () => {
  expect(nearest('abcdef', ['abcdeg', 'abcdeh'])).toBe(nearest('abcdef', ['abcdeh', 'abcdeg']));
});

test('a sentence, or nothing', () => {
  expect([didYouMean('Pte', ['Pet']), didYouMean('Pte', ['Elephant'])]).toEqual([' Did you mean "Pet"?', '']);
});

test('many long candidates are compared quickly', () => {
  const candidates = Array.from({ length: 20_000 }, (_, index) => `${'a'.repeat(200)}${index}`);
  const start = performance.now();
  nearest(`${'b'.repeat(200)}1`, candidates);
  expect(performance.now() - start).toBeLessThan(3_000);
});
