import type { Finding } from '../../diff/finding.js';
import { InputError, UsageError } from '../command.js';

/** Fingerprints that are listed when the one asked for is not there, or not the only one. */
const MOST_LISTED = 5;

/**
 * The finding whose fingerprint begins with the given digits.
 * @param option the option that gives the digits, for messages
 * @throws InputError when none does, or several do
 */
export function chooseFinding(findings: readonly Finding[], digits: string, option: string): Finding {
  const wanted = digits.toLowerCase();
  if (!/^[0-9a-f]{6,16}$/.test(wanted)) {
    throw new UsageError(`${option} takes a fingerprint, or at least its first 6 digits, not "${digits}".`);
  }
  const matches = findings.filter(({ fingerprint }) => fingerprint.startsWith(wanted));
  const [match, other] = matches;
  if (match !== undefined && other === undefined) return match;
  if (match !== undefined)
    throw new InputError(`${matches.length} findings begin with "${wanted}": ${listed(matches)}.`);
  if (findings.length === 0) throw new InputError(`No finding begins with "${wanted}": nothing changed.`);
  const shared = ({ fingerprint }: Finding): number => {
    const differs = [...fingerprint].findIndex((digit, index) => digit !== wanted[index]);
    return differs < 0 ? fingerprint.length : differs;
  };
  const nearest = [...findings].sort((a, b) => shared(b) - shared(a) || (a.fingerprint < b.fingerprint ? -1 : 1));
  throw new InputError(`No finding begins with "${wanted}". The nearest are ${listed(nearest)}.`);
}

function listed(findings: readonly Finding[]): string {
  const shown = findings
    .slice(0, MOST_LISTED)
    .map(({ fingerprint, rule, where }) => `${fingerprint} (${rule} at ${where})`);
  return shown.join(', ') + (findings.length > MOST_LISTED ? ` and ${findings.length - MOST_LISTED} more` : '');
}
