import { counted } from '../diff/counted.js';
import type { Finding } from '../diff/finding.js';
import type { HistoryReport, HistoryStep, Revision } from '../diff/history/history-report.js';
import { encodeTerminal } from './encode/terminal.js';
import { type Paint, painter } from './paint.js';
import { impactsLine, type TextOptions } from './text.js';
import { SECTIONS } from './text-section.js';
import { wrap } from './wrap.js';

/** Findings of a step that are told, unless all are asked for. */
const MOST_OF_STEP = 20;
const LONGEST_SUBJECT = 100;

/** What happened to a document, step by step: the commit, then what its change does to callers, the worst first. */
export function renderHistoryText(report: HistoryReport, options: TextOptions): string {
  const paint = painter(options.colour);
  const { document, steps, unreadable } = report;
  const bad = unreadable.length === 0 ? '' : `, ${counted(unreadable.length, 'revision')} that cannot be read`;
  return [
    paint(`${encodeTerminal(document)}: ${counted(steps.length, 'step')}${bad}`, '1'),
    ...steps.flatMap((step) => stepLines(step, options, paint)),
    ...(unreadable.length === 0 ? [] : ['', paint('Cannot be read, and stepped over', '1', '33')]),
    ...unreadable.flatMap((revision) => [
      `  ${revisionWords(revision)}`,
      ...wrap(encodeTerminal(revision.reason), options.width - 6).map((line) => paint(`      ${line}`, '2')),
    ]),
    '',
  ].join('\n');
}

function stepLines({ from, to, over, summary, findings }: HistoryStep, options: TextOptions, paint: Paint) {
  const all = options.all === true;
  const told = all ? findings : findings.filter(({ impact }) => impact !== 'non-breaking').slice(0, MOST_OF_STEP);
  const left = findings.length - told.length;
  return [
    '',
    paint(revisionWords(to), '1'),
    paint(`  since ${revisionWords(from)}${over === 0 ? '' : `, over ${over} that cannot be read`}`, '2'),
    ...told.flatMap((finding) => findingLines(finding, options.width, paint)),
    ...(left === 0 ? [] : [paint(`  … and ${left} more${all ? '' : ' (--all)'}`, '2')]),
    `  ${impactsLine({ summary, findings }, paint)}`,
  ];
}

function findingLines(finding: Finding, width: number, paint: Paint): readonly string[] {
  const { where, message, rule, fingerprint } = finding;
  const section = SECTIONS.find(({ holds }) => holds(finding));
  const text = `${encodeTerminal(where)}: ${encodeTerminal(message)} [${rule} ${fingerprint.slice(0, 8)}]`;
  const [first = '', ...rest] = wrap(text, width - 4);
  const mark = section === undefined ? '·' : paint(section.mark, section.colour);
  return [`  ${mark} ${first}`, ...rest.map((line) => `    ${line}`)];
}

/** `2026-05-06 1a2b3c4d5e6f The subject.` */
function revisionWords({ commit, date, subject, file }: Revision): string {
  if (commit === null) return `the working folder (${encodeTerminal(file)})`;
  const text = encodeTerminal(subject ?? '');
  const shown = text.length > LONGEST_SUBJECT ? `${text.slice(0, LONGEST_SUBJECT)}…` : text;
  return `${date?.slice(0, 10)} ${commit.slice(0, 12)} ${shown}`.trimEnd();
}
