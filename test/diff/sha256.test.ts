import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../diff/sha256.js';
import { runs, seed } from '../fuzz.js';

function expected(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

test('texts of every length up to three blocks have the hash that Node gives', () => {
  for (let length = 0; length <= 192; length++) {
    const text = 'ä€b'.repeat(64).slice(0, length);
    expect([length, sha256(text)]).toEqual([length, expected(text)]);
  }
});

test('any text has the hash that Node gives, half a surrogate pair included', () => {
  const unit = fc.nat(0xffff).map((code) => String.fromCharCode(code));
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(unit).map((units) => units.join('')),
      ),
      (text) => {
        expect(sha256(text)).toBe(expected(text));
      },
    ),
    { seed: seed(7), numRuns: runs(500) },
  );
});

test('a long text has the hash that Node gives, and leaves nothing behind for the next one', () => {
  const texts = ['€'.repeat(20_000), 'b', 'a'.repeat(2_700), ''];
  expect(texts.map(sha256)).toEqual(texts.map(expected));
});
