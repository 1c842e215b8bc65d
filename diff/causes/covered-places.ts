import type { Origin } from '../../openapi/source/origin.js';
import { type PointerSegment, parsePointer } from '../../openapi/source/pointer.js';
import type { Change, ChangeOf } from '../change.js';

/** Places of one document: what stands there and inside. */
interface Places {
  readonly file: string;
  readonly prefixes: readonly (readonly PointerSegment[])[];
}

/** What a behaviour says changes with it, as places of the base and of the revision; `undefined` where it says nothing. */
export class CoveredPlaces {
  readonly #base: Places;
  readonly #revision: Places;

  private constructor(base: Places, revision: Places) {
    this.#base = base;
    this.#revision = revision;
  }

  /**
   * The places that `covers` of a behaviour names: pointers from the element that has the behaviour (`responses/404`), or from the
   * document (`#/components/schemas/tag`).
   */
  static of(change: ChangeOf<'extension.changed'>): CoveredPlaces | undefined {
    const { covers = [] } = change;
    const places = (origin: Origin): Places => {
      const prefixes = covers.map((pointer) => segmentsOf(pointer, ownerOf(change, origin)));
      return { file: origin.file, prefixes: prefixes.filter((segments) => segments !== undefined) };
    };
    return covers.length === 0 ? undefined : new CoveredPlaces(places(change.base), places(change.revision));
  }

  /** Whether a change is about one of the places, in either document. */
  has(change: Change): boolean {
    return isIn(this.#base, change, change.base) || isIn(this.#revision, change, change.revision);
  }
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

function isIn({ file, prefixes }: Places, change: Change, origin: Origin): boolean {
  if (file !== origin.file) return false;
  const place = [...origin.segments, ...keywordOf(change)];
  return prefixes.some((prefix) => prefix.every((segment, index) => place[index] === segment));
}

/** The keyword that changed, where the place is the schema that has it. */
function keywordOf(change: Change): readonly PointerSegment[] {
  if (change.kind === 'extension.changed') return change.element === 'schema' ? [change.name] : [];
  if (change.kind === 'schema.enum.changed') return ['enum'];
  return change.kind.startsWith('schema.') && 'keyword' in change ? [change.keyword] : [];
}
