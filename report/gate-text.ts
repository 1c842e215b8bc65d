import type { AcceptedFinding, EntryReport } from '../diff/gate/acceptance.js';
import type { GateReport } from '../diff/gate/gate-report.js';
import { encodeTerminal } from './encode/terminal.js';
import { entryName } from './entry-name.js';
import { type Paint, painter } from './paint.js';
import { headline, renderText, type TextOptions } from './text.js';
import { wrap } from './wrap.js';

/** How the verdict of a gate is written for people. */
export interface GateTextOptions extends TextOptions {
  /** How the gate was called, for advice: `openapi.yaml --base git:main`. */
  readonly call: string;
}

/** The verdict of a gate for people: what counts, as `diff` tells it, then what is accepted, then why it fails or that it passes. */
export function renderGateText(report: GateReport, options: GateTextOptions): string {
  const { accepted, entries, version, settings, passed, failures } = report;
  const paint = painter(options.colour);
  const { width } = options;
  const told = entries.filter(({ status }) => status !== 'used');
  return [
    ...findingsLines(report, options, paint),
    ...(accepted.length === 0 ? [] : ['', paint(`Accepted (${accepted.length})`, '1'), '']),
    ...accepted.flatMap((one) => acceptedLines(one, paint, width)),
    ...(told.length === 0 ? [] : ['', paint(`Entries to look at (${told.length})`, '1', '33'), '']),
    ...told.flatMap((entry) => entryLines(entry, paint, width)),
    '',
    ...(settings.requireBump && version.sufficient ? wrap(encodeTerminal(version.message), width) : []),
    paint(passed ? 'The gate passed.' : 'The gate failed:', '1', passed ? '32' : '31'),
    ...failures.flatMap(({ message }) => bullet(encodeTerminal(message), width)),
    ...adviceLines(report, options, paint),
    '',
  ].join('\n');
}

function findingsLines(report: GateReport, options: GateTextOptions, paint: Paint): readonly string[] {
  if (report.findings.length === 0 && report.accepted.length > 0) {
    return [headline(report, paint), '', paint('No changes but those that are accepted.', '1', '32')];
  }
  return [renderText({ ...report, format: 'specshift.diff/1' }, options).replace(/\n$/, '')];
}

function acceptedLines({ finding, reason, until, source, place }: AcceptedFinding, paint: Paint, width: number) {
  const { where, message, rule, fingerprint } = finding;
  const head = `${encodeTerminal(where)}: ${encodeTerminal(message)} [${rule} ${fingerprint.slice(0, 8)}]`;
  const origin = source === 'document' ? 'in the document' : 'in';
  const why = `until ${until}: ${encodeTerminal(reason)} (${origin} ${placeText(place)})`;
  const [first = '', ...rest] = wrap(head, width - 4);
  return [
    `  ~ ${first}`,
    ...rest.map((line) => `    ${line}`),
    ...wrap(why, width - 4).map((line) => paint(`    ${line}`, '2')),
  ];
}

function entryLines(entry: EntryReport, paint: Paint, width: number): readonly string[] {
  const [first = '', ...rest] = wrap(`${entry.status}: ${encodeTerminal(entryName(entry.target))}`, width - 4);
  return [
    `  ! ${first}`,
    ...rest.map((line) => `    ${line}`),
    ...wrap(encodeTerminal(entry.message ?? ''), width - 4).map((line) => `    ${line}`),
    paint(`    ${placeText(entry.place)}`, '2'),
  ];
}

function placeText({ file, line, column }: EntryReport['place']): string {
  return `${encodeTerminal(file)}:${line}:${column}`;
}

function bullet(text: string, width: number): readonly string[] {
  const [first = '', ...rest] = wrap(text, width - 4);
  return [`  - ${first}`, ...rest.map((line) => `    ${line}`)];
}

/** Where findings make it fail: how the first of them is explained and accepted. */
function adviceLines({ failures, findings }: GateReport, { call }: GateTextOptions, paint: Paint): readonly string[] {
  const [first] = findings;
  if (first === undefined || failures.every(({ kind }) => kind === 'version')) return [];
  const digits = first.fingerprint.slice(0, 8);
  return [
    '',
    paint('To accept a finding for a reason, until a day:', '2'),
    paint(`  specshift gate ${encodeTerminal(call)} --accept ${digits} --reason "…" --until <date>`, '2'),
  ];
}
