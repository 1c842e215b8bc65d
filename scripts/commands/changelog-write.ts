import { diffWithChanges } from '../../diff/diff.js';
import { writeDraft } from '../../migrate/changelog-draft/write-draft.js';
import type { Json } from '../../openapi/source/json.js';
import { stringify } from '../../openapi/source/stringify.js';
import { renderChangelogDraft } from '../../report/changelog-draft.js';
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
import { overlayNames, overlayOptions } from './overlay-options.js';
import { policyOptions, readDiffOptions } from './policy-options.js';

const FORMATS = ['markdown', 'json'] as const;

/** `specshift changelog write`. */
export const changelogWrite: Command = {
  name: 'changelog write',
  summary: 'Draft a changelog from what changed between two documents.',
  usage: '<base> <revision> [options]',
  details: [
    'The draft tells what breaks callers first, grouped by resource, each with what they do and an example before and after. What it\nmarks "to be checked" nobody can tell from the documents alone. The exit code is 0 whatever changed.',
  ],
  options: {
    format: {
      type: 'string',
      short: 'f',
      value: `<${FORMATS.join('|')}>`,
      description: 'How the draft is written; markdown unless given.',
    },
    hints: policyOptions.hints,
    ...overlayOptions,
    ...documentOptions,
  },
  run: runChangelogWrite,
};

async function runChangelogWrite({ positionals, options }: Arguments, io: Io): Promise<ExitCode> {
  const [baseName, revisionName, ...rest] = positionals;
  if (baseName === undefined || revisionName === undefined || rest.length > 0) {
    throw new UsageError('changelog write takes two documents: specshift changelog write <base> <revision>.');
  }
  const format = choiceOption(options, 'format', FORMATS, 'markdown');
  const origins = new Set(textOptions(options, 'allow-remote'));
  const [base, revision] = await readBoth(baseName, revisionName, io, origins, overlayNames(options));
  tellWarnings([base, revision], options['warnings'] === true, io);
  const diff = await diffWithChanges(base, revision, await readDiffOptions(options, io));
  const draft = writeDraft(diff, base, revision);
  // A draft is made of JSON values only; interfaces lack the index signature that says so.
  io.stdout.write(
    format === 'json'
      ? `${stringify({ format: 'specshift.changelog-draft/1', ...draft } as unknown as Json)}\n`
      : renderChangelogDraft(draft),
  );
  return 0;
}
