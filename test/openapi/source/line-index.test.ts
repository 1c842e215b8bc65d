import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineIndex } from '../../../openapi/source/line-index.js';
import { runs, seed } from '../../fuzz.js';

test('every offset has the line and column that counting gives', () => {
  const piece = fc.oneof(
    fc.constantFrom('\n', '\r', '\r\n', 'a', 'ä', '', '\n\n\r', 'x'.repeat(9_000), '\n'.repeat(70), 'a\n'.repeat(65)),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), fc.nat(), (pieces, withReturns, seed) => {
      const text = withReturns ? pieces.join('') : pieces.join('').replaceAll('\r', '');
      const index = new LineIndex(text);
      for (const offset of [0, seed % (text.length + 1), Math.floor(text.length / 2), text.length]) {
        // Between CR and LF is still the line that they end together.
        const before = text.slice(0, offset).split(/\r\n|\n|\r(?!$)/);
        const isInside = text[offset - 1] === '\r' && text[offset] !== '\n';
        const last = isInside ? '' : (before.at(-1) ?? '');
        const line = before.length + (isInside ? 1 : 0);
        expect(index.position(offset)).toEqual({ line, column: last.length + 1 });
      }
    }),
    { seed: seed(3), numRuns: runs(500) },
  );
});
