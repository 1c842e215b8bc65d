import { counted } from '../diff/counted.js';
import type { DiffReport, Finding, FindingPlace } from '../diff/finding.js';
import type { GateReport } from '../diff/gate/gate-report.js';
import type { Payload } from '../diff/payload/payload-around.js';
import { sha256 } from '../diff/sha256.js';
import { type Block, cutBlocks, type Limit } from './cut-blocks.js';
import { encodeMarkdown, markdownCode } from './encode/markdown.js';
import { entryName } from './entry-name.js';
import { payloadBlock } from './payload-block.js';
import { SECTIONS } from './text-section.js';
import { judgementOf, mayBeAccepted, type ReportContext, shortened, valueWords } from './told-report.js';

/** The most that GitHub takes as the text of a comment. */
export const COMMENT_LIMIT: Limit = { most: 65_536, unit: 'characters' };
/** The most that GitHub takes as the summary of a step. */
export const SUMMARY_LIMIT: Limit = { most: 1_048_576, unit: 'bytes' };

/** How much room there is, and what is shown beside the findings. */
export interface MarkdownOptions extends ReportContext {
  readonly limit: Limit;
  /** Witnesses in their places, by fingerprint; of as many findings as it is worth. */
  readonly payloads: ReadonlyMap<string, Payload>;
}

const LONGEST_TEXT = 1_000;
const LONGEST_NAME = 200;
const MOST_OPERATIONS = 20;
const MOST_FAILURES = 10;

/** A report for a pull request: the verdict, then each finding with its proof, the worst first, as far as the limit allows. */
export function renderGateMarkdown(report: DiffReport | GateReport, options: MarkdownOptions): string {
  const { findings } = report;
  const { accepted, entries } = judgementOf(report);
  const blocks: Block[] = [];
  for (const { heading, holds } of SECTIONS) {
    const own = findings.filter(holds);
    if (own.length === 0) continue;
    blocks.push({ text: `\n### ${heading} (${own.length})\n` });
    const isShort = own.every(({ impact, level }) => impact === 'non-breaking' && level === 'info');
    for (const finding of own) {
      const text = isShort ? shortFinding(finding) : fullFinding(finding, mayBeAccepted(report, finding), options);
      blocks.push({
        text: text.startsWith('- ') && blocks.at(-1)?.counted === undefined ? `\n${text}` : text,
        counted: 'finding',
      });
    }
  }
  if (accepted.length > 0) blocks.push({ text: `\n### Accepted (${accepted.length})\n\n` });
  for (const { finding, until, reason, source, place } of accepted) {
    const origin = source === 'document' ? 'in the document, ' : '';
    const head = `- ${code(finding.where)} ${prose(finding.message)} ${markdownCode(`${finding.rule} ${finding.fingerprint}`)}`;
    const text = `${head}\n  until ${until}: ${prose(reason)} (${origin}${placeText(place)})\n`;
    blocks.push({ text, counted: 'accepted finding' });
  }
  if (entries.length > 0) blocks.push({ text: `\n### Entries to look at (${entries.length})\n\n` });
  for (const { status, target, message, place } of entries) {
    const text = `- ${status}: ${code(entryName(target))} (${placeText(place)}) ${prose(message ?? '')}\n`;
    blocks.push({ text, counted: 'entry' });
  }
  return cutBlocks(headOf(report), blocks, options.limit, leftOut);
}

/** The first line of a comment, by which it is found again: one for each revision that is gated. */
export function commentMarker(revision: string): string {
  return `<!-- specshift gate ${sha256(revision).slice(0, 16)} -->`;
}

function headOf(report: DiffReport | GateReport): string {
  const { base, revision, summary, findings } = report;
  const { passed, failures, accepted } = judgementOf(report);
  const verdict = passed === null ? '' : passed ? '✅ The gate passed: ' : '❌ The gate failed: ';
  const title = base.title === revision.title ? '' : `${name(revision.title)} `;
  const counts = SECTIONS.flatMap(({ short, holds }) => {
    const count = findings.filter(holds).length;
    return count === 0 ? [] : [`${count} ${short}`];
  });
  const more = failures.length - MOST_FAILURES;
  return [
    `## ${verdict}${name(base.title)} ${name(base.version)} → ${title}${name(revision.version)}`,
    '',
    `${code(base.file)} → ${code(revision.file)}`,
    '',
    ...failures.slice(0, MOST_FAILURES).map(({ message }) => `- ${prose(message)}`),
    ...(more > 0 ? [`- and ${more} more`] : []),
    ...(failures.length === 0 ? [] : ['']),
    `${counts.join(', ') || 'No changes'}${accepted.length === 0 ? '' : `; ${accepted.length} accepted`}. Required version bump: ${summary.requiredBump}.`,
    '',
  ].join('\n');
}

function shortFinding({ where, message }: Finding): string {
  return `- ${code(where)} ${prose(message)}\n`;
}

function fullFinding(finding: Finding, isToAccept: boolean, { payloads, call }: MarkdownOptions): string {
  const { where, message, rule, fingerprint, witness, base, revision, level, levelReason, reason } = finding;
  const payload = payloads.get(fingerprint);
  return [
    '',
    `#### ${code(where)}`,
    '',
    prose(message),
    '',
    `- ${placeText(base)} → ${placeText(revision)}`,
    ...(witness === null ? [] : [`- Proof: ${code(valueWords(witness.value))} ${sides(finding)}`]),
    ...(reason === null ? [] : [`- Undecided: ${prose(reason)}`]),
    `- ${reach(finding)}`,
    ...(levelReason === null ? [] : [`- ${level}: ${prose(levelReason)}`]),
    `- ${markdownCode(`${rule} ${fingerprint}`)}`,
    ...(payload === undefined ? [] : ['', ...payloadBlock(payload)]),
    ...(isToAccept
      ? [
          '',
          `To accept it: ${code(`specshift gate ${call} --accept ${fingerprint.slice(0, 8)} --reason "…" --until <date>`)}`,
        ]
      : []),
    '',
  ].join('\n');
}

function sides({ witness }: Finding): string {
  return witness === null ? '' : `is valid in the ${witness.validUnder} and invalid in the ${witness.invalidUnder}`;
}

function reach({ operations }: Finding): string {
  if (operations.length === 0) return 'No operation reaches it.';
  const more = operations.length - MOST_OPERATIONS;
  return `Reaches ${operations.slice(0, MOST_OPERATIONS).map(code).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function placeText(place: FindingPlace | null): string {
  return place === null ? '–' : code(`${place.file}:${place.line}:${place.column}`);
}

function prose(text: string): string {
  return encodeMarkdown(shortened(text, LONGEST_TEXT));
}

function name(text: string): string {
  return encodeMarkdown(shortened(text, LONGEST_NAME));
}

function code(text: string): string {
  return markdownCode(shortened(text, LONGEST_TEXT));
}

function leftOut(counts: ReadonlyMap<string, number>): string {
  const told = [...counts].map(([what, count]) => counted(count, what, plural(what)));
  return `\n**Left out here, for there is no room: ${told.join(', ')}.** The report in JSON has all of them.\n`;
}

function plural(what: string): string {
  return what === 'entry' ? 'entries' : `${what}s`;
}
