import { describe, expect, test } from 'vitest';
import { findings } from '../../proof/findings.js';

const all = (...divisors: readonly string[]): string =>
  `{type: number, allOf: [${divisors.map((divisor) => `{multipleOf: ${divisor}}`).join(', ')}]}`;

describe('a number that is to be a multiple of several', () => {
  test.each([
    ['their least common multiple', all('4', '6'), all('12'), [], []],
    ['fractions', all('0.1', '0.15'), all('0.3'), [], []],
    ['another order', all('6', '4', '9'), all('9', '6', '4'), [], []],
    [
      'more than documents can count',
      all('1e200', '7', '9007199254740881'),
      all('9007199254740881', '1e200', '7'),
      [],
      [],
    ],
    [
      'one of them gone',
      all('4', '6'),
      all('4'),
      ['multiple-of-loosened non-breaking'],
      ['multiple-of-loosened breaking 4'],
    ],
    [
      'one of them new',
      all('0.1'),
      all('0.1', '0.3'),
      ['multiple-of-tightened breaking 1'],
      ['multiple-of-tightened non-breaking'],
    ],
    [
      'another one',
      all('4', '6'),
      all('4', '5'),
      ['multiple-of-changed breaking 12'],
      ['multiple-of-changed breaking 20'],
    ],
  ])('%s', async (_, base, revision, sent, received) => {
    expect([await findings('request', base, revision), await findings('response', base, revision)]).toEqual([
      sent,
      received,
    ]);
  });
});
