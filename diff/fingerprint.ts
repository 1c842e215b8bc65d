import { createRequire } from 'node:module';
import type { Json } from '../openapi/source/json.js';
import { canonical } from '../openapi/source/stringify.js';
import type { Finding } from './finding.js';

/**
 * Identifies a finding by its rule, the elements in words and the values: not by its message, and not by a line or an index. The
 * names of path parameters are erased, as they are for the identity of operations.
 */
export function fingerprintOf(rule: string, base: string, revision: string, before: Json, after: Json): string {
  const parts: Json = [rule, eraseNames(base), eraseNames(revision), before, after];
  return digest(canonical(parts));
}

const load = createRequire(import.meta.url);
let loaded: typeof import('node:crypto') | undefined;

/** Two documents without a difference need no hash, and loading it takes as long as comparing them. */
function digest(text: string): string {
  loaded ??= load('node:crypto') as typeof import('node:crypto'); // `require` cannot know what it loads.
  return loaded.createHash('sha256').update(text).digest('hex').slice(0, 16);
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
    const fingerprint = digest(`${finding.fingerprint} ${count}`);
    return { ...finding, fingerprint };
  });
}
