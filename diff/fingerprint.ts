import type { Json } from '../openapi/source/json.js';
import { canonical } from '../openapi/source/stringify.js';
import type { Finding, FindingImpact } from './finding.js';
import { groupBy } from './group-by.js';
import { sha256 } from './sha256.js';

/**
 * Identifies a finding by its rule, the elements in words and the values: not by its message, and not by a line or an index. The
 * names of path parameters are erased, as they are for the identity of operations.
 */
export function fingerprintOf(rule: string, base: string, revision: string, before: Json, after: Json): string {
  const parts: Json = [rule, eraseNames(base), eraseNames(revision), before, after];
  return digest(canonical(parts));
}

function digest(text: string): string {
  return sha256(text).slice(0, 16);
}

function eraseNames(where: string): string {
  return where.replace(/\{[^{}]*\}/g, '{}');
}

/** Tells findings with one fingerprint apart by their order, which is stable. It is only asked for where two may have the same. */
export function makeUnique(findings: readonly Finding[]): readonly Finding[] {
  const alike = groupBy(findings, whatIsSaidOf);
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    if (alike.get(whatIsSaidOf(finding))?.length === 1) return finding;
    const count = (counts.get(finding.fingerprint) ?? 0) + 1;
    counts.set(finding.fingerprint, count);
    if (count === 1) return finding;
    const fingerprint = digest(`${finding.fingerprint} ${count}`);
    return { ...finding, fingerprint };
  });
}

/** Equal for findings with one fingerprint: a rule is for one kind of change, so that they name the same one of two elements. */
function whatIsSaidOf({ rule, where }: Finding): string {
  return rule === UNCLASSIFIED ? rule : `${rule} ${eraseNames(where)}`;
}

/** Stands for a rule where none speaks of a change, of whatever kind. */
const UNCLASSIFIED: FindingImpact = 'unclassified';
