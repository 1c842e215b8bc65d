import { createHash } from 'node:crypto';
import type { Json } from '../openapi/source/json.js';
import { canonical } from '../openapi/source/stringify.js';
import type { Finding } from './finding.js';

/**
 * Identifies a finding by its rule, the elements in words and the values: not by its message, and not by a line or an index. The
 * names of path parameters are erased, as they are for the identity of operations.
 */
export function fingerprintOf(rule: string, base: string, revision: string, before: Json, after: Json): string {
  const parts: Json = [rule, eraseNames(base), eraseNames(revision), before, after];
  return createHash('sha256').update(canonical(parts)).digest('hex').slice(0, 16);
}

function eraseNames(where: string): string {
  return where.replace(/\{[^{}]*\}/g, '{}');
}

/** Tells findings with one fingerprint apart by their order, which is stable. */
export function makeUnique(findings: readonly Finding[]): readonly Finding[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const count = (counts.get(finding.fingerprint) ?? 0) + 1;
    counts.set(finding.fingerprint, count);
    if (count === 1) return finding;
    const fingerprint = createHash('sha256').update(`${finding.fingerprint} ${count}`).digest('hex').slice(0, 16);
    return { ...finding, fingerprint };
  });
}
