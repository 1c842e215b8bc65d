import type { Finding, FindingPlace, ReportDocument } from '../diff/finding.js';
import type { GuideCard, GuideSection, MigrationGuide } from '../migrate/guide.js';
import { stringify } from '../openapi/source/stringify.js';
import { encodeMarkdown, markdownCode } from './encode/markdown.js';

/** The longest value that is shown whole, in characters. */
const LONGEST_VALUE = 400;

/** The migration guide as Markdown with a box to tick for each thing to do. */
export function renderMarkdown({ from, to, verdict, sections }: MigrationGuide): string {
  const heading = `# ${encodeMarkdown(from.title)}: ${versionOf(from)} → ${versionOf(to)}`;
  return `${[heading, '', `**${encodeMarkdown(verdict)}**`, ...sections.flatMap(renderSection)].join('\n')}\n`;
}

function versionOf({ version }: ReportDocument): string {
  return encodeMarkdown(version);
}

function renderSection({ title, introduction, cards }: GuideSection): readonly string[] {
  const lines = ['', `## ${title} (${cards.length})`, '', introduction];
  const isShort = cards.every(({ finding }) => finding.impact === 'non-breaking');
  if (isShort)
    return [
      ...lines,
      '',
      ...cards.map(({ finding }) => `- ${markdownCode(finding.where)} ${encodeMarkdown(finding.message)}`),
    ];
  return [...lines, ...cards.flatMap(renderCard)];
}

function renderCard({ finding, why, step }: GuideCard): readonly string[] {
  const { where, message, operations, base, revision, witness, before, after, rule, fingerprint } = finding;
  const lines = ['', `### ${markdownCode(where)}`, '', encodeMarkdown(message)];
  if (why !== undefined) lines[lines.length - 1] += ` ${encodeMarkdown(why)}`;
  lines.push('', `- [ ] ${encodeMarkdown(step)}`);
  lines.push(`- before ${value(before)}, after ${value(after)}`);
  if (witness !== null) {
    const sides = `valid in the ${witness.validUnder} and invalid in the ${witness.invalidUnder}`;
    lines.push(`- proof: ${value(witness.value)} is ${sides}`);
  }
  if (operations.length > 0) lines.push(`- ${way(finding)} ${operations.map(markdownCode).join(', ')}`);
  lines.push(`- ${place(base)} → ${place(revision)}`, `- ${markdownCode(rule)} ${markdownCode(fingerprint)}`);
  return lines;
}

function way({ direction, operations }: Finding): string {
  const verb = { request: 'sent to', response: 'received from', both: 'sent to and received from' };
  const noun = operations.length === 1 ? '' : `${operations.length} operations:`;
  return `${direction === null ? 'in' : verb[direction]} ${noun}`.trimEnd();
}

function value(json: Finding['before']): string {
  const text = stringify(json);
  return json === null
    ? 'nothing'
    : markdownCode(text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text);
}

function place(at: FindingPlace | null): string {
  return at === null ? '–' : markdownCode(`${at.file}:${at.line}:${at.column}`);
}
