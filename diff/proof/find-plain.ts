import type { ComparedPlace, Direction, Surrounding } from '../change.js';
import { isConditional } from './step.js';

/** Looks for a way from a place to the outside that passes no condition. What is found out of other places is noted, too. */
export function findPlain(
  place: ComparedPlace,
  way: Direction | undefined,
  known: Map<ComparedPlace, boolean>,
): boolean {
  const inner = new Map<ComparedPlace, ComparedPlace | undefined>([[place, undefined]]);
  for (const one of inner.keys()) {
    if (known.get(one) === true || isOutermost(one, way)) {
      for (let next: ComparedPlace | undefined = one; next !== undefined; next = inner.get(next)) known.set(next, true);
      return true;
    }
    if (known.get(one) === false) continue;
    for (const surrounding of one.around) {
      const outer = surrounding.place;
      if (!inner.has(outer) && travels(surrounding, way) && !isConditional(surrounding)) inner.set(outer, one);
    }
  }
  for (const one of inner.keys()) known.set(one, false);
  return false;
}

function isOutermost(place: ComparedPlace, way: Direction | undefined): boolean {
  return way === undefined ? place.around.length === 0 : place.isCarried(way);
}

/** Whether what stands there travels that way. */
export function travels({ only }: Surrounding, way: Direction | undefined): boolean {
  return only === undefined || way === undefined || only === way;
}
