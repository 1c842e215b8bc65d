import type { Judged } from '../judge.js';
import type { MoveHint } from './hint.js';

/** Stub. */
export function inferMoves(judged: readonly Judged[], _hints: readonly MoveHint[]): readonly Judged[] {
  return judged;
}
