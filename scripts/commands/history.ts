import { type Arguments, type Command, type ExitCode, type Io, textOption, UsageError } from '../command.js';
import { type CommittedRevision, fileOf, historyOf } from '../input/git-history.js';
import { dateOption } from '../input/today.js';
import { compareHistory } from './compare-history.js';
import { historyFormat, historyOptions, tellShallow, writeHistory } from './history-options.js';
import { readDiffOptions } from './policy-options.js';

/** `specshift history`. */
export const history: Command = {
  name: 'history',
  summary: 'Tell what each commit did to the callers of a document.',
  usage: '<file> | <api>@<version> [options]',
  details: [
    'Each commit that changed the file is compared with the one before it, along the main line of the current branch and over\nformer names of the file. One that cannot be read is told and stepped over. The exit code is 0 whatever changed, and 2 when\nnothing could be compared.',
  ],
  options: {
    from: {
      type: 'string',
      value: '<date>',
      description: 'Begin with the commit that stood at the end of this day (UTC).',
    },
    to: {
      type: 'string',
      value: '<date>',
      description: 'End with the commit that stood at the end of this day (UTC).',
    },
    last: { type: 'string', value: '<n>', description: 'Tell so many steps only, the last ones.' },
    ...historyOptions,
  },
  run: runHistory,
};

async function runHistory({ positionals, options }: Arguments, io: Io): Promise<ExitCode> {
  const [name, ...rest] = positionals;
  if (name === undefined || rest.length > 0)
    throw new UsageError('history takes one document: specshift history <file>.');
  const last = textOption(options, 'last');
  if (last !== undefined && !/^[1-9]\d{0,8}$/.test(last)) throw new UsageError(`--last takes a number, not "${last}".`);
  const [from, to] = [dateOption(options, 'from'), dateOption(options, 'to')];
  const format = historyFormat(options);
  const diffOptions = await readDiffOptions(options, io);
  const revisions = within(await historyOf(await fileOf(name, io), io), from, to);
  await tellShallow(io);
  const most = last === undefined ? Number.POSITIVE_INFINITY : Number(last);
  await writeHistory(await compareHistory(name, revisions, most, diffOptions, io), format, options, io);
  return 0;
}

/** The commits of the days, and the one before them, with which the first is compared. */
function within(
  revisions: readonly CommittedRevision[],
  from: string | undefined,
  to: string | undefined,
): readonly CommittedRevision[] {
  const until = revisions.filter(({ date }) => to === undefined || date.slice(0, 10) <= to);
  const first = from === undefined ? 0 : until.findLastIndex(({ date }) => date.slice(0, 10) <= from);
  return until.slice(Math.max(first, 0));
}
