import type { Schema } from '../../openapi/model/schema.js';
import type { Json } from '../../openapi/source/json.js';
import type { BothSides, ComparedPlace, Direction, SchemaChange, Surrounding } from '../change.js';
import { conjunctionOf } from '../schema/conjunction.js';
import { evaluate } from '../schema/inclusion/evaluate.js';
import { type Inclusion, Inclusions } from '../schema/inclusion/inclusion.js';
import { NOTHING, schemaWith } from '../schema/part.js';
import { findPlain, travels } from './find-plain.js';
import { knowing } from './knowing.js';
import { loosened, mayBeEmpty } from './loosened.js';
import type { Question } from './question.js';
import { heldBy, holding, isConditional, type Step, stepOf } from './step.js';

/** A question that a change raises in a direction. */
interface Asked {
  readonly change: SchemaChange;
  readonly direction: Direction;
  readonly question: Question;
}

type Refuted = Extract<Inclusion, { kind: 'refuted' }>;
type Unrefuted = Exclude<Inclusion, Refuted>;

/** No more questions than this are asked about what stands around one change. */
const MOST_QUESTIONS = 24;
/** What is nested deeper is not followed. */
const MOST_STEPS = 60;
const MOST_WAYS = 200;
const MOST_VISITS = 4;

const NONE: Unrefuted = { kind: 'included' };
const CUT: Unrefuted = { kind: 'undecided', reason: 'what stands around it is not followed that far' };
const UNSHOWN: Unrefuted = { kind: 'undecided', reason: 'no value that shows it was found' };

/**
 * Asks about values as a whole where only an alternative of a union was asked about: what one alternative no longer takes another
 * one may take, and then nobody is refused anything.
 */
export class Wholes {
  /** Others than those that are asked of parts: a question about a whole may take so much work that the next ones get less. */
  readonly #engines = { closed: new Inclusions('closed'), open: new Inclusions('open') };
  /** Whether a place is reached without passing a condition, for each direction. */
  readonly #plain = new Map<Direction | undefined, Map<ComparedPlace, boolean>>();

  /** The answer in its surroundings. Where there are several, to be refused in one of them is enough. */
  decide({ change, direction, question }: Asked, refuted: Refuted): Inclusion {
    const { place } = change.schemas;
    // What nobody carries is judged as far as it is known.
    const way = change.usages.length > 0 ? direction : undefined;
    if (place === undefined || this.#isPlain(place, way)) return refuted;
    const search = new Search(this.#engines[question.reading], direction, (one) => this.#isPlain(one, way));
    const sent = [...question.sender, schemaWith({ not: all(question.receiver) })];
    const found = search.from(place, {
      places: [],
      steps: [],
      sent,
      isOpen: false,
      alternative: [],
      refused: { value: refuted.witness, after: 0 },
    });
    if (!('steps' in found)) return search.hasAnswer ? found : refuted;
    const witness = heldAtStart(found).find((value) => evaluate(sent, value) === true);
    return witness === undefined ? UNSHOWN : { kind: 'refuted', witness };
  }

  #isPlain(place: ComparedPlace, way: Direction | undefined): boolean {
    let known = this.#plain.get(way);
    if (known === undefined) {
      known = new Map();
      this.#plain.set(way, known);
    }
    const answer = known.get(place);
    return answer ?? findPlain(place, way, known);
  }
}

/** A way from a changed place outwards. */
interface Way {
  /** The places that were passed, from the inside out. */
  readonly places: readonly ComparedPlace[];
  readonly steps: readonly Step[];
  /** What values keep to at its end. */
  readonly sent: readonly Schema[];
  /** Whether something was passed of which has still to be asked. */
  readonly isOpen: boolean;
  /** The alternative of the sending side that values are of. */
  readonly alternative: readonly Schema[];
  /** A value that is refused after so many steps; the last one that is known. */
  readonly refused: { readonly value: Json; readonly after: number };
}

/** A way, and the place where it ends. */
interface End {
  readonly place: ComparedPlace;
  readonly way: Way;
}

class Search {
  readonly #engine: Inclusions;
  readonly #direction: Direction;
  readonly #isPlain: (place: ComparedPlace) => boolean;
  #questions = MOST_QUESTIONS;
  #hasAnswer = false;

  constructor(engine: Inclusions, direction: Direction, isPlain: (place: ComparedPlace) => boolean) {
    this.#engine = engine;
    this.#direction = direction;
    this.#isPlain = isPlain;
  }

  /** Whether any way led to what is carried, or to an answer on the way there. */
  get hasAnswer(): boolean {
    return this.#hasAnswer;
  }

