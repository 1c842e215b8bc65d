import type { Change } from '../../diff/change.js';
import type { Finding } from '../../diff/finding.js';

/** A finding with the change it judges. */
export interface Told {
  readonly finding: Finding;
  /** Absent where the comparison gave none. */
  readonly change: Change | undefined;
  /** What else extensions say of the same element, less loudly: the same cause in other words. */
  readonly also: readonly Told[];
}

/** Findings that are told as one: the first decides what is said. */
export type Group = readonly [Told, ...Told[]];

/** The rules whose findings say nothing that callers could use: titles, groups of a reference page, another spelling. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'schema-title-changed',
  'operation-tags-changed',
  'parameters-reordered',
  'server-renamed',
  'security-restated',
  'type-restated',
  'format-hint-changed',
  // The introduction says how the version is chosen.
  'version-header-changed',
]);

/** What is worth telling: without what says nothing, what arrived by a move that is told, and by-products of what is told. */
export function worthTelling(all: readonly Told[]): readonly Told[] {
  const told = all.filter(({ finding }) => !LEFT_OUT.has(finding.rule) && finding.level !== 'off');
  const arrived = new Set(
    told.flatMap(({ finding }) =>
      finding.moves.flatMap(({ end, confirmed, part, where }) =>
        end === 'to' && confirmed && part === null ? [where] : [],
      ),
    ),
  );
  const loud = new Set(
    told.flatMap(({ finding }) =>
      finding.impact === 'non-breaking' || isAddition(finding.rule) ? [] : [finding.where],
    ),
  );
  return attached(told).filter(({ finding }) => {
    const { rule, where, impact, moves } = finding;
    if (moves.some(({ end, confirmed }) => end === 'from' && confirmed) && arrived.has(where)) return false;
    return impact !== 'non-breaking' || isAddition(rule) || !loud.has(where);
  });
}

/** Whether a rule is about something that came. */
function isAddition(rule: string): boolean {
  return /-added(?:-|$)/.test(rule) && rule !== 'union-added' && !rule.endsWith('constraint-added');
}

/** Of what extensions say of one element the loudest leads, and the rest goes with it. */
function attached(told: readonly Told[]): readonly Told[] {
  const leaders = new Map<string, Told>();
  for (const one of told) {
    if (isLeader(one) && !leaders.has(one.finding.where)) leaders.set(one.finding.where, one);
  }
  const isLed = (one: Told): boolean => {
    const leader = leaders.get(one.finding.where);
    return leader !== undefined && leader !== one && isScopes(one);
  };
  return told
    .filter((one) => !isLed(one))
    .map((one) => {
      const also =
        leaders.get(one.finding.where) === one
          ? told.filter((other) => other.finding.where === one.finding.where && isLed(other))
          : [];
      return also.length === 0 ? one : { ...one, also };
    });
}

function isLeader({ finding, change }: Told): boolean {
  return finding.impact === 'breaking' && change?.kind === 'extension.changed' && change.meaning === 'behavior';
}

function isScopes({ change }: Told): boolean {
  const about: readonly string[] = ['scopes', 'conditional-scopes', 'presence'];
  return change?.kind === 'extension.changed' && about.includes(change.meaning);
}

/** What is new, and worth having: that a call may also fail in a further way is neither. */
export function isWorthHaving(rule: string): boolean {
  return isAddition(rule) && !NOT_WORTH_HAVING.has(rule);
}

const NOT_WORTH_HAVING: ReadonlySet<string> = new Set([
  'failure-response-added',
  'default-response-added',
  'error-code-added',
  'oauth-metadata-added',
  'oauth-scope-added',
  'oauth-url-added',
  'security-scheme-added',
]);

/** The part of the API that a finding is told under. What a security scheme says is said of the whole API. */
export function resourceOf({ finding, change }: Told): string {
  return change?.kind.startsWith('security-scheme.') === true ? 'Document' : finding.resource;
}
