import { diffWithChanges } from '../../diff/diff.js';
import { exemptionsIn } from '../../diff/gate/document-exemptions.js';
import { judgeGate } from '../../diff/gate/gate.js';
import type { GateSettings } from '../../diff/gate/gate-report.js';
import { FAIL_ON } from '../../diff/gate/verdict.js';
import { ruleIds } from '../../diff/policy/read-levels.js';
import { allRules } from '../../diff/rules/table.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import { Versions } from '../../openapi/versions.js';
import { encodeShell } from '../../report/encode/shell.js';
import {
  type Arguments,
  type Command,
  choiceOption,
  type ExitCode,
  type Io,
  type OptionValues,
  textOption,
  textOptions,
  UsageError,
} from '../command.js';
import { gitBaseRef, readAtGit } from '../input/git-base.js';
import { isIsoDate } from '../input/iso-date.js';
import { findBaseline, readBaseline } from '../input/read-baseline.js';
import { bothOf, readBoth } from '../input/read-both.js';
import { readInput } from '../input/read-input.js';
import { dateOption, todayFrom } from '../input/today.js';
import { tellWarnings } from '../output/warnings.js';
import { documentOptions } from './document-options.js';
import type { Acceptance } from './gate-accept.js';
import { overlayNames, overlayOptions } from './overlay-options.js';
import { policyOptions, readDiffOptions } from './policy-options.js';
import { reportOptions, reportPlan, writeReports } from './report-options.js';

/** `specshift gate`. */
export const gate: Command = {
  name: 'gate',
  summary: 'Decide whether what changed may pass: by levels, accepted findings and the version of the document.',
  usage: '<base> <revision> [options] | <revision> --base git:<ref> [options]',
  details: [
    'Exit code 0 means that it may pass, 1 that it may not, and 2 that this could not be decided, whatever the reason.',
    'Accepted findings are kept in baseline.yaml beside the revision, or beside the api.yaml that lists it. Each has a reason and\na last day, after which it counts again. --accept writes one, and keeps the rest of the file as it is.',
    '--base git:<ref> compares with what stood in the same place at a git revision; of <api>@<version> with what it was there.',
  ],
  options: {
    base: {
      type: 'string',
      value: '<git:<ref>>',
      description: 'Compare with the same file or version at a git revision.',
    },
    'fail-on': {
      type: 'string',
      value: '<breaking|dangerous|none>',
      description: 'What makes it fail; breaking unless given. What is not decided counts as dangerous.',
    },
    'max-undecided': { type: 'string', value: '<n>', description: 'Fail where more findings than this are undecided.' },
    'require-bump': {
      type: 'boolean',
      description: 'Fail where the version of the document moves less than its changes demand.',
    },
    baseline: { type: 'string', value: '<file>', description: 'The file of accepted findings.' },
    accept: {
      type: 'string',
      multiple: true,
      value: '<fingerprint>',
      description: 'Add a finding to the accepted ones, by its first digits; may be repeated.',
    },
    reason: { type: 'string', value: '<text>', description: 'Why the findings of --accept are accepted.' },
    until: { type: 'string', value: '<date>', description: 'The last day on which they are.' },
    'ignore-exemptions': {
      type: 'boolean',
      description: 'Pass over what the revision accepts of itself (x-specshift-accept).',
    },
    all: { type: 'boolean', description: 'Tell every finding in full, however many there are.' },
    ...reportOptions,
    ...policyOptions,
    today: {
      ...policyOptions.today,
      description: 'The day by which deprecations and accepted findings are judged; today (UTC) unless given.',
    },
    ...overlayOptions,
    ...documentOptions,
  },
  run: runGate,
};

