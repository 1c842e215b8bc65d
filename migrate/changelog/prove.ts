import type { Finding } from '../../diff/finding.js';
import { worstImpact } from '../../diff/order.js';
import { operationLabel } from '../../diff/where.js';
import { didYouMean } from '../../openapi/source/suggest.js';
import { directionAt } from './change-place.js';
import type { ClaimStatus, Objection } from './changelog-report.js';
import type { Breaking, Claim, ClaimKind, Evidence, Unannounced } from './claim.js';
import type { ComparedPair, OperationPair } from './compared-pair.js';
import { judgeEvidence } from './judge-evidence.js';
import { hasMoved, wayOf } from './moved-value.js';
import { referenceIdentity } from './operation-reference.js';
import type { Match } from './verdict.js';

/** A statement held against two documents. */
export interface Proof {
  readonly status: Exclude<ClaimStatus, 'no document'>;
  readonly matches: readonly Match[];
  readonly findings: readonly Finding[];
  readonly objections: readonly Objection[];
}

/** Whether two documents show everything a statement asks for. */
export function prove(statement: Claim | Unannounced, compared: ComparedPair): Proof {
  const results = statement.evidence.map((item, index) => proveItem(item, index + 1, statement.kind, compared));
  const matches = results.flatMap((result) => result.matches);
  const findings = [...new Set(matches.flatMap((match) => findingsOf(match, compared)))];
  const objections = results.flatMap((result) => result.objections);
  const doubt = objections.length > 0 ? undefined : doubtOf(statement.breaking, findings);
  const all = doubt === undefined ? objections : [doubt];
  const status = all.some((one) => one.status === 'contradicted')
    ? 'contradicted'
    : all.length > 0
      ? 'no evidence'
      : 'proved';
  return { status, matches, findings, objections: all };
}

interface ItemResult {
  readonly matches: readonly Match[];
  readonly objections: readonly Objection[];
}

function proveItem(item: Evidence, number: number, kind: ClaimKind | undefined, compared: ComparedPair): ItemResult {
  if (item.operations.length === 0) return proveAnywhere(item, number, kind, compared);
  const matches: Match[] = [];
  const objections: Objection[] = [];
  for (const { text, identity } of item.operations) {
    const pairs = compared.operations(identity);
    const verdicts = pairs.map((pair) => ({ pair, verdict: judgeEvidence(compared, pair, item, kind) }));
    const proved = verdicts.filter(({ verdict }) => verdict.status === 'proved');
    for (const { pair, verdict } of proved) {
      if (verdict.status === 'proved') matches.push(...verdict.matches.map((match) => directed(match, pair, item)));
    }
    if (proved.length > 0) continue;
    const [worst] = verdicts.flatMap(({ verdict }) => (verdict.status === 'proved' ? [] : [verdict]));
    const missing = `Neither document has this operation.${didYouMean(identity, compared.operationNames)}`;
    const instead = worst?.instead ?? { message: missing, base: null, revision: null };
    objections.push({ status: worst?.status ?? 'no evidence', item: number, operation: text, ...instead });
  }
  return { matches, objections };
}

function directed(match: Match, pair: OperationPair, { at }: Evidence): Match {
  const direction = directionAt(pair, at);
  return direction === undefined ? match : { ...match, direction };
}

/** An item that names no operation is shown by any, at the pointer or the place that it names. */
function proveAnywhere(
  item: Evidence,
  number: number,
  kind: ClaimKind | undefined,
  compared: ComparedPair,
): ItemResult {
  const matches: Match[] = [];
  for (const change of compared.changes) {
    if (change.kind !== item.change) continue;
    if (item.at === undefined) {
      const isThere = [change.base, change.revision].some(({ pointer }) => item.pointers.includes(pointer));
      const { value } = item;
      const way = wayOf(item, kind);
      if (!isThere || (value !== undefined && !hasMoved(change, value, way))) continue;
      matches.push({ change, ...(value === undefined ? {} : { moved: { value, way } }) });
      continue;
    }
    for (const name of new Set(change.usages.map(({ operation }) => referenceIdentity(operation)))) {
      for (const pair of compared.operations(name)) {
        const verdict = judgeEvidence(compared, pair, item, kind);
        if (verdict.status !== 'proved') continue;
        const own = verdict.matches.filter((match) => match.change === change);
        matches.push(...own.map((match) => directed(match, pair, item)));
      }
    }
  }
  if (matches.length > 0) return { matches, objections: [] };
  const where = item.at?.text ?? item.pointers.join(', ');
  const message = `No operation has a ${item.change} at ${where}.`;
  const objection = {
    status: 'no evidence',
    item: number,
    operation: null,
    message,
    base: null,
    revision: null,
  } as const;
  return { matches, objections: [objection] };
}

/** The findings about a change as far as it is meant: in its operation, its direction, and for what came or went. */
export function findingsOf(
  { change, pair, direction, moved, inside }: Match,
  compared: ComparedPair,
): readonly Finding[] {
  if (inside === true) return [];
  const names = [pair?.base, pair?.revision].flatMap((side) => (side === undefined ? [] : [operationLabel(side)]));
  return compared.findingsOf(change).filter((finding) => {
    if (direction !== undefined && finding.direction !== null && finding.direction !== 'both') {
      if (finding.direction !== direction) return false;
    }
    if (moved !== undefined && finding.rule.endsWith(moved.way === 'came' ? '-removed' : '-added')) return false;
    return (
      names.length === 0 || finding.operations.length === 0 || finding.operations.some((one) => names.includes(one))
    );
  });
}

/** What speaks against what a statement says of callers, where everything else of it is shown. */
function doubtOf(breaking: Breaking, findings: readonly Finding[]): Objection | undefined {
  const impact = worstImpact(findings);
  const isDoubtful = breaking === true ? impact === undefined || impact === 'non-breaking' : impact === 'breaking';
  if (breaking === 'conditional' || !isDoubtful) return undefined;
  const [first] = findings.filter((finding) => finding.impact === impact);
  const claimed = breaking ? 'It is said to break callers' : 'It is said not to break callers';
  const found =
    first === undefined ? 'and nothing changed' : `and the documents say: ${impact} (${first.rule}). ${first.message}`;
  const places = { base: first?.base ?? null, revision: first?.revision ?? null };
  return { status: 'contradicted', item: null, operation: null, message: `${claimed}, ${found}`, ...places };
}
