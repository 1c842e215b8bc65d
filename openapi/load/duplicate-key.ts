import type { Diagnostic } from '../source/diagnostic.js';
import { formatPointer, type PointerSegment } from '../source/pointer.js';
import type { SourceText } from '../source/text.js';

/** Two members of one object with the same key. Parsers that keep the last one lose the first silently. */
export function duplicateKey(
  source: SourceText,
  container: readonly PointerSegment[],
  key: string,
  first: number,
  second: number,
): Diagnostic {
  const before = source.place(first);
  return {
    code: 'duplicate-key',
    message: `The key "${key}" stands twice in one object, first at ${before.line}:${before.column}. Keep one of them.`,
    place: source.place(second, formatPointer([...container, key])),
  };
}