async function runGate({ positionals, options }: Arguments, io: Io): Promise<ExitCode> {
  const names = namesOf(positionals, options);
  const settings = settingsOf(options);
  const plan = reportPlan(options);
  const acceptance = acceptanceOf(options);
  const diffOptions = await readDiffOptions(options, io);
  const file = await findBaseline(textOption(options, 'baseline'), names.revision, io);
  const documents = await readDocuments(names, options, io);
  tellWarnings(documents, options['warnings'] === true, io);
  const compared = await diffWithChanges(...documents, diffOptions);
  if (acceptance !== undefined) {
    const { acceptFindings } = await import('./gate-accept.js');
    return acceptFindings(compared.report.findings, file, acceptance, io);
  }
  const inDocument =
    options['ignore-exemptions'] === true ? [] : exemptionsIn(documents[1], ruleIds(allRules), isIsoDate);
  const report = judgeGate(compared, [...(await readBaseline(file)), ...inDocument], settings);
  await writeReports({ report, compared, documents, call: callOf(names, options), failOn: settings.failOn }, plan, io);
  await io.stdout.finish?.();
  return report.passed ? 0 : 1;
}

interface Names {
  readonly base: string;
  readonly revision: string;
}

function namesOf(positionals: readonly string[], options: OptionValues): Names {
  const base = textOption(options, 'base');
  const [first, second, ...rest] = positionals;
  if (base !== undefined && gitBaseRef(base) === undefined) {
    throw new UsageError(`--base takes git:<ref>, such as git:origin/main, not "${base}".`);
  }
  if (first !== undefined && rest.length === 0) {
    if (base === undefined && second !== undefined) return { base: first, revision: second };
    if (base !== undefined && second === undefined) return { base, revision: first };
  }
  throw new UsageError(
    'gate takes two documents, or one and --base: specshift gate <base> <revision>, specshift gate <revision> --base git:<ref>.',
  );
}

/** The arguments that decide which findings there are and where they are accepted, for advice. */
function callOf({ base, revision }: Names, options: OptionValues): string {
  const baseline = textOption(options, 'baseline');
  const words = gitBaseRef(base) === undefined ? [base, revision] : [revision, '--base', base];
  return [...words, ...(baseline === undefined ? [] : ['--baseline', baseline])].map(encodeShell).join(' ');
}

function settingsOf(options: OptionValues): GateSettings {
  const most = textOption(options, 'max-undecided');
  if (most !== undefined && !/^\d{1,9}$/.test(most)) {
    throw new UsageError(`--max-undecided takes a number, not "${most}".`);
  }
  return {
    failOn: choiceOption(options, 'fail-on', FAIL_ON, 'breaking'),
    maxUndecided: most === undefined ? null : Number(most),
    requireBump: options['require-bump'] === true,
    today: todayFrom(options),
  };
}

/** What is to be accepted; `undefined` where nothing is. */
function acceptanceOf(options: OptionValues): Acceptance | undefined {
  const fingerprints = textOptions(options, 'accept');
  const [reason, until] = [textOption(options, 'reason')?.trim(), dateOption(options, 'until')];
  if (fingerprints.length === 0) {
    if (reason === undefined && until === undefined) return undefined;
    throw new UsageError('--reason and --until go with --accept <fingerprint>.');
  }
  if (reason === undefined || reason === '' || until === undefined) {
    throw new UsageError('--accept needs --reason <text> and --until <date>: why, and the last day on which it is so.');
  }
  const today = todayFrom(options);
  if (until < today) throw new UsageError(`--until ${until} is over already: it is ${today}.`);
  return { fingerprints, reason, until };
}

function readDocuments(
  { base, revision }: Names,
  options: OptionValues,
  io: Io,
): Promise<readonly [ApiDocument, ApiDocument]> {
  const origins = new Set(textOptions(options, 'allow-remote'));
  const overlays = overlayNames(options);
  const ref = textOption(options, 'base') === undefined ? undefined : gitBaseRef(base);
  if (ref === undefined) return readBoth(base, revision, io, origins, overlays);
  const versions = new Versions();
  return bothOf(
    readAtGit(ref, revision, io, overlays.base, versions),
    readInput(revision, io, origins, overlays.revision, versions),
  );
}
