import type { Finding } from '../../diff/finding.js';
import { ruleIds } from '../../diff/policy/read-levels.js';
import { allRules } from '../../diff/rules/table.js';
import { encodeTerminal } from '../../report/encode/terminal.js';
import { type ExitCode, InputError, type Io, UsageError } from '../command.js';
import { isThere, readRegularFile } from '../input/file.js';
import { parseBaseline } from '../input/parse-baseline.js';
import type { BaselineFile } from '../input/read-baseline.js';
import { acceptIn, type NewEntry } from '../output/edit-baseline.js';
import { withLock } from '../output/lock.js';
import { writeFileWhole } from '../output/write-file.js';
import { chooseFinding } from './choose-finding.js';

/** What `--accept` is asked to write. */
export interface Acceptance {
  /** The first digits of each fingerprint. */
  readonly fingerprints: readonly string[];
  readonly reason: string;
  readonly until: string;
}

/**
 * Writes findings into the file of accepted ones, and makes it where there is none. All that is wrong is found before anything is
 * written. It is not a gate: the exit code is 0 when the file says what was asked.
 */
export async function acceptFindings(
  findings: readonly Finding[],
  file: BaselineFile | undefined,
  { fingerprints, reason, until }: Acceptance,
  io: Io,
): Promise<ExitCode> {
  if (file === undefined) throw new UsageError('Say where accepted findings are kept: --baseline <file>.');
  const chosen = new Set(fingerprints.map((digits) => chooseFinding(findings, digits, '--accept')));
  const entries = [...chosen].map(({ fingerprint, where, message }): NewEntry => {
    return { fingerprint, version: file.version, reason, until, comment: `${where}: ${message}` };
  });
  const lock = `${file.path}.lock`;
  const done = await withLock(lock, file.name, async () => {
    const before = isThere(file.path) ? await readText(file) : '';
    const { text, renewed } = acceptIn(before, entries, file.name);
    checkResult(file, text, entries);
    await writeFileWhole(file.path, file.name, text);
    return renewed;
  });
  for (const { fingerprint, where, message, rule } of chosen) {
    const verb = done.has(fingerprint) ? 'renewed' : 'accepted';
    const line = `${file.name}: ${verb} until ${until}: ${where}: ${message} [${rule} ${fingerprint}]`;
    io.stdout.write(`${encodeTerminal(line)}\n`);
  }
  await io.stdout.finish?.();
  return 0;
}

/** The file as it is; what is wrong in it is told before it is edited. */
async function readText(file: BaselineFile): Promise<string> {
  const bytes = await readRegularFile(file.path, file.name);
  parseBaseline(file.name, bytes, ruleIds(allRules));
  return Buffer.from(bytes).toString('utf8');
}

/** Holds the edited file against what it was to say: a file in an unusual style is rather left alone than broken. */
function checkResult(file: BaselineFile, text: string, entries: readonly NewEntry[]): void {
  const read = parseBaseline(file.name, Buffer.from(text), ruleIds(allRules));
  for (const { fingerprint, reason, until } of entries) {
    const found = read.filter(({ target }) => target.kind === 'fingerprint' && target.fingerprint === fingerprint);
    const isThere = found.some((entry) => entry.reason === reason && entry.until === until);
    if (!isThere) throw new InputError(`"${file.name}" cannot be edited as it is written. Add ${fingerprint} by hand.`);
  }
}
