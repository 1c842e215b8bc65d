import type { DiffReport, DiffSummary, Finding, FindingImpact, FindingPlace, Witness } from '../diff/finding.js';
import { stringify } from '../openapi/source/stringify.js';
import { encodeTerminal } from './encode/terminal.js';
import { wrap } from './wrap.js';

export interface TextOptions {
  /** Whether ANSI colours may be used. */
  readonly colour: boolean;
  /** Characters a line may have. */
  readonly width: number;
}

interface Section {
  readonly heading: string;
  readonly mark: string;
  readonly colour: string;
  readonly holds: (finding: Finding) => boolean;
}

/** What breaks running programs stands before what only breaks compiling them. */
const SECTIONS: readonly Section[] = [
  section('Breaking on the wire', '✗', '31', 'breaking', ({ contract }) => contract === 'wire'),
  section('Breaking compiled code only', '✗', '31', 'breaking', ({ contract }) => contract === 'source'),
  section('Undecided', '?', '35', 'undecided'),
  section('Unclassified', '?', '35', 'unclassified'),
  section('Dangerous', '!', '33', 'dangerous'),
  section('Safe', '+', '32', 'non-breaking'),
];

function section(
  heading: string,
  mark: string,
  colour: string,
  impact: FindingImpact,
  condition: (finding: Finding) => boolean = () => true,
): Section {
  return { heading, mark, colour, holds: (finding) => finding.impact === impact && condition(finding) };
}

/** The report for people: by impact, then by resource; a line of what, a line of where, and a verdict at the end. */
export function renderText(report: DiffReport, options: TextOptions): string {
  const paint = painter(options.colour);
  const lines = [headline(report, paint), ''];
  for (const { heading, mark, colour, holds } of SECTIONS) {
    const findings = report.findings.filter(holds);
    if (findings.length === 0) continue;
    lines.push(paint(`${heading} (${findings.length})`, '1', colour), '');
    for (const [resource, group] of byResource(findings)) {
      lines.push(`  ${paint(encodeTerminal(resource), '1')}`);
      for (const finding of group) lines.push(...renderFinding(finding, paint(mark, colour), paint, options.width));
      lines.push('');
    }
  }
  lines.push(verdict(report.summary, report.findings.length, paint), '');
  return lines.join('\n');
}

type Paint = (text: string, ...codes: readonly string[]) => string;

function painter(colour: boolean): Paint {
  return (text, ...codes) => (colour ? `\u001b[${codes.join(';')}m${text}\u001b[0m` : text);
}

function headline({ base, revision }: DiffReport, paint: Paint): string {
  const left = `${base.title} ${base.version}`;
  const right = base.title === revision.title ? revision.version : `${revision.title} ${revision.version}`;
  const versions = paint(`${encodeTerminal(left)} → ${encodeTerminal(right)}`, '1');
  return `${versions}\n${paint(`${encodeTerminal(base.file)} → ${encodeTerminal(revision.file)}`, '2')}`;
}

function byResource(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.resource);
    if (group === undefined) groups.set(finding.resource, [finding]);
    else group.push(finding);
  }
  return groups;
}

function renderFinding(finding: Finding, mark: string, paint: Paint, width: number): readonly string[] {
  const what = `${encodeTerminal(finding.where)}: ${encodeTerminal(finding.message)}`;
  const [first = '', ...rest] = wrap(`${what} [${finding.rule}]`, width - 6);
  const lines = [`    ${mark} ${first}`, ...rest.map((line) => `      ${line}`)];
  if (finding.impact === 'non-breaking') return lines;
  for (const line of finding.witness === null ? [] : wrap(proofOf(finding.witness), width - 6))
    lines.push(paint(`      ${line}`, '2'));
  lines.push(paint(`      ${places(finding)}`, '2'));
  const operations = operationsLine(finding, width - 6);
  if (operations !== undefined) lines.push(paint(`      ${operations}`, '2'));
  return lines;
}

function proofOf({ value, validUnder, invalidUnder }: Witness): string {
  return `proof: ${encodeTerminal(stringify(value))} is valid in the ${validUnder} and invalid in the ${invalidUnder}`;
}

function places({ base, revision }: Finding): string {
  const shown = (place: FindingPlace | null): string =>
    place === null ? '–' : `${encodeTerminal(place.file)}:${place.line}:${place.column}`;
  return `${shown(base)} → ${shown(revision)}`;
}

/** The first few operations, as many as fit on the line. */
function operationsLine({ operations, direction, where }: Finding, width: number): string | undefined {
  const [only] = operations;
  if (only === undefined) return 'no operation reaches it';
  if (operations.length === 1 && where.startsWith(only)) return undefined;
  const verb =
    direction === null
      ? 'in'
      : direction === 'both'
        ? 'sent and received by'
        : direction === 'request'
          ? 'sent to'
          : 'received from';
  const head = operations.length === 1 ? `${verb} ` : `${verb} ${operations.length} operations: `;
  const names: string[] = [];
  let length = head.length;
  for (const operation of operations) {
    const name = encodeTerminal(operation);
    const tail = ` and ${operations.length - names.length} more`.length;
    if (names.length > 0 && length + name.length + 2 + tail > width) break;
    names.push(name);
    length += name.length + 2;
  }
  const more = operations.length - names.length;
  return `${head}${names.join(', ')}${more === 0 ? '' : ` and ${more} more`}`;
}

function verdict(summary: DiffSummary, total: number, paint: Paint): string {
  if (total === 0) return paint('No changes.', '1', '32');
  const counts: readonly (readonly [number, string])[] = [
    [summary.breaking, 'breaking'],
    [summary.undecided, 'undecided'],
    [summary.unclassified, 'unclassified'],
    [summary.dangerous, 'dangerous'],
    [summary.nonBreaking, 'safe'],
  ];
  const told = counts.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`);
  const colour =
    summary.breaking > 0 ? '31' : summary.dangerous + summary.undecided + summary.unclassified > 0 ? '33' : '32';
  const changes = total === 1 ? '1 change' : `${total} changes`;
  return paint(`${changes}: ${told.join(', ')}. Required version bump: ${summary.requiredBump}.`, '1', colour);
}
