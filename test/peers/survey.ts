import { type Completeness, completenessOf } from './expectation.js';
import { type Outcome, outcomeOf } from './outcome.js';
import { expectationsOf, type PeerCase, peerCases } from './peer-case.js';
import { agrees, type Verdict, verdictOf } from './verdict.js';

/** One case, and what we say about it. */
export interface Surveyed {
  readonly case: PeerCase;
  /** `<suite>/<id>`. */
  readonly name: string;
  readonly outcome: Outcome;
  readonly ours: Verdict;
  readonly agrees: boolean;
  /** How each expected change was met; absent where the suite lists none, or a document is refused. */
  readonly completeness: Completeness | undefined;
}

/** Runs every case. */
export async function survey(): Promise<readonly Surveyed[]> {
  const surveyed: Surveyed[] = [];
  for (const peerCase of peerCases) {
    const name = `${peerCase.suite}/${peerCase.id}`;
    const outcome = await outcomeOf(peerCase).catch((cause) => {
      throw new Error(`${name} cannot be run.`, { cause });
    });
    const ours = verdictOf(outcome);
    const isComplete = peerCase.suite === 'qubership' && outcome.kind === 'compared';
    surveyed.push({
      case: peerCase,
      name,
      outcome,
      ours,
      agrees: agrees(peerCase.suite, peerCase.verdict, ours),
      completeness: isComplete ? completenessOf(outcome, expectationsOf(peerCase)) : undefined,
    });
  }
  return surveyed;
}
