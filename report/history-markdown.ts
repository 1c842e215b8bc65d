import type { Finding } from '../diff/finding.js';
import type { HistoryReport, HistoryStep, Revision } from '../diff/history/history-report.js';
import { encodeMarkdown, markdownCode } from './encode/markdown.js';
import { SECTIONS } from './text-section.js';
import { shortened } from './told-report.js';

const LONGEST_TEXT = 1_000;

/** What happened to a document, step by step, as Markdown. */
export function renderHistoryMarkdown({ document, steps, unreadable }: HistoryReport): string {
  return [
    `# ${markdownCode(document)}`,
    ...steps.flatMap(stepLines),
    ...(unreadable.length === 0 ? [] : ['', '## Cannot be read, and stepped over', '']),
    ...unreadable.map((revision) => `- ${revisionWords(revision)}: ${prose(revision.reason)}`),
    '',
  ].join('\n');
}

function stepLines({ from, to, over, summary, findings }: HistoryStep): readonly string[] {
  const sections = SECTIONS.flatMap(({ heading, holds }) => {
    const own = findings.filter(holds);
    return own.length === 0 ? [] : ['', `**${heading} (${own.length})**`, '', ...own.map(findingLine)];
  });
  return [
    '',
    `## ${revisionWords(to)}`,
    '',
    `Since ${revisionWords(from)}${over === 0 ? '' : `, over ${over} that cannot be read`}`,
    '',
    `Required version bump: ${summary.requiredBump}.`,
    ...(findings.length === 0 ? ['', 'No changes.'] : sections),
  ];
}

function findingLine({ where, message, rule, fingerprint }: Finding): string {
  return `- ${markdownCode(shortened(where, LONGEST_TEXT))} ${prose(message)} ${markdownCode(`${rule} ${fingerprint.slice(0, 8)}`)}`;
}

function revisionWords({ commit, date, subject, file }: Revision): string {
  if (commit === null) return `the working folder (${markdownCode(file)})`;
  return `${date?.slice(0, 10)} ${markdownCode(commit.slice(0, 12))} ${prose(subject ?? '')}`.trimEnd();
}

function prose(text: string): string {
  return encodeMarkdown(shortened(text, LONGEST_TEXT));
}
