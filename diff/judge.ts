import type { ApiDocument } from '../openapi/model/document.js';
import type { Operation } from '../openapi/model/operation.js';
import { type Change, type ChangeKind, DIRECTIONS, type Direction, isSchemaChange, type Usage } from './change.js';
import type { Finding, FindingImpact, Witness } from './finding.js';
import { fingerprintOf } from './fingerprint.js';
import { OperationNames } from './operation-names.js';
import { worstImpact } from './order.js';
import { placeIn } from './place-in.js';
import { startingLevel } from './policy/policy.js';
import type { Decisions } from './proof/decide.js';
import { impactIn, type Level, type Rule, type RuleTable, rulesFor } from './rules/rule.js';
import type { Inclusion } from './schema/inclusion/inclusion.js';
import { withSortedKeys } from './sorted-keys.js';
import { UserSummary } from './user-summary.js';
import { valuesOf } from './values-of.js';
import { Describer } from './where.js';

/** The judgement of a change before its place is looked up. */
interface Judgement extends Weight {
  readonly rule: string;
  readonly contract: Finding['contract'];
  readonly message: string;
}

/** What a change does to those who use it. */
interface Weight {
  readonly impact: FindingImpact;
  readonly level: Level;
  readonly direction: Finding['direction'];
  readonly usages: readonly Usage[];
  readonly witness: Witness | null;
  readonly reason: string | null;
}

/** A finding, and the change it judges. */
export interface Judged {
  readonly finding: Finding;
  readonly change: Change;
  /** Further changes of the same cause, which the finding tells as well. Absent: there are none. */
  readonly others?: readonly Change[];
}

/**
 * Judges every change by the rules for its kind. What no rule speaks about is `unclassified`, never silently safe. A schema that
 * is written in another way and accepts the same values is no finding.
 */
export function judge(
  base: ApiDocument,
  revision: ApiDocument,
  changes: readonly Change[],
  table: RuleTable,
  decisions: Decisions,
): readonly Judged[] {
  const users = new UserSummary(new OperationNames(operationsIn(changes)));
  const describers = [new Describer(base), new Describer(revision)] as const;
  return changes.flatMap((change) => {
    if (isSchemaChange(change) && decisions.isRestated(change)) return [];
    return judgeChange(change, table, decisions, users).map((judgement) => {
      return { change, finding: findingOf(change, judgement, base, revision, { describers, users }) };
    });
  });
}

function judgeChange<Kind extends ChangeKind>(
  change: Change & { readonly kind: Kind },
  table: RuleTable,
  decisions: Decisions,
  users: UserSummary,
): readonly Judgement[] {
  const judgements: Judgement[] = [];
  for (const rule of rulesFor(table, change.kind)) {
    // The table holds, under each kind, the rules whose `judge` takes the changes of that kind.
    const message = rule.judge(change as Parameters<typeof rule.judge>[0]);
    if (message === undefined) continue;
    const weight = weigh(rule as unknown as Rule, change, decisions, users);
    if (weight !== undefined) judgements.push({ rule: rule.id, contract: rule.contract, message, ...weight });
  }
  return judgements.length > 0 ? judgements : [unjudged(change, users)];
}

/** The impact in one direction, with what proves it or keeps it from being decided. */
interface Outcome {
  readonly direction: Direction | undefined;
  readonly impact: FindingImpact;
  readonly witness: Witness | null;
  readonly reason: string | null;
}

/** The worst impact over the directions in which the element is used, and the uses that make it so. */
function weigh(rule: Rule, change: Change, decisions: Decisions, users: UserSummary): Weight | undefined {
  const { usages } = change;
  if (typeof rule.impact === 'string')
    return weightOf(rule, eased(fixed(undefined, rule.impact), usages), usages, users);
  const used = users.directions(usages);
  // A component that no operation reaches may be known to callers all the same.
  const directions = usages.length === 0 ? DIRECTIONS : DIRECTIONS.filter((direction) => used.has(direction));
  const outcomes = directions.flatMap((direction) => outcomeIn(rule, direction, change, decisions) ?? []);
  const impact = worstImpact(outcomes);
  const worst = outcomes.filter((outcome) => outcome.impact === impact);
  const [first] = worst;
  if (first === undefined) return undefined;
  const affected = users.among(
    usages,
    worst.map(({ direction }) => direction),
  );
  return weightOf(rule, eased(first, usages), affected, users);
}

