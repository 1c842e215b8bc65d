import type { DiffReport, Finding, FindingPlace } from '../diff/finding.js';
import type { GateReport } from '../diff/gate/gate-report.js';
import { COMMAND_LINE_END, encodeCommandMessage, encodeCommandProperty } from './encode/workflow-command.js';
import { entryName } from './entry-name.js';
import {
  acceptedWords,
  judgementOf,
  mayBeAccepted,
  proofWords,
  type ReportContext,
  reachWords,
  shortened,
  shownPlace,
} from './told-report.js';

/** GitHub shows so many annotations of each kind of a step, and passes over the rest without a word. */
const MOST_OF_KIND = 10;
const LONGEST_TEXT = 1_000;

type Kind = 'error' | 'warning' | 'notice';

interface Annotation {
  readonly kind: Kind;
  readonly place: FindingPlace | null;
  readonly title: string;
  /** Lines, not encoded. */
  readonly lines: readonly string[];
}

/** Findings as workflow commands of GitHub Actions, which show them at their lines of the revision. */
export function renderGithubAnnotations(report: DiffReport | GateReport, context: ReportContext): string {
  const { accepted, entries, failures } = judgementOf(report);
  const annotations: readonly Annotation[] = [
    ...failures
      .filter(({ kind }) => kind !== 'findings')
      .map(({ kind, message }): Annotation => ({ kind: 'error', place: null, title: kind, lines: [message] })),
    ...report.findings.map((finding) => ofFinding(finding, mayBeAccepted(report, finding) ? context.call : undefined)),
    ...entries.map(
      ({ status, target, message, place }): Annotation => ({
        kind: status === 'expired' || status === 'ambiguous' ? 'warning' : 'notice',
        place,
        title: `accepted finding: ${status}`,
        lines: [entryName(target), message ?? ''],
      }),
    ),
    ...accepted.map(
      (one): Annotation => ({
        kind: 'notice',
        place: shownPlace(one.finding),
        title: `accepted: ${one.finding.rule}`,
        lines: [`${one.finding.where}: ${one.finding.message}`, acceptedWords(one)],
      }),
    ),
  ];
  const lines = (['error', 'warning', 'notice'] as const).flatMap((kind) => {
    const all = annotations.filter((annotation) => annotation.kind === kind);
    if (all.length <= MOST_OF_KIND) return all.map((one) => command(one, context));
    const left = all.length - MOST_OF_KIND + 1;
    const text = `GitHub shows ${MOST_OF_KIND} annotations of a kind: ${left} more are not shown here. The other reports have them.`;
    const rest: Annotation = { kind, place: null, title: `${left} more`, lines: [text] };
    return [...all.slice(0, MOST_OF_KIND - 1), rest].map((one) => command(one, context));
  });
  return lines.map((line) => `${line}\n`).join('');
}

function ofFinding(finding: Finding, call: string | undefined): Annotation {
  const { level, rule, fingerprint, where, message, witness, levelReason } = finding;
  const isLoud = level === 'error' || level === 'warning';
  return {
    kind: isLoud ? level : 'notice',
    place: shownPlace(finding),
    title: `${rule} ${fingerprint.slice(0, 8)}`,
    lines: [
      `${where}: ${message}`,
      ...(witness === null ? [] : [`Proof: ${proofWords(witness)}`]),
      reachWords(finding),
      ...(levelReason === null ? [] : [`${level}: ${levelReason}`]),
      ...(call !== undefined
        ? [`To accept it: specshift gate ${call} --accept ${fingerprint.slice(0, 8)} --reason "…" --until <date>`]
        : []),
    ],
  };
}

function command({ kind, place, title, lines }: Annotation, { pathOf }: ReportContext): string {
  const properties = [
    ...(place === null
      ? []
      : [`file=${encodeCommandProperty(pathOf(place.file))}`, `line=${place.line}`, `col=${place.column}`]),
    `title=${encodeCommandProperty(`specshift: ${shortened(title, LONGEST_TEXT)}`)}`,
  ];
  const text = lines.map((line) => encodeCommandMessage(shortened(line, LONGEST_TEXT))).join(COMMAND_LINE_END);
  return `::${kind} ${properties.join(',')}::${text}`;
}
