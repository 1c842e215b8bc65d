import type { HistoryReport } from '../../diff/history/history-report.js';
import { type CommandOption, choiceOption, type Io, type OptionValues } from '../command.js';
import { runGit } from '../input/git.js';
import { isColoured } from '../output/is-coloured.js';
import { policyOptions } from './policy-options.js';

const FORMATS = ['text', 'markdown', 'json'] as const;

type Format = (typeof FORMATS)[number];

/** The options of the commands that look at a document over time. */
export const historyOptions: Readonly<Record<string, CommandOption>> = {
  format: {
    type: 'string',
    short: 'f',
    value: `<${FORMATS.join('|')}>`,
    description: 'How the steps are written; text unless given.',
  },
  all: { type: 'boolean', description: 'Tell every finding, however many there are.' },
  ...policyOptions,
};

/** The format asked for; what is wrong with it is found before anything is read. */
export function historyFormat(options: OptionValues): Format {
  return choiceOption(options, 'format', FORMATS, 'text');
}

/** Writes a report in the format asked for. */
export async function writeHistory(
  report: HistoryReport,
  format: Format,
  options: OptionValues,
  io: Io,
): Promise<void> {
  io.stdout.write(await render(report, format, options, io));
}

async function render(report: HistoryReport, format: Format, options: OptionValues, io: Io): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../../report/history-json.js')).renderHistoryJson(report);
    case 'markdown':
      return (await import('../../report/history-markdown.js')).renderHistoryMarkdown(report);
    case 'text': {
      const { renderHistoryText } = await import('../../report/history-text.js');
      return renderHistoryText(report, {
        colour: isColoured(io),
        width: io.stdout.width,
        all: options['all'] === true,
      });
    }
  }
}

/** Tells on stderr that a clone does not hold the whole history. */
export async function tellShallow(io: Io): Promise<void> {
  const output = await runGit(['rev-parse', '--is-shallow-repository'], io.cwd).catch(() => Buffer.from(''));
  if (Buffer.from(output).toString('utf8').trim() === 'true') {
    io.stderr.write('warning: This clone is shallow: commits before its beginning are not seen.\n');
  }
}
