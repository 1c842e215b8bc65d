import type { ApiDocument } from '../openapi/model/document.js';
import type { Change, ChangeKind, Direction, Usage } from './change.js';
import type { Finding, FindingImpact, FindingPlace } from './finding.js';
import { fingerprintOf } from './fingerprint.js';
import { resourceOf } from './resource.js';
import { type Impact, type Level, type Rule, type RuleTable, rulesFor } from './rules/rule.js';
import { valuesOf } from './values-of.js';
import { Describer, operationLabel } from './where.js';

/** The judgement of a change before its place is looked up. */
interface Judgement {
  readonly rule: string;
  readonly impact: FindingImpact;
  readonly level: Level;
  readonly contract: Finding['contract'];
  readonly direction: Finding['direction'];
  readonly message: string;
  readonly usages: readonly Usage[];
}

/** A finding, and the change it judges. */
export interface Judged {
  readonly finding: Finding;
  readonly change: Change;
}

/** Judges every change by the rules for its kind. What no rule speaks about is `unclassified`, never silently safe. */
export function judge(
  base: ApiDocument,
  revision: ApiDocument,
  changes: readonly Change[],
  table: RuleTable,
): readonly Judged[] {
  const describers = [new Describer(base), new Describer(revision)] as const;
  return changes.flatMap((change) =>
    judgeChange(change, table).map((judgement) => {
      return { change, finding: findingOf(change, judgement, base, revision, describers) };
    }),
  );
}

function judgeChange<Kind extends ChangeKind>(
  change: Change & { readonly kind: Kind },
  table: RuleTable,
): readonly Judgement[] {
  const judgements: Judgement[] = [];
  for (const rule of rulesFor(table, change.kind)) {
    // The table holds, under each kind, the rules whose `judge` takes the changes of that kind.
    const message = rule.judge(change as Parameters<typeof rule.judge>[0]);
    if (message === undefined) continue;
    const verdict = weigh(rule as unknown as Rule, change.usages);
    if (verdict !== undefined) judgements.push({ rule: rule.id, contract: rule.contract, message, ...verdict });
  }
  return judgements.length > 0 ? judgements : [unjudged(change)];
}

type Weight = Pick<Judgement, 'impact' | 'level' | 'direction' | 'usages'>;

const WORST_FIRST: readonly Impact[] = ['breaking', 'dangerous', 'non-breaking'];

/** The worst impact over the directions in which the element is used, and the uses that make it so. */
function weigh({ impact, level }: Rule, usages: readonly Usage[]): Weight | undefined {
  if (typeof impact === 'string') {
    return { impact, level: level ?? levelOf(impact), direction: directionOf(usages), usages };
  }
  if (usages.length === 0) {
    // A component that no operation reaches may be known to callers all the same, but no request proves it.
    const worst = WORST_FIRST.find((candidate) => candidate === impact.request || candidate === impact.response);
    if (worst === undefined) return undefined;
    const capped = worst === 'breaking' ? 'dangerous' : worst;
    return { impact: capped, level: level ?? levelOf(capped), direction: null, usages };
  }
  for (const candidate of WORST_FIRST) {
    const affected = usages.filter(({ direction }) => direction !== undefined && impact[direction] === candidate);
    if (affected.length === 0) continue;
    return {
      impact: candidate,
      level: level ?? levelOf(candidate),
      direction: directionOf(affected),
      usages: affected,
    };
  }
  return undefined;
}

function directionOf(usages: readonly Usage[]): Finding['direction'] {
  const directions = new Set<Direction>();
  for (const { direction } of usages) if (direction !== undefined) directions.add(direction);
  return directions.size === 2 ? 'both' : ([...directions][0] ?? null);
}

function levelOf(impact: FindingImpact): Level {
  if (impact === 'breaking') return 'error';
  return impact === 'non-breaking' ? 'info' : 'warning';
}

function unjudged(change: Change): Judgement {
  const isUndecided = change.kind === 'schema.undecidable';
  const impact = isUndecided ? 'undecided' : 'unclassified';
  const message = isUndecided
    ? `The two schemas cannot be compared: ${change.reason}.`
    : `${'keyword' in change ? `"${change.keyword}"` : 'The element'} changed, and no rule says what that does to callers.`;
  return {
    rule: impact,
    impact,
    level: levelOf(impact),
    contract: 'wire',
    direction: directionOf(change.usages),
    message,
    usages: change.usages,
  };
}

function findingOf(
  change: Change,
  { usages, ...judgement }: Judgement,
  base: ApiDocument,
  revision: ApiDocument,
  [ofBase, ofRevision]: readonly [Describer, Describer],
): Finding {
  const [before, after] = valuesOf(change);
  const isGone = change.kind.endsWith('.removed');
  const property = change.kind === 'schema.required.changed' ? `.${change.property}` : '';
  const [left, right] = [ofBase.describe(change.base) + property, ofRevision.describe(change.revision) + property];
  const operations = [...new Set(usages.map(({ operation }) => operationLabel(operation)))].sort();
  const { rule, impact, level, contract, direction, message } = judgement;
  return {
    rule,
    impact,
    level,
    contract,
    direction,
    message,
    operations,
    resource: resourceOf(usages, isGone ? change.base : change.revision),
    where: isGone ? left : right,
    base: placeIn(base, change.base),
    revision: placeIn(revision, change.revision),
    before,
    after,
    witness: null,
    fingerprint: fingerprintOf(rule, left, right, before, after),
  };
}

/** The key of the element: that is where its name stands. */
function placeIn(document: ApiDocument, origin: Change['base']): FindingPlace {
  const { file, pointer = '#', line, column } = document.place(origin, true);
  return { file, pointer, line, column };
}
