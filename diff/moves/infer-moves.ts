import type { ApiDocument } from '../../openapi/model/document.js';
import type { Move } from '../finding.js';
import type { Judged } from '../judge.js';
import { compareText } from '../order.js';
import { placeIn } from '../place-in.js';
import { applyHints } from './apply-hints.js';
import { assign } from './assign.js';
import { type Element, nameOf, whereOf } from './element.js';
import type { MoveHint } from './hint.js';
import { operationCandidates } from './operation-candidates.js';
import { parameterCandidates } from './parameter-candidates.js';
import { propertyCandidates } from './property-candidates.js';
import { withStatedMoves } from './stated-moves.js';

/**
 * Says of removed elements where they seem to have gone, and of added ones where from, each with what speaks for it. Nothing is
 * inferred where two are equally likely, and every removal stays what it is.
 * @param unmatched is told each hint that names nothing
 */
export function inferMoves(
  judged: readonly Judged[],
  [base, revision]: readonly [ApiDocument, ApiDocument],
  hints: readonly MoveHint[],
  unmatched: (hint: MoveHint) => void,
): readonly Judged[] {
  const candidates = withStatedMoves([
    ...propertyCandidates(judged),
    ...parameterCandidates(judged),
    ...operationCandidates(judged),
  ]);
  const believed = applyHints(judged, assign(candidates), hints, unmatched);
  if (believed.length === 0) return judged;
  const moves = new Map<Judged, Move[]>();
  for (const { removed, added, evidence } of believed) {
    const words = [...evidence].sort((a, b) => b.weight - a.weight).map((one) => one.words);
    const confirmed = evidence.some(({ weight }) => weight >= CERTAIN);
    push(moves, removed.judged, moveOf('to', removed, added, revision, words, confirmed));
    push(moves, added.judged, moveOf('from', added, removed, base, words, confirmed));
  }
  return judged.map((one) => {
    const own = moves.get(one);
    if (own === undefined) return one;
    own.sort((a, b) => compareText(a.part ?? '', b.part ?? '') || compareText(a.where, b.where));
    return { ...one, finding: { ...one.finding, moves: own } };
  });
}

/** The weight of what somebody who knows says. */
const CERTAIN = 10;

function moveOf(
  end: Move['end'],
  own: Element,
  other: Element,
  document: ApiDocument,
  evidence: readonly string[],
  confirmed: boolean,
): Move {
  const place = placeIn(document, other.origin);
  const part = own.path.length === 0 ? null : own.path.join('.').replaceAll('.[]', '[]');
  return { end, part, where: whereOf(other), name: nameOf(other), place, evidence, confirmed };
}

function push(moves: Map<Judged, Move[]>, judged: Judged, move: Move): void {
  const list = moves.get(judged);
  if (list === undefined) moves.set(judged, [move]);
  else list.push(move);
}
