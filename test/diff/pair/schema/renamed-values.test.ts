import { describe, expect, test } from 'vitest';
import { diffDocuments } from '../../../../diff/diff.js';
import { readText } from '../../../documents.js';
import { api } from '../../moves/moves-of.js';

type Place = 'body' | 'pet';

/** What is told of a list of values, where it is sent or read. */
async function told(place: Place, before: string, after: string) {
  const [base, revision] = [before, after].map((values) => api({ [place]: `{${values}}` }));
  const { findings } = await diffDocuments(await readText(base ?? ''), await readText(revision ?? ''));
  return findings.map(({ rule, impact, message, witness, before: was, after: is }) => {
    return [`${rule} ${impact}`, message, witness?.value, was, is];
  });
}

const RENAMED = 'x-renamed-values: {dog: hound}';

describe('a value that is said to be called something else', () => {
  test('breaks those who read it, and those who send it', async () => {
    const message = 'The value "dog" is called "hound" now.';
    const [before, after] = ['enum: [cat, dog]', `enum: [cat, hound], ${RENAMED}`];
    expect(await told('pet', before, after)).toEqual([
      ['enum-value-renamed breaking', message, 'hound', ['dog'], ['hound']],
    ]);
    expect(await told('body', before, after)).toEqual([
      ['enum-value-renamed breaking', message, 'dog', ['dog'], ['hound']],
    ]);
  });

  test('breaks nobody who sends it where it is still taken as any other text', async () => {
    const findings = await told('body', 'enum: [cat, dog]', `anyOf: [{enum: [cat, hound], ${RENAMED}}, {}]`);
    expect(findings.map(([rule]) => rule)).toEqual([
      'enum-constraint-removed non-breaking',
      'type-widened non-breaking',
    ]);
  });

  test('is told apart from the values that came and went with it', async () => {
    const [before, after] = ['enum: [cat, dog, fly]', `enum: [cat, puppy, hound, bee, ant], ${RENAMED}`];
    const split = after.replace('dog: hound', 'dog: [hound, puppy]');
    const lists = [
      ['cat', 'dog', 'fly'],
      ['cat', 'puppy', 'hound', 'bee', 'ant'],
    ];
    expect(await told('pet', before, split)).toEqual([
      [
        'enum-value-renamed breaking',
        'The value "dog" was split into "puppy" and "hound".',
        'puppy',
        ['dog'],
        ['puppy', 'hound'],
      ],
      [
        'enum-values-exchanged dangerous',
        'Listed values changed: "fly" went and "bee" and "ant" came.',
        'bee',
        ...lists,
      ],
    ]);
  });

  test('is two findings where it is two values', async () => {
    const after = 'enum: [a2, b2, c], x-renamed-values: {a: a2, b: b2}';
    expect((await told('pet', 'enum: [a, b]', after)).map(([rule, message]) => [rule, message])).toEqual([
      ['enum-value-renamed breaking', 'The value "a" is called "a2" now.'],
      ['enum-value-renamed breaking', 'The value "b" is called "b2" now.'],
      ['enum-value-added dangerous', 'The value "c" was added.'],
    ]);
  });
});

test.each([
  ['a name that did not come', 'x-renamed-values: {dog: wolf}'],
  ['a value that is still there', 'x-renamed-values: {cat: hound}'],
  ['no map', 'x-renamed-values: [dog, hound]'],
  ['what objects inherit', 'x-renamed-values: {constructor: hound}'],
])('%s says nothing', async (_, stated) => {
  expect((await told('pet', 'enum: [cat, dog]', `enum: [cat, hound], ${stated}`)).map(([rule]) => rule)).toEqual([
    'enum-values-exchanged dangerous',
  ]);
});

test('numbers are named by their text', async () => {
  const [before, after] = ['enum: [1, 2]', 'enum: [1, 3], x-renamed-values: {"2": 3}'];
  expect((await told('pet', before, after)).map(([rule, message]) => [rule, message])).toEqual([
    ['enum-value-renamed breaking', 'The value 2 is called 3 now.'],
  ]);
});
