import type { Change, SchemaChange } from '../change.js';
import type { Finding } from '../finding.js';
import type { Judged } from '../judge.js';
import type { Prover } from './witness.js';

/** Adds a confirmed witness to each breaking finding about a schema for which one is found. */
export async function prove(judged: readonly Judged[]): Promise<readonly Finding[]> {
  if (!judged.some(needsProof)) return judged.map(({ finding }) => finding);
  const { Prover: Loaded } = await import('./witness.js');
  const prover = Loaded.load();
  return judged.map((one) => (needsProof(one) ? withWitness(one.finding, one.change, prover) : one.finding));
}

interface Provable extends Judged {
  readonly change: SchemaChange;
}

function needsProof(judged: Judged): judged is Provable {
  const { impact, contract, direction } = judged.finding;
  return impact === 'breaking' && contract === 'wire' && direction !== null && isSchemaChange(judged.change);
}

function isSchemaChange(change: Change): change is SchemaChange {
  return change.kind.startsWith('schema.');
}

function withWitness(finding: Finding, change: SchemaChange, prover: Prover): Finding {
  const direction = finding.direction === 'response' ? 'response' : 'request';
  return { ...finding, witness: prover.witness(change, direction) };
}
