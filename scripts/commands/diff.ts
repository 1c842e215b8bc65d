import { diffDocuments } from '../../diff/diff.js';
import type { DiffReport } from '../../diff/finding.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import { DocumentError, formatDiagnostic } from '../../openapi/source/diagnostic.js';
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
import { readInput } from '../input/read-input.js';
import { tellWarnings } from '../output/warnings.js';

const FAIL_ON = ['breaking', 'dangerous', 'none'] as const;
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
    'allow-remote': {
      type: 'string',
      multiple: true,
      value: '<origin>',
      description: 'Allow documents and references from https://host; may be repeated.',
    },
    warnings: { type: 'boolean', description: 'Tell what is wrong in the documents but has a clear meaning.' },
  },
  run: runDiff,
};

async function runDiff({ positionals, options }: Arguments, io: Io): Promise<ExitCode> {
  const [baseName, revisionName, ...rest] = positionals;
  if (baseName === undefined || revisionName === undefined || rest.length > 0) {
    throw new UsageError('diff takes two documents: specshift diff <base> <revision>.');
  }
  if (baseName === '-' && revisionName === '-')
    throw new UsageError('Only one of the two documents can come from standard input.');
  const format = choiceOption(options, 'format', FORMATS, 'text');
  const failOn = choiceOption(options, 'fail-on', FAIL_ON, 'breaking');
  const origins = new Set(textOptions(options, 'allow-remote'));
  const [base, revision] = await readBoth(baseName, revisionName, io, origins);
  if (options['warnings'] === true) for (const document of [base, revision]) tellWarnings(document, io);
  const report = await diffDocuments(base, revision);
  const colour = io.stdout.isTerminal && (io.env['NO_COLOR'] ?? '') === '' && io.env['TERM'] !== 'dumb';
  io.stdout.write(format === 'json' ? renderJson(report) : renderText(report, { colour, width: io.stdout.width }));
  return fails(report, failOn) ? 1 : 0;
}

/** Reads both documents, so that the faults of both are told in one run. */
async function readBoth(
  baseName: string,
  revisionName: string,
  io: Io,
  origins: ReadonlySet<string>,
): Promise<readonly [ApiDocument, ApiDocument]> {
  const [base, revision] = await Promise.allSettled([
    readInput(baseName, io, origins),
    readInput(revisionName, io, origins),
  ]);
  if (base.status === 'fulfilled' && revision.status === 'fulfilled') return [base.value, revision.value];
  throw mergeFailures([base, revision].flatMap((result) => (result.status === 'rejected' ? [result.reason] : [])));
}

/** The first failure, with the faults of the other document added when both are faults of documents. */
function mergeFailures(reasons: readonly unknown[]): unknown {
  const [first, second] = reasons;
  if (!(first instanceof DocumentError && second instanceof DocumentError)) return first;
  const told = new Set(first.diagnostics.map(formatDiagnostic));
  return new DocumentError([
    ...first.diagnostics,
    ...second.diagnostics.filter((one) => !told.has(formatDiagnostic(one))),
  ]);
}

function fails({ summary }: DiffReport, failOn: (typeof FAIL_ON)[number]): boolean {
  if (failOn === 'none') return false;
  if (summary.breaking > 0) return true;
  return failOn === 'dangerous' && summary.dangerous + summary.undecided + summary.unclassified > 0;
}
