import { resolve } from 'node:path';
import { diffWithChanges } from '../../diff/diff.js';
import { buildReport } from '../../migrate/report/build-report.js';
import { type ClientOptions, clientName } from '../../migrate/report/code/client-side.js';
import type { MigrationReport } from '../../migrate/report/migration-report.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import { encodeTerminal } from '../../report/encode/terminal.js';
import { renderMigrationJson } from '../../report/migration-json.js';
import { renderMigrationMarkdown } from '../../report/migration-markdown.js';
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
import { type ApiConfig, isApiVersion, readApiConfig } from '../input/api-config.js';
import { isThere } from '../input/file.js';
import { readBoth } from '../input/read-both.js';
import { readInput } from '../input/read-input.js';
import { tellWarnings } from '../output/warnings.js';
import { writeFileWhole } from '../output/write-file.js';
import { documentOptions } from './document-options.js';
import { ApiMigrations } from './migrations/api-migration.js';
import { changelogsOf } from './migrations/changelogs.js';
import { overlayNames, overlayOptions } from './overlay-options.js';
import { policyOptions, readDiffOptions } from './policy-options.js';

const FORMATS = ['markdown', 'html', 'json'] as const;
type Format = (typeof FORMATS)[number];

const NAMES: { readonly [F in Format]: string } = { markdown: 'report.md', html: 'report.html', json: 'report.json' };

/** `specshift migrate`. */
export const migrate: Command = {
  name: 'migrate',
  summary: 'Write what callers have to do to move from one version to another.',
  usage: '<from> <to> [options]',
  details: [
    'The report tells what breaks on the wire, what breaks compiled code only, what changes silently and what is new: for each cause\nwhy it matters, payloads and code before and after, and the steps. Between versions of an API it follows the steps between them\nand tells what the changelogs say of it.',
    'The exit code is 0 whatever changed: a report is not a gate.',
  ],
  options: {
    format: {
      type: 'string',
      short: 'f',
      value: `<${FORMATS.join('|')}>`,
      description: 'How the report is written; unless given, as the name of the file says, else as Markdown.',
    },
    out: {
      type: 'string',
      short: 'o',
      value: '<file or folder>',
      description: 'Where to write it; a folder, which ends in "/", takes the report in all three formats.',
    },
    hints: policyOptions.hints,
    ...overlayOptions,
    ...documentOptions,
  },
  run: runMigrate,
};

async function runMigrate({ positionals, options }: Arguments, io: Io): Promise<ExitCode> {
  const [from, to, ...rest] = positionals;
  if (from === undefined || to === undefined || rest.length > 0) {
    throw new UsageError('migrate takes two documents: specshift migrate <from> <to>.');
  }
  const out = textOption(options, 'out');
  const format = choiceOption(options, 'format', FORMATS, formatOf(out ?? ''));
  const report = (await versionReport(from, to, options, io)) ?? (await documentReport(from, to, options, io));
  if (out === undefined) io.stdout.write(await render(report, format));
  else if (out.endsWith('/')) for (const each of FORMATS) await writeReport(`${out}${NAMES[each]}`, report, each, io);
  else await writeReport(out, report, format, io);
  return 0;
}

/** The format that the name of a file asks for. */
function formatOf(name: string): Format {
  if (/\.html?$/i.test(name)) return 'html';
  return /\.json$/i.test(name) ? 'json' : 'markdown';
}

async function render(report: MigrationReport, format: Format): Promise<string> {
  if (format === 'json') return renderMigrationJson(report);
  if (format === 'markdown') return renderMigrationMarkdown(report);
  // What renders pages is loaded only for them.
  const { renderMigrationHtml } = await import('../../report/html/migration-page.js');
  return renderMigrationHtml(report);
}

async function writeReport(name: string, report: MigrationReport, format: Format, io: Io): Promise<void> {
  await writeFileWhole(resolve(io.cwd, name), name, await render(report, format));
  io.stderr.write(`${encodeTerminal(name)} written\n`);
}

/** Two versions of one API, with the steps between; `undefined` for other documents, and for those that overlays change. */
async function versionReport(
  from: string,
  to: string,
  options: OptionValues,
  io: Io,
): Promise<MigrationReport | undefined> {
  const [base, revision] = [await apiVersion(from, io), await apiVersion(to, io)];
  const { base: left, revision: right } = overlayNames(options);
  if (base === undefined || revision === undefined || left.length + right.length > 0) return undefined;
  if (base.config.name !== revision.config.name) return undefined;
  const { config } = base;
  const origins = new Set(textOptions(options, 'allow-remote'));
  // The faults of both are told in one run.
  tellWarnings(await readBoth(from, to, io, origins), options['warnings'] === true, io);
  const diff = await readDiffOptions(options, io);
  const read = (name: string): Promise<ApiDocument> => readInput(`${config.name}@${name}`, io, origins);
  return new ApiMigrations(config, await changelogsOf(config, io), read, diff).report(base.name, revision.name);
}

async function apiVersion(
  name: string,
  io: Io,
): Promise<{ readonly config: ApiConfig; readonly name: string } | undefined> {
  if (!isApiVersion(name) || isThere(resolve(io.cwd, name))) return undefined;
  const at = name.indexOf('@');
  const config = await readApiConfig(name.slice(0, at), io.cwd);
  return config === undefined ? undefined : { config, name: name.slice(at + 1) };
}

async function documentReport(from: string, to: string, options: OptionValues, io: Io): Promise<MigrationReport> {
  const origins = new Set(textOptions(options, 'allow-remote'));
  const [base, revision] = await readBoth(from, to, io, origins, overlayNames(options));
  tellWarnings([base, revision], options['warnings'] === true, io);
  const diff = await diffWithChanges(base, revision, await readDiffOptions(options, io));
  const client = (side: string): ClientOptions => ({ apiName: clientName(revision), module: `./${side}/index.js` });
  return buildReport(
    diff,
    { document: base, client: client('client-before') },
    { document: revision, client: client('client-after') },
  );
}
