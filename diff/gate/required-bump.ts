import type { Finding, RequiredBump } from '../finding.js';

/** How much the version of a document must move for its findings: what breaks callers is a new major version. */
export function requiredBump(findings: readonly Finding[]): RequiredBump {
  if (findings.some(({ impact }) => impact === 'breaking')) return 'major';
  return findings.length > 0 ? 'minor' : 'none';
}
