import { expect, test } from 'vitest';
import { matches } from '../../../../diff/schema/inclusion/language.js';

/** Printable ASCII without the characters of syntax. */
const PLAIN = Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index))
  .filter((character) => !/[$()*+.?[\\\]^{|}]/.test(character))
  .join('');

test('a pattern of plain characters, between anchors or not, matches what an expression of it matches', () => {
  const bodies = ['', PLAIN, '/v1/pets/:pet', 'a-b', '#', ...PLAIN];
  for (const body of bodies) {
    for (const pattern of [body, `^${body}`, `${body}$`, `^${body}$`]) {
      const expression = new RegExp(pattern, 'u');
      for (const text of [body, `x${body}`, `${body}y`, `${body}\n`, '', '\u{1f600}', '~x']) {
        expect([pattern, text, matches(pattern, text)]).toEqual([pattern, text, expression.test(text)]);
      }
    }
  }
});
