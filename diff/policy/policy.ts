import type { Direction } from '../change.js';
import type { Finding, FindingImpact } from '../finding.js';
import type { Contract, Level } from '../rules/rule.js';

/** What a level depends on. */
export type Leveled = Pick<Finding, 'rule' | 'impact' | 'contract' | 'direction' | 'level'>;

/** Gives some findings a level. An absent condition holds for every finding. */
export interface LevelEntry {
  /** Ids of rules, `unclassified` and `undecided` among them. */
  readonly rules?: readonly string[];
  readonly impacts?: readonly FindingImpact[];
  readonly contract?: Contract;
  /** An entry for one way also holds for what travels both ways where it makes it louder, and never hides the other way. */
  readonly direction?: Direction | 'both';
  readonly level: Level;
  /** Why the level is not the one the rule starts with. */
  readonly reason: string;
}

/** A named set of levels. The first entry that holds decides; where none does, a finding keeps the level its rule starts with. */
export interface Policy {
  readonly name: PolicyName;
  /** Whom it is for, in one sentence. */
  readonly summary: string;
  readonly entries: readonly LevelEntry[];
}

/** The names of all policies. */
export const POLICY_NAMES = ['default', 'strict', 'intercom'] as const;

/** The name of one. */
export type PolicyName = (typeof POLICY_NAMES)[number];

/** The level of a finding, and why it is not the one its rule starts with. */
export interface LevelDecision {
  readonly level: Level;
  /** `null` where the level is the one the rule starts with. */
  readonly reason: string | null;
}

/** The level that a list of entries gives to a finding. */
export function decideLevel(entries: readonly LevelEntry[], finding: Leveled): LevelDecision {
  const entry = entries.find((candidate) => holds(candidate, finding));
  if (entry === undefined || entry.level === finding.level) return { level: finding.level, reason: null };
  return { level: entry.level, reason: entry.reason };
}

/** The level that a finding starts with, unless its rule says otherwise. */
export function startingLevel(impact: FindingImpact): Level {
  if (impact === 'breaking') return 'error';
  return impact === 'non-breaking' ? 'info' : 'warning';
}

/** The loudest first. */
export const LEVELS: readonly Level[] = ['error', 'warning', 'info', 'off'];

/** The louder of two levels. */
export function louder(a: Level, b: Level): Level {
  return LEVELS.indexOf(a) <= LEVELS.indexOf(b) ? a : b;
}

function holds({ rules, impacts, contract, direction, level }: LevelEntry, finding: Leveled): boolean {
  return (
    (rules === undefined || rules.includes(finding.rule)) &&
    (impacts === undefined || impacts.includes(finding.impact)) &&
    (contract === undefined || contract === finding.contract) &&
    (direction === undefined ||
      direction === finding.direction ||
      (finding.direction === 'both' && louder(level, finding.level) === level))
  );
}
