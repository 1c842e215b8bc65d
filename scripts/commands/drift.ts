import type { Revision } from '../../diff/history/history-report.js';
import { type Arguments, type Command, type ExitCode, type Io, textOption, UsageError } from '../command.js';
import { fileOf, historyOf, revisionAt } from '../input/git-history.js';
import { compareHistory } from './compare-history.js';
import { historyFormat, historyOptions, tellShallow, writeHistory } from './history-options.js';
import { readDiffOptions } from './policy-options.js';

/** `specshift drift`. */
export const drift: Command = {
  name: 'drift',
  summary: 'Tell what happened to one version of a document between two moments.',
  usage: '<file> | <api>@<version> --from <git-ref|date> [--to <git-ref|date>] [options]',
  details: [
    'A day means the file as it stood at the end of that day in UTC, on the current branch. Without --to the file is taken as it\nlies in the working folder. The exit code is 0 whatever changed, and 2 when the two could not be compared.',
  ],
  options: {
    from: { type: 'string', value: '<git-ref|date>', description: 'The earlier moment.' },
    to: { type: 'string', value: '<git-ref|date>', description: 'The later moment; now unless given.' },
    ...historyOptions,
  },
  run: runDrift,
};

async function runDrift({ positionals, options }: Arguments, io: Io): Promise<ExitCode> {
  const [name, ...rest] = positionals;
  const [from, to] = [textOption(options, 'from'), textOption(options, 'to')];
  if (name === undefined || rest.length > 0 || from === undefined) {
    throw new UsageError('drift takes one document and a moment: specshift drift <file> --from <git-ref|date>.');
  }
  const format = historyFormat(options);
  const diffOptions = await readDiffOptions(options, io);
  const file = await fileOf(name, io);
  const known = await historyOf(file, io);
  await tellShallow(io);
  const now: Revision = { commit: null, date: null, subject: null, file };
  const revisions = [await revisionAt(from, known, io), to === undefined ? now : await revisionAt(to, known, io)];
  await writeHistory(await compareHistory(name, revisions, 1, diffOptions, io), format, options, io);
  return 0;
}
