import type { Place } from './diagnostic.js';
import type { Position } from './line-index.js';

/** A place whose line and column are looked up when somebody asks for them: most of a large file may lie before it. */
export function placeAt(file: string, pointer: string | undefined, find: () => Position): Place {
  let known: Position | undefined;
  const position = (): Position => {
    known ??= find();
    return known;
  };
  const place = {
    file,
    get line() {
      return position().line;
    },
    get column() {
      return position().column;
    },
  };
  return pointer === undefined ? place : Object.assign(place, { pointer });
}
