import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { DocumentError } from '../../openapi/source/diagnostic.js';
import { readText } from '../documents.js';
import { runs, seed } from '../fuzz.js';
import { changed, DOCUMENT, pathsOf, REPLACEMENTS } from './mutation.js';

const ALL = pathsOf(DOCUMENT);

test('the document is valid as it is', async () => {
  const { warnings } = await readText(JSON.stringify(DOCUMENT), {}, 'api.json');
  expect(warnings.map(({ code }) => code)).toEqual(['items-array', 'older-keyword', 'older-keyword']);
});

test('any one subtree deleted or replaced is read, or refused with a place', async () => {
  const end = performance.now() + 3_000;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...ALL),
      fc.constantFrom(...REPLACEMENTS),
      fc.boolean(),
      async (path, replacement, asYaml) => {
        const value = changed(DOCUMENT, path, replacement) ?? null;
        const text = asYaml
          ? stringify(value)
          : JSON.stringify(value, (_, member) => (typeof member === 'bigint' ? 1e16 : member));
        try {
          const document = await readText(text, {}, asYaml ? 'api.yaml' : 'api.json');
          for (const { place } of document.warnings) expect([place.line >= 1, place.column >= 1]).toEqual([true, true]);
          expect(document.bundled).toBeTypeOf('object');
        } catch (error) {
          if (!(error instanceof DocumentError)) throw error;
          expect(error.diagnostics.length).toBeGreaterThan(0);
          const lines = text.split('\n');
          for (const { place, code, message } of error.diagnostics) {
            expect(code).toMatch(/^[a-z-]+$/);
            expect(message).toMatch(/[.?]$|it does not exist$/);
            expect(place.line).toBeLessThanOrEqual(lines.length);
            expect(place.column).toBeGreaterThanOrEqual(1);
            expect(place.column).toBeLessThanOrEqual((lines[place.line - 1] ?? '').length + 1);
          }
        }
      },
    ),
    {
      numRuns: runs(2_500),
      seed: seed(7),
      interruptAfterTimeLimit: Math.max(0, end - performance.now()),
      markInterruptAsFailure: false,
    },
  );
});
