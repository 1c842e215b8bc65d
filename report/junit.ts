import type { DiffReport, Finding } from '../diff/finding.js';
import type { EntryReport } from '../diff/gate/acceptance.js';
import type { GateReport } from '../diff/gate/gate-report.js';
import { fails } from '../diff/gate/verdict.js';
import { encodeXml } from './encode/xml.js';
import { entryName } from './entry-name.js';
import {
  acceptedWords,
  judgementOf,
  proofWords,
  type ReportContext,
  reachWords,
  shortened,
  shownPlace,
} from './told-report.js';

const LONGEST_TEXT = 2_000;

/** One test of the report: a finding, or a demand of the gate. */
interface TestCase {
  readonly group: string;
  readonly name: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly outcome: 'failed' | 'skipped' | 'passed';
  /** What is said of it in one line, then in more. */
  readonly message: string;
  readonly details: readonly string[];
}

/** Findings as JUnit XML: one that makes the comparison fail is a failed test, one that is accepted a skipped one. */
export function renderJunit(report: DiffReport | GateReport, context: ReportContext): string {
  const { accepted, entries, failures } = judgementOf(report);
  const failOn = report.format === 'specshift.gate/1' ? report.settings.failOn : context.failOn;
  const cases: readonly TestCase[] = [
    ...report.findings.map((finding) =>
      caseOf(finding, fails(finding.level, failOn) ? 'failed' : 'passed', [], context),
    ),
    ...accepted.map((one) => caseOf(one.finding, 'skipped', [acceptedWords(one)], context)),
    ...failures
      .filter(({ kind }) => kind !== 'findings')
      .map(
        ({ kind, message }): TestCase => ({
          group: 'gate',
          name: kind,
          file: null,
          line: null,
          outcome: 'failed',
          message,
          details: [],
        }),
      ),
  ];
  const told = cases.length === 0 ? [NOTHING] : cases;
  const count = (outcome: TestCase['outcome']): number => told.filter((one) => one.outcome === outcome).length;
  const { base, revision } = report;
  const numbers = `tests="${told.length}" failures="${count('failed')}" errors="0" skipped="${count('skipped')}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="specshift" ${numbers}>`,
    `  <testsuite name="${text(`${context.pathOf(base.file)} → ${context.pathOf(revision.file)}`)}" ${numbers}>`,
    ...told.flatMap(renderCase),
    ...(entries.length === 0 ? [] : [`    <system-out>${entries.map(entryLine).join('\n')}</system-out>`]),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function entryLine({ status, target, message, place }: EntryReport): string {
  return text(`${place.file}:${place.line}: ${status}: ${entryName(target)}. ${message}`);
}

/** Readers of the format take a suite without tests for one that did not run. */
const NOTHING: TestCase = {
  group: 'specshift',
  name: 'Nothing changed.',
  file: null,
  line: null,
  outcome: 'passed',
  message: '',
  details: [],
};

function caseOf(
  finding: Finding,
  outcome: TestCase['outcome'],
  first: readonly string[],
  { pathOf }: ReportContext,
): TestCase {
  const { rule, where, message, witness, fingerprint } = finding;
  const place = shownPlace(finding);
  return {
    group: rule,
    name: `${where} (${fingerprint.slice(0, 8)})`,
    file: place === null ? null : pathOf(place.file),
    line: place?.line ?? null,
    outcome,
    message: first[0] ?? message,
    details: [
      ...first,
      message,
      ...(witness === null ? [] : [`Proof: ${proofWords(witness)}`]),
      reachWords(finding),
      ...(place === null ? [] : [`${pathOf(place.file)}:${place.line}:${place.column}`]),
    ],
  };
}

function renderCase({ group, name, file, line, outcome, message, details }: TestCase): readonly string[] {
  const place = file === null ? '' : ` file="${text(file)}"${line === null ? '' : ` line="${line}"`}`;
  const head = `    <testcase classname="${text(group)}" name="${text(name)}"${place}`;
  const lines = details.map(text).join('\n');
  switch (outcome) {
    case 'failed':
      return [
        `${head}>`,
        `      <failure type="${text(group)}" message="${text(message)}">${lines}</failure>`,
        '    </testcase>',
      ];
    case 'skipped':
      return [`${head}>`, `      <skipped message="${text(message)}"/>`, '    </testcase>'];
    case 'passed':
      return details.length === 0
        ? [`${head}/>`]
        : [`${head}>`, `      <system-out>${lines}</system-out>`, '    </testcase>'];
  }
}

function text(value: string): string {
  return encodeXml(shortened(value, LONGEST_TEXT));
}
