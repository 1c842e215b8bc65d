import type { ApiDocument } from '../openapi/model/document.js';
import type { Place } from '../openapi/source/diagnostic.js';
import type { Origin } from '../openapi/source/origin.js';
import type { Finding, FindingPlace } from './finding.js';

/**
 * The place of the key of an element: that is where its name stands. It is looked up when somebody asks for the line, which a report
 * told in short never does.
 */
export function placeIn(document: ApiDocument, origin: Origin): FindingPlace {
  let known: Place | undefined;
  const place = (): Place => {
    known ??= document.place(origin, true);
    return known;
  };
  return {
    get file() {
      return place().file;
    },
    get pointer() {
      return origin.pointer;
    },
    get line() {
      return place().line;
    },
    get column() {
      return place().column;
    },
  };
}

/** The finding with all its places looked up, which holds on to no document any more. */
export function withPlaces(finding: Finding): Finding {
  const { base, revision, moves } = finding;
  return {
    ...finding,
    base: base && { ...base },
    revision: revision && { ...revision },
    moves: moves.map((move) => ({ ...move, place: { ...move.place } })),
  };
}
