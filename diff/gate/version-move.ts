import type { RequiredBump } from '../finding.js';
import { dateVersion, type SemanticVersion, semanticVersion } from './version-text.js';

/** By how much the version of a document moved: as a date `later`, the wrong way `back`. */
export type MovedBy = 'none' | 'patch' | 'minor' | 'major' | 'later' | 'back';

/** Whether the version that a document states moved as much as its changes demand. */
export interface VersionMove {
  readonly base: string;
  readonly revision: string;
  readonly required: RequiredBump;
  /** `null` where the two cannot be put in order. */
  readonly moved: MovedBy | null;
  readonly sufficient: boolean;
  /** The same in words. */
  readonly message: string;
}

/**
 * Holds the versions of two documents against what their changes demand. Semantic versions are compared as such, shortened or with
 * a `v` before them too; a later date is as good as a major version, for it promises nothing about the former one. Under 0.y.z
 * each part counts for the one before it.
 */
export function versionMove(base: string, revision: string, required: RequiredBump): VersionMove {
  const moved = movedBy(base.trim(), revision.trim());
  const sufficient = required === 'none' || (moved !== null && ENOUGH[required].includes(moved));
  return { base, revision, required, moved, sufficient, message: inWords(base, revision, required, moved) };
}

const ENOUGH: Readonly<Record<'minor' | 'major', readonly MovedBy[]>> = {
  minor: ['minor', 'major', 'later'],
  major: ['major', 'later'],
};

function movedBy(base: string, revision: string): MovedBy | null {
  if (base === revision) return 'none';
  const [from, to] = [dateVersion(base), dateVersion(revision)];
  if (from !== undefined && to !== undefined) {
    if (from.date === to.date) return from.label === to.label ? 'none' : null;
    return to.date > from.date ? 'later' : 'back';
  }
  // A date is no version of the other kind, however much it looks like one with something behind a hyphen.
  if (from?.isNumber === false || to?.isNumber === false) return null;
  const [left, right] = [semanticVersion(base), semanticVersion(revision)];
  return left === undefined || right === undefined ? null : semanticMove(left, right);
}

const PARTS = ['major', 'minor', 'patch'] as const;

function semanticMove(base: SemanticVersion, revision: SemanticVersion): MovedBy {
  const index = base.core.findIndex((part, at) => part !== revision.core[at]);
  if (index >= 0) {
    if (compareNumbers(base.core[index] ?? '0', revision.core[index] ?? '0') > 0) return 'back';
    return countedAs(PARTS[index] ?? 'patch', base.core[0] === '0' && revision.core[0] === '0');
  }
  const order = comparePreReleases(base.preRelease, revision.preRelease);
  if (order >= 0) return order > 0 ? 'back' : 'none';
  // Versions before a release promise nothing to each other but what the release itself may bring.
  const [major, minor, patch] = revision.core;
  const part = patch !== '0' ? 'patch' : minor !== '0' ? 'minor' : 'major';
  return countedAs(part, major === '0');
}

function countedAs(part: (typeof PARTS)[number], isUnstable: boolean): (typeof PARTS)[number] {
  if (!isUnstable) return part;
  return part === 'patch' ? 'minor' : 'major';
}

/** Precedence as Semantic Versioning 2.0.0 has it, section 11: a release stands after what comes before it. */
function comparePreReleases(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length === 0 ? 0 : a.length === 0 ? 1 : -1;
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const [left, right] = [a[index], b[index]];
    if (left === undefined) return -1;
    if (right === undefined) return 1;
    if (left === right) continue;
    const [isNumber, isOther] = [/^\d+$/.test(left), /^\d+$/.test(right)];
    if (isNumber && isOther) return compareNumbers(left, right);
    if (isNumber !== isOther) return isNumber ? -1 : 1;
    return left < right ? -1 : 1;
  }
  return 0;
}

/** Of digits without leading zeros, of any length. */
function compareNumbers(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

function inWords(base: string, revision: string, required: RequiredBump, moved: MovedBy | null): string {
  const demand =
    required === 'none'
      ? 'nothing demands that it moves'
      : `what changed demands a ${required} version or a later date`;
  const names = `from ${JSON.stringify(base)} to ${JSON.stringify(revision)}`;
  switch (moved) {
    case null:
      return `The version went ${names}, which cannot be put in order; ${demand}.`;
    case 'none':
      return `The version stays ${JSON.stringify(revision)}; ${demand}.`;
    case 'back':
      return `The version went back ${names}; ${demand}.`;
    case 'later':
      return `The version moved ${names}, a later date; ${demand}.`;
    default:
      return `The version moved ${names}, by a ${moved} step; ${demand}.`;
  }
}