  /**
   * The first way out on which a value is refused, or why it is not known of all that none is. Short ways are tried first, and of
   * the countless ways out of schemas that refer to one another only some.
   */
  from(start: ComparedPlace, first: Way): Way | Unrefuted {
    let unrefuted: Unrefuted = NONE;
    const visits = new Map<ComparedPlace, number>();
    const ends: End[] = [{ place: start, way: first }];
    for (const { place, way } of ends) {
      if (this.#isPlain(place)) {
        this.#hasAnswer = true;
        const settled = this.#settle(place, way);
        if ('steps' in settled) return settled;
        if (settled.kind === 'undecided') unrefuted = settled;
        continue;
      }
      for (const surrounding of place.around) {
        const next = this.#outwards(surrounding, place, way);
        const count = 'kind' in next ? 0 : (visits.get(next.place) ?? 0);
        if ('kind' in next) unrefuted = next.kind === 'undecided' ? next : unrefuted;
        else if (count >= MOST_VISITS || ends.length >= MOST_WAYS) unrefuted = CUT;
        else {
          visits.set(next.place, count + 1);
          ends.push(next);
        }
      }
    }
    return unrefuted;
  }

  #outwards(surrounding: Surrounding, inner: ComparedPlace, way: Way): End | Unrefuted {
    const { place, part } = surrounding;
    if (inner === place || way.places.includes(place) || !travels(surrounding, this.#direction)) return NONE;
    const step = way.steps.length < MOST_STEPS ? stepOf(surrounding) : undefined;
    if (step === undefined) return CUT;
    const [sender, receiver] = this.#sides(place.stated);
    const isChosen = step.kind === 'alternative' && !isNamed(receiver);
    // Of all that is said of one value, alternatives inside alternatives are a part.
    const settled = step.kind === 'alternative' ? way : this.#settle(inner, way);
    if (!('steps' in settled)) return settled;
    const outer: Way = {
      ...settled,
      places: [...way.places, inner],
      steps: [...way.steps, step],
      sent: [...sender, holding(step, all(way.sent))],
      isOpen: settled.isOpen || isChosen || (step.kind !== 'alternative' && isConditional(surrounding)),
      alternative: isChosen && !settled.isOpen ? this.#sides(part)[0] : settled.alternative,
    };
    return { place, way: outer };
  }

  #sides({ base, revision }: BothSides): readonly [readonly Schema[], readonly Schema[]] {
    return this.#direction === 'request' ? [base, revision] : [revision, base];
  }

  /** Asks at the end of a way, where alternatives were passed since that was asked last. */
  #settle(place: ComparedPlace, way: Way): Way | Unrefuted {
    if (!way.isOpen) return way;
    const [, receiver] = this.#sides(place.stated);
    const { value, after } = way.refused;
    const isKnown =
      way.steps.slice(after).every(({ kind }) => kind === 'alternative') &&
      evaluate(way.sent, value) === true &&
      evaluate(receiver, value) === false;
    const answer: Inclusion = isKnown ? { kind: 'refuted', witness: value } : this.#ask(way, receiver);
    if (answer.kind !== 'refuted') {
      this.#hasAnswer = true;
      return answer;
    }
    return { ...way, isOpen: false, alternative: [], refused: { value: answer.witness, after: way.steps.length } };
  }

  #ask({ sent, alternative }: Way, receiver: readonly Schema[]): Inclusion {
    if (this.#questions-- <= 0) return { kind: 'undecided', reason: 'too many alternatives stand around it' };
    const answer = this.#engine.decide(sent, receiver);
    if (answer.kind === 'refuted') return answer;
    const meant = this.#asMeant(sent, receiver) ?? answer;
    if (meant.kind !== 'included') return meant;
    // An alternative that says nothing of a property takes any value of it, and nobody reads that as the one that was described.
    const known = knowing(receiver, alternative);
    return known.length === 0 ? meant : this.#engine.decide(sent, known);
  }

  /** Where alternatives of `oneOf` overlap on the sending side, no value of this one may be left to the letter. */
  #asMeant(sender: readonly Schema[], receiver: readonly Schema[]): Inclusion | undefined {
    if (!sender.some(mayBeEmpty) || this.#engine.decide(sender, [NOTHING]).kind !== 'included') return undefined;
    return this.#engine.decide(sender.map(loosened), receiver.map(loosened));
  }
}

/** Whether a property says which alternative a value is of, so that no other one can take it. */
function isNamed(schemas: readonly Schema[]): boolean {
  return conjunctionOf(schemas).members.some(({ discriminator }) => discriminator !== undefined);
}

/** The values inside one that is refused that stand where a way begins. */
function heldAtStart({ steps, refused: { value, after } }: Way): readonly Json[] {
  let values: readonly Json[] = [value];
  for (const step of steps.slice(0, after).reverse()) values = values.flatMap((one) => heldBy(step, one));
  return values;
}

function all(schemas: readonly Schema[]): Schema {
  const [only] = schemas;
  return schemas.length === 1 && only !== undefined ? only : schemaWith({ allOf: schemas });
}
