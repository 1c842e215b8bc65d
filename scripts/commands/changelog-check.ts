import { policies } from '../../diff/policy/policies.js';
import { checkChangelogs } from '../../migrate/changelog/check.js';
import { didYouMean } from '../../openapi/source/suggest.js';
import { renderChangelogJson } from '../../report/changelog-json.js';
import { renderChangelogMarkdown } from '../../report/changelog-markdown.js';
import { renderChangelogText } from '../../report/changelog-text.js';
import {
  type Arguments,
  type Command,
  choiceOption,
  type ExitCode,
  InputError,
  type Io,
  textOption,
  UsageError,
} from '../command.js';
import { type ApiConfig, listApis, readApiConfig } from '../input/api-config.js';
import { readChangelogs } from '../input/read-changelogs.js';
import { documentsOf } from '../input/version-documents.js';
import { isColoured } from '../output/is-coloured.js';
import { confirmTogether } from './confirm-together.js';
import { policyNamed, policyOptions } from './policy-options.js';

const FORMATS = ['text', 'json', 'markdown'] as const;

/** `specshift changelog check`. */
export const changelogCheck: Command = {
  name: 'changelog check',
  summary: 'Tell which claims of the changelogs of an API its documents prove, and what the changelogs do not say.',
  usage: '<api> [<version>] [options]',
  details: [
    'The claims are in specs/<api>/changelog/. Each is held against the documents that it compares: proved, contradicted, or without\nevidence. The other way round, every finding between two versions is to be explained by a claim, or by an entry of what was\nnot announced.',
    'With --documents the same claims are held against other documents of the same versions: <version>.yaml, .yml or .json in a\nfolder.',
    'The exit code is 0 when everything is proved and nothing is left to explain, and 1 when not.',
  ],
  options: {
    documents: {
      type: 'string',
      value: '<folder>',
      description: 'Other documents to hold the claims against, one file for each version.',
    },
    format: {
      type: 'string',
      short: 'f',
      value: `<${FORMATS.join('|')}>`,
      description: 'How the report is written; text unless given.',
    },
    policy: { ...policyOptions.policy, description: 'Which levels findings start with; default unless given.' },
    all: { type: 'boolean', description: 'Tell every finding that no claim explains, however many there are.' },
  },
  run: runCheck,
};

async function runCheck({ positionals, options }: Arguments, io: Io): Promise<ExitCode> {
  const [api, version, ...rest] = positionals;
  if (api === undefined || rest.length > 0) {
    throw new UsageError(
      'changelog check takes an API and perhaps a version: specshift changelog check <api> [<version>].',
    );
  }
  const format = choiceOption(options, 'format', FORMATS, 'text');
  const policy = policyNamed(textOption(options, 'policy')) ?? 'default';
  const config = await findApi(api, io);
  const changelogs = await readChangelogs(config, io.cwd);
  const documents = textOption(options, 'documents');
  const report = await checkChangelogs({
    api: config.name,
    title: config.title,
    ...(documents === undefined ? {} : { documents }),
    versions: versionsTold(config, changelogs, version),
    changelogs,
    read: await documentsOf(config, documents, io),
    diff: { policy, levels: policies[policy].entries, confirm: confirmTogether() },
  });
  const colour = isColoured(io);
  if (format === 'json') io.stdout.write(renderChangelogJson(report));
  else if (format === 'markdown') io.stdout.write(renderChangelogMarkdown(report));
  else io.stdout.write(renderChangelogText(report, { colour, width: io.stdout.width, all: options['all'] === true }));
  return report.passed ? 0 : 1;
}

async function findApi(name: string, io: Io): Promise<ApiConfig> {
  const config = await readApiConfig(name, io.cwd);
  if (config !== undefined) return config;
  const known = await listApis(io.cwd);
  throw new InputError(`There is no API "${name}".${didYouMean(name, known)}`);
}

/** The version asked for, or all that have a changelog. */
function versionsTold(
  config: ApiConfig,
  changelogs: readonly { readonly version: string }[],
  wanted: string | undefined,
): readonly string[] {
  const told = changelogs.map(({ version }) => version);
  if (wanted === undefined) return told;
  if (told.includes(wanted)) return [wanted];
  const isKnown = config.versions.some(({ version }) => version === wanted);
  const what = isKnown ? `${config.name} has no claims about version` : `${config.name} has no version`;
  throw new InputError(`${what} "${wanted}".${didYouMean(wanted, told)} There are claims about ${told.join(', ')}.`);
}
