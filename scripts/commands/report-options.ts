import { resolve } from 'node:path';
import { renderJson } from '../../report/json.js';
import { renderText } from '../../report/text.js';
import { type CommandOption, choiceOption, type Io, type OptionValues, textOptions, UsageError } from '../command.js';
import { isColoured } from '../output/is-coloured.js';
import { writeFileWhole } from '../output/write-file.js';
import type { Reported } from './render-for-others.js';

/** The formats of reports on one comparison. */
const FORMATS = ['text', 'json', 'markdown', 'comment', 'summary', 'sarif', 'junit', 'gitlab', 'github'] as const;

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
    await writeFileWhole(resolve(io.cwd, name), name, text);
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
  const options = { colour: isOutput && isColoured(io), width: isOutput ? io.stdout.width : 120, all };
  if (report.format === 'specshift.diff/1') return renderText(report, options);
  const { renderGateText } = await import('../../report/gate-text.js');
  return renderGateText(report, { ...options, call });
}
