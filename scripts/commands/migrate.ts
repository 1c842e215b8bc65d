import { diffDocuments } from '../../diff/diff.js';
import { writeGuide } from '../../migrate/guide.js';
import type { Json } from '../../openapi/source/json.js';
import { stringify } from '../../openapi/source/stringify.js';
import { renderMarkdown } from '../../report/markdown.js';
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

export const migrate: Command = {
  name: 'migrate',
  summary: 'Write what callers have to do to move from one document to another.',
  usage: '<from> <to> [options]',
  details: [
    'The guide tells what breaks on the wire, what breaks compiled code only, what changes silently and what is new. The exit code\nis 0 whatever changed: a guide is not a gate.',
  ],
  options: {
    format: {
      type: 'string',
      short: 'f',
      value: '<markdown|json>',
      description: 'How the guide is written; markdown unless given.',
    },
    hints: policyOptions.hints,
    ...overlayOptions,
    ...documentOptions,
  },
  run: runMigrate,
};

async function runMigrate({ positionals, options }: Arguments, io: Io): Promise<ExitCode> {
  const [fromName, toName, ...rest] = positionals;
  if (fromName === undefined || toName === undefined || rest.length > 0) {
    throw new UsageError('migrate takes two documents: specshift migrate <from> <to>.');
  }
  const format = choiceOption(options, 'format', FORMATS, 'markdown');
  const origins = new Set(textOptions(options, 'allow-remote'));
  const [from, to] = await readBoth(fromName, toName, io, origins, overlayNames(options));
  tellWarnings([from, to], options['warnings'] === true, io);
  const guide = writeGuide(await diffDocuments(from, to, await readDiffOptions(options, io)));
  // A guide is made of JSON values only; interfaces lack the index signature that says so.
  io.stdout.write(
    format === 'json'
      ? `${stringify({ format: 'specshift.guide/1', ...guide } as unknown as Json)}\n`
      : renderMarkdown(guide),
  );
  return 0;
}
