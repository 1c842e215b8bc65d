import { isAbsolute, join } from 'node:path';
import type { DiffReport } from '../../diff/finding.js';
import type { GateReport } from '../../diff/gate/gate-report.js';
import type { FailOn } from '../../diff/gate/verdict.js';
import { renderJson } from '../../report/json.js';
import { renderText } from '../../report/text.js';
import { type CommandOption, choiceOption, type Io, type OptionValues, textOptions, UsageError } from '../command.js';
import { writeFileWhole } from '../output/write-file.js';
import type { Compared } from './render-for-others.js';

/** The formats of reports on one comparison. */
export const FORMATS = [
  'text',
  'json',
  'markdown',
  'comment',
  'summary',
  'sarif',
  'junit',
  'gitlab',
  'github',
] as const;

export type Format = (typeof FORMATS)[number];

/** The options that say how a comparison is reported. */
export const reportOptions: Readonly<Record<'format' | 'report', CommandOption>> = {
  format: {
    type: 'string',
    short: 'f',
    value: `<${FORMATS.join('|')}>`,
    description: 'How the report is written; text unless given.',
  },
  report: {
    type: 'string',
    multiple: true,
    value: '<format>=<file>',
    description: 'Write the report to a file as well; may be repeated.',
  },
};

/** A report, and what else there is to know to write it. */
export interface Reported extends Compared {
  readonly report: DiffReport | GateReport;
  /** How the gate was called, for advice. */
  readonly call: string;
  readonly failOn: FailOn;
}

interface NamedFile {
  readonly format: Format;
  readonly name: string;
}

/** The format of the output, and the files to write beside it; what is wrong with them is found before anything is compared. */
export interface ReportPlan {
  readonly format: Format;
  readonly files: readonly NamedFile[];
  readonly all: boolean;
}

/** Reads the options. */
export function reportPlan(options: OptionValues): ReportPlan {
  const files = textOptions(options, 'report').map((text): NamedFile => {
    const equals = text.indexOf('=');
    const format = FORMATS.find((candidate) => candidate === text.slice(0, equals));
    if (equals < 0 || format === undefined || equals === text.length - 1) {
      throw new UsageError(`--report takes <format>=<file> with a format of ${FORMATS.join(', ')}, not "${text}".`);
    }
    return { format, name: text.slice(equals + 1) };
  });
  return { format: choiceOption(options, 'format', FORMATS, 'text'), files, all: options['all'] === true };
}

/** Writes the files that are asked for, then the output. */
export async function writeReports(reported: Reported, { format, files, all }: ReportPlan, io: Io): Promise<void> {
  for (const { format: own, name } of files) {
    const text = await render(own, reported, all, io, false);
    await writeFileWhole(isAbsolute(name) ? name : join(io.cwd, name), name, text);
  }
  io.stdout.write(await render(format, reported, all, io, true));
}

async function render(format: Format, reported: Reported, all: boolean, io: Io, isOutput: boolean): Promise<string> {
  const { report, call } = reported;
  if (format === 'json') return renderJson(report);
  if (format !== 'text') {
    const { renderForOthers } = await import('./render-for-others.js');
    return renderForOthers(format, reported, io);
  }
  const isPlain = !io.stdout.isTerminal || (io.env['NO_COLOR'] ?? '') !== '' || io.env['TERM'] === 'dumb';
  const options = { colour: isOutput && !isPlain, width: isOutput ? io.stdout.width : 120, all };
  if (report.format === 'specshift.diff/1') return renderText(report, options);
  const { renderGateText } = await import('../../report/gate-text.js');
  return renderGateText(report, { ...options, call });
}
