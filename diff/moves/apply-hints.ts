import type { Judged } from '../judge.js';
import type { Candidate } from './assign.js';
import { type Element, isOf, partsOf, propertyElement, whereOf } from './element.js';
import type { MoveHint } from './hint.js';
import { operationElement } from './operation-candidates.js';
import { parameterElement } from './parameter-candidates.js';

type Candidates = readonly Candidate<Element>[];

/** Lets hints confirm, deny and add moves. A confirmed one leaves no room for another at either of its ends. */
export function applyHints(
  judged: readonly Judged[],
  inferred: Candidates,
  hints: readonly MoveHint[],
  unmatched: (hint: MoveHint) => void,
): Candidates {
  if (hints.length === 0) return inferred;
  const removed = new Finder(removedElements(judged));
  const added = new Finder(addedElements(judged));
  let moves = inferred;
  for (const hint of hints) {
    const [from, to] = [removed.find(hint.from), added.find(hint.to)];
    if (from === undefined || to === undefined) {
      unmatched(hint);
      continue;
    }
    const present = moves.find((move) => isSame(move.removed, from) && isSame(move.added, to));
    const others = moves.filter((move) => move !== present);
    if (!hint.confirmed) {
      moves = others;
      continue;
    }
    const evidence = [{ weight: 10, words: 'a hint says so' }, ...(present?.evidence ?? [])];
    const free = others.filter((move) => !isSame(move.removed, from) && !isSame(move.added, to));
    moves = [...free, { removed: from, added: to, evidence }];
  }
  return moves;
}

function isSame(one: Element, other: Element): boolean {
  return one.judged === other.judged && JSON.stringify(one.path) === JSON.stringify(other.path);
}

function removedElements(judged: readonly Judged[]): readonly Element[] {
  const properties = judged.filter(isOf('schema.property.removed')).map(propertyElement);
  return [
    ...judged.filter(isOf('operation.removed')).map(operationElement),
    ...judged.filter(isOf('parameter.removed')).map(parameterElement),
    ...properties,
    ...properties.flatMap(partsOf),
  ];
}

function addedElements(judged: readonly Judged[]): readonly Element[] {
  const properties = judged.filter(isOf('schema.property.added')).map(propertyElement);
  return [
    ...judged.filter(isOf('operation.added')).map(operationElement),
    ...judged.filter(isOf('parameter.added')).map(parameterElement),
    ...properties,
    ...properties.flatMap(partsOf),
  ];
}

/** Finds elements by their words or by their pointer; the outer one where several have the same. */
class Finder {
  readonly #elements = new Map<string, Element>();

  constructor(elements: readonly Element[]) {
    for (const element of elements) {
      for (const name of [whereOf(element), element.origin.pointer]) {
        if (!this.#elements.has(name)) this.#elements.set(name, element);
      }
    }
  }

  find(name: string): Element | undefined {
    return this.#elements.get(name);
  }
}
