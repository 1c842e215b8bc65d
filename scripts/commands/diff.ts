import { diffDocuments } from '../../diff/diff.js';
import { FAIL_ON, passes } from '../../diff/gate/verdict.js';
import { renderJson } from '../../report/json.js';
import { renderText } from '../../report/text.js';
import {
  type Arguments,
  type Command,
  choiceOption,
  type ExitCode,
  type Io,
  textOptions,
  UsageError,
} from '../command.js';
import { readBoth } from '../input/read-both.js';
import { tellWarnings } from '../output/warnings.js';
import { documentOptions } from './document-options.js';
import { policyOptions, readDiffOptions } from './policy-options.js';

const FORMATS = ['text', 'json'] as const;

export const diff: Command = {
  name: 'diff',
  summary: 'Tell what changed between two documents, and what that does to callers.',
  usage: '<base> <revision> [options]',
  details: [
    'Each change is told once, with every operation it reaches. Exit code 1 means that changes of the kind given with --fail-on\nwere found.',
  ],
  options: {
    format: {
      type: 'string',
      short: 'f',
      value: '<text|json>',
      description: 'How the findings are written; text unless given.',
    },
    'fail-on': {
      type: 'string',
      value: '<breaking|dangerous|none>',
      description: 'What makes the exit code 1; breaking unless given. What is not decided counts as dangerous.',
    },
    all: { type: 'boolean', description: 'Tell every finding in full, however many there are.' },
    ...policyOptions,
    ...documentOptions,
  },
  run: runDiff,
};

async function runDiff({ positionals, options }: Arguments, io: Io): Promise<ExitCode> {
  const [baseName, revisionName, ...rest] = positionals;
  if (baseName === undefined || revisionName === undefined || rest.length > 0) {
    throw new UsageError('diff takes two documents: specshift diff <base> <revision>.');
  }
  const format = choiceOption(options, 'format', FORMATS, 'text');
  const failOn = choiceOption(options, 'fail-on', FAIL_ON, 'breaking');
  const origins = new Set(textOptions(options, 'allow-remote'));
  const diffOptions = await readDiffOptions(options, io);
  const [base, revision] = await readBoth(baseName, revisionName, io, origins);
  tellWarnings([base, revision], options['warnings'] === true, io);
  const report = await diffDocuments(base, revision, diffOptions);
  const colour = io.stdout.isTerminal && (io.env['NO_COLOR'] ?? '') === '' && io.env['TERM'] !== 'dumb';
  io.stdout.write(
    format === 'json'
      ? renderJson(report)
      : renderText(report, { colour, width: io.stdout.width, all: options['all'] === true }),
  );
  return passes(report.summary, failOn) ? 0 : 1;
}
