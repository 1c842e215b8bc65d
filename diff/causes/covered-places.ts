import type { Origin } from '../../openapi/source/origin.js';
import { formatPointer, type PointerSegment, parsePointer } from '../../openapi/source/pointer.js';
import type { Change, ChangeOf } from '../change.js';

type Side = 'base' | 'revision';

/**
 * What behaviours say changes with them, by place: `covers` names pointers from the element that has the behaviour
 * (`responses/404`), or from the document (`#/components/schemas/tag`), in each of the two documents.
 */
export class CoveredPlaces<Teller> {
  readonly #tellers = new Map<string, Teller[]>();

  /** Takes the places that a behaviour names as told by its finding. */
  add(change: ChangeOf<'extension.changed'>, teller: Teller): void {
    for (const side of ['base', 'revision'] as const) {
      const origin = change[side];
      for (const pointer of change.covers ?? []) {
        const segments = segmentsOf(pointer, ownerOf(change, origin));
        if (segments === undefined) continue;
        const key = keyOf(side, origin, segments);
        const known = this.#tellers.get(key);
        if (known === undefined) this.#tellers.set(key, [teller]);
        else known.push(teller);
      }
    }
  }

  /** Who tells of the place of a change, or of one around it, in either document; the outermost first. */
  tellersOf(change: Change): readonly Teller[] {
    if (this.#tellers.size === 0) return [];
    return (['base', 'revision'] as const).flatMap((side) => {
      const segments = [...change[side].segments, ...keywordOf(change)];
      return segments.flatMap((_, index) => {
        return this.#tellers.get(keyOf(side, change[side], segments.slice(0, index + 1))) ?? [];
      });
    });
  }
}

function keyOf(side: Side, { file }: Origin, segments: readonly PointerSegment[]): string {
  return `${side} ${file} ${formatPointer(segments)}`;
}

/** The element that has an extension: a schema is the place itself, of other elements the place is that of the extension. */
function ownerOf({ element }: ChangeOf<'extension.changed'>, { segments }: Origin): readonly PointerSegment[] {
  return element === 'schema' ? segments : segments.slice(0, -1);
}

/** The whole element, or the whole document, would cover whatever changes: that is no place. */
function segmentsOf(pointer: string, owner: readonly PointerSegment[]): readonly PointerSegment[] | undefined {
  const isWhole = pointer.startsWith('#');
  const inside = parsePointer(isWhole ? pointer.slice(1) : `/${pointer}`);
  if (inside === undefined || inside.join('') === '') return undefined;
  return isWhole ? inside : [...owner, ...inside];
}

/** The keyword that changed, where the place is the schema that has it. */
function keywordOf(change: Change): readonly PointerSegment[] {
  if (change.kind === 'extension.changed') return change.element === 'schema' ? [change.name] : [];
  if (change.kind === 'schema.enum.changed') return ['enum'];
  return change.kind.startsWith('schema.') && 'keyword' in change ? [change.keyword] : [];
}
