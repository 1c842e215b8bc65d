import { diffWithChanges } from '../../diff/diff.js';
import { FAIL_ON, passes } from '../../diff/gate/verdict.js';
import {
  type Arguments,
  type Command,
  choiceOption,
  type ExitCode,
  type Io,
  textOption,
  textOptions,
  UsageError,
} from '../command.js';
import { readBoth } from '../input/read-both.js';
import { tellWarnings } from '../output/warnings.js';
import { documentOptions } from './document-options.js';
import { overlayNames, overlayOptions } from './overlay-options.js';
import { policyOptions, readDiffOptions } from './policy-options.js';
import { reportOptions, reportPlan, writeReports } from './report-options.js';

/** What a batch or an explanation is written as. */
const PLAIN_FORMATS = ['text', 'json'] as const;

/** `specshift diff`. */
export const diff: Command = {
  name: 'diff',
  summary: 'Tell what changed between two documents, and what that does to callers.',
  usage: '<base> <revision> [options] | --batch <file> [options]',
  details: [
    'Each change is told once, with every operation it reaches. Exit code 1 means that changes of the kind given with --fail-on\nwere found.',
    'The gate reads levels. Unless --policy or --levels say otherwise, breaking changes are errors, dangerous ones and those that\nare undecided or unclassified are warnings, and the rest is information. --fail-on breaking (or error) fails on errors,\n--fail-on dangerous (or warning) on warnings too. Information never fails, and what is off is not told at all.',
    'A batch is a JSON or YAML list of {base, revision, name?}; paths count from its folder. Every pair is compared, and one that\ncannot be makes the exit code 2.',
  ],
  options: {
    'fail-on': {
      type: 'string',
      value: '<breaking|dangerous|none>',
      description: 'What makes the exit code 1; breaking unless given. What is not decided counts as dangerous.',
    },
    all: { type: 'boolean', description: 'Tell every finding in full, however many there are.' },
    explain: {
      type: 'string',
      value: '<fingerprint>',
      description: 'Explain one finding, named by the first digits of its fingerprint; the exit code is 0.',
    },
    batch: { type: 'string', value: '<file>', description: 'Compare all pairs listed in a file, in one process.' },
    ...reportOptions,
    ...policyOptions,
    ...overlayOptions,
    ...documentOptions,
  },
  run: runDiff,
};

async function runDiff({ positionals, options }: Arguments, io: Io): Promise<ExitCode> {
  const failOn = choiceOption(options, 'fail-on', FAIL_ON, 'breaking');
  const origins = new Set(textOptions(options, 'allow-remote'));
  const warnings = options['warnings'] === true;
  const [batch, fingerprint] = [textOption(options, 'batch'), textOption(options, 'explain')];
  const plan = reportPlan(options);
  const isPlain = batch !== undefined || fingerprint !== undefined;
  const format = isPlain ? choiceOption(options, 'format', PLAIN_FORMATS, 'text') : 'text';
  if (isPlain && plan.files.length > 0) throw new UsageError('--report is for the comparison of two documents.');
  if (batch !== undefined) {
    if (positionals.length > 0 || fingerprint !== undefined) {
      throw new UsageError('--batch takes its documents from its file: specshift diff --batch <file>.');
    }
    const { base, revision } = overlayNames(options);
    if (base.length + revision.length > 0) {
      throw new UsageError('--base-overlay and --revision-overlay are for the comparison of two documents.');
    }
    const { runBatch } = await import('./diff-batch.js');
    return runBatch(batch, { failOn, format, origins, warnings, diff: await readDiffOptions(options, io) }, io);
  }
  const [baseName, revisionName, ...rest] = positionals;
  if (baseName === undefined || revisionName === undefined || rest.length > 0) {
    throw new UsageError('diff takes two documents: specshift diff <base> <revision>.');
  }
  const diffOptions = await readDiffOptions(options, io);
  const documents = await readBoth(baseName, revisionName, io, origins, overlayNames(options));
  tellWarnings(documents, warnings, io);
  if (fingerprint !== undefined) {
    const { explainFinding } = await import('./diff-explain.js');
    return explainFinding(fingerprint, documents, diffOptions, format, io);
  }
  const compared = await diffWithChanges(...documents, diffOptions);
  const { report } = compared;
  const call = `${baseName} ${revisionName}`;
  await writeReports({ report, compared, documents, call, failOn }, plan, io);
  return passes(report.summary, failOn) ? 0 : 1;
}