/** No request or response proves what happens to a component that none carries. */
function eased(outcome: Outcome, usages: readonly Usage[]): Outcome {
  return usages.length === 0 && outcome.impact === 'breaking' ? { ...outcome, impact: 'dangerous' } : outcome;
}

function outcomeIn(rule: Rule, direction: Direction, change: Change, decisions: Decisions): Outcome | undefined {
  const impact = impactIn(rule, direction);
  if (impact === undefined) return undefined;
  if (typeof impact === 'string') return fixed(direction, impact);
  const decision: Inclusion = isSchemaChange(change) ? decisions.of(change, direction) : { kind: 'included' };
  switch (decision.kind) {
    case 'included':
      return fixed(direction, impact.included);
    case 'refuted': {
      const [validUnder, invalidUnder] = direction === 'request' ? SENT : RECEIVED;
      const witness = { value: withSortedKeys(decision.witness), validUnder, invalidUnder };
      return { direction, impact: impact.refuted, witness, reason: null };
    }
    case 'undecided':
      // Where both answers weigh the same, the weight is known.
      if (impact.refuted === impact.included) return fixed(direction, impact.included);
      return { direction, impact: 'undecided', witness: null, reason: decision.reason };
  }
}

const SENT = ['base', 'revision'] as const;
const RECEIVED = ['revision', 'base'] as const;

function fixed(direction: Direction | undefined, impact: FindingImpact): Outcome {
  return { direction, impact, witness: null, reason: null };
}

function weightOf(
  { level }: Rule,
  { impact, witness, reason }: Outcome,
  usages: readonly Usage[],
  users: UserSummary,
): Weight {
  return {
    impact,
    level: level ?? startingLevel(impact),
    direction: directionOf(usages, users),
    usages,
    witness,
    reason,
  };
}

function directionOf(usages: readonly Usage[], users: UserSummary): Finding['direction'] {
  const directions = [...users.directions(usages)].filter((direction) => direction !== undefined);
  return directions.length === 2 ? 'both' : (directions[0] ?? null);
}

function operationsIn(changes: readonly Change[]): ReadonlySet<Operation> {
  const operations = new Set<Operation>();
  for (const usages of new Set(changes.map((change) => change.usages))) {
    for (const { operation } of usages) operations.add(operation);
  }
  return operations;
}

function unjudged(change: Change, users: UserSummary): Judgement {
  const isUndecided = change.kind === 'schema.undecidable';
  const impact = isUndecided ? 'undecided' : 'unclassified';
  const message = isUndecided
    ? `The two schemas cannot be compared: ${change.reason}.`
    : `${'keyword' in change ? `"${change.keyword}"` : 'The element'} changed, and no rule says what that does to callers.`;
  return {
    rule: impact,
    impact,
    level: startingLevel(impact),
    contract: 'wire',
    direction: directionOf(change.usages, users),
    message,
    usages: change.usages,
    witness: null,
    reason: isUndecided ? change.reason : null,
  };
}

/** What elements are called. */
interface Words {
  readonly describers: readonly [Describer, Describer];
  readonly users: UserSummary;
}

function findingOf(
  change: Change,
  { usages, ...judgement }: Judgement,
  base: ApiDocument,
  revision: ApiDocument,
  { describers: [ofBase, ofRevision], users }: Words,
): Finding {
  const [before = null, after = null] = valuesOf(change).map(withSortedKeys);
  const isGone = change.kind.endsWith('.removed');
  const property = change.kind === 'schema.required.changed' ? onlyOne(change.properties) : '';
  const [left, right] = [ofBase.describe(change.base) + property, ofRevision.describe(change.revision) + property];
  const operations = users.operations(usages);
  const { rule, impact, level, contract, direction, message, witness, reason } = judgement;
  let fingerprint: string | undefined;
  return {
    rule,
    impact,
    level,
    levelReason: null,
    contract,
    direction,
    message,
    operations,
    resource: users.resource(usages, isGone ? change.base : change.revision),
    where: isGone ? left : right,
    base: placeIn(base, change.base),
    revision: placeIn(revision, change.revision),
    before,
    after,
    witness,
    reason,
    moves: [],
    // A report told in short shows few of them.
    get fingerprint() {
      fingerprint ??= fingerprintOf(rule, left, right, before, after);
      return fingerprint;
    },
  };
}

/** One property is the place itself; of several the place is the object they belong to. */
function onlyOne(properties: readonly string[]): string {
  return properties.length === 1 ? `.${properties[0]}` : '';
}
