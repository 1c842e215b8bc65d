import { join, resolve } from 'node:path';
import { EXTRAS, type Extra, type GenerateOptions } from '../../generator/options.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import { Versions } from '../../openapi/versions.js';
import { encodeTerminal } from '../../report/encode/terminal.js';
import {
  type Arguments,
  type Command,
  type ExitCode,
  InputError,
  type Io,
  textOption,
  textOptions,
  UsageError,
} from '../command.js';
import { apiTask, pinnedHeader, settingsOf } from '../generation/api-task.js';
import type { GenerationTask } from '../generation/generation-task.js';
import { runGeneration } from '../generation/run-generation.js';
import {
  type ApiConfig,
  configPaths,
  findVersion,
  isApiVersion,
  outputOf,
  readApiConfig,
  readApis,
} from '../input/api-config.js';
import { readInput, readVersion } from '../input/read-input.js';
import { type Memory, recall } from '../memory/memory-file.js';
import { programHash } from '../memory/program-hash.js';
import { SourceDocument } from '../memory/source-document.js';
import { tellWarnings } from '../output/warnings.js';
import { documentOptions } from './document-options.js';

/** `specshift generate`. */
export const generate: Command = {
  name: 'generate',
  summary: 'Write a typed TypeScript client for a document, or for every version of an API.',
  usage: '[<document> | <api> | <api>@<version>] [options]',
  details: [
    'Without an argument every API of specshift.config.yaml and under specs/ is generated, into generated/<api>/ unless its\nentry says where, and the breaking changes between neighbouring versions are counted. A document needs --out.',
    'Files that were not generated are never replaced or removed. What did not change since the last run is not made anew.',
  ],
  options: {
    out: { type: 'string', short: 'o', value: '<folder>', description: 'Where to write; generated/<api> for an API.' },
    name: {
      type: 'string',
      value: '<name>',
      description: 'What the client is called; the title of the document unless given.',
    },
    check: { type: 'boolean', description: 'Write nothing; exit code 1 when a file is not up to date.' },
    watch: { type: 'boolean', description: 'Stay, and generate again whenever a file that was read changes.' },
    force: { type: 'boolean', description: 'Make everything anew, also what did not change.' },
    zod: { type: 'boolean', description: 'Write zod.ts as well: schemas for zod 4 that check values.' },
    msw: { type: 'boolean', description: 'Write msw.ts as well: handlers for msw that answer with examples.' },
    ...documentOptions,
  },
  run: runGenerate,
};

async function runGenerate(args: Arguments, io: Io): Promise<ExitCode> {
  const [input, ...rest] = args.positionals;
  if (rest.length > 0) throw new UsageError('generate takes one document or API.');
  const warnings = args.options['warnings'] === true;
  const job: Job = {
    io,
    out: textOption(args.options, 'out'),
    name: textOption(args.options, 'name'),
    check: args.options['check'] === true,
    warnings,
    extras: EXTRAS.filter((extra) => args.options[extra] === true),
    origins: new Set(textOptions(args.options, 'allow-remote')),
    program: programHash(),
    // Warnings are told of documents that are read.
    usesMemory: args.options['force'] !== true && !warnings,
    watched: new Set(),
  };
  if (args.options['watch'] !== true) return generateInput(input, job);
  if (job.check) throw new UsageError('--watch writes what --check only looks at. Give one of them.');
  if (input === '-') throw new UsageError('Standard input cannot be watched.');
  const { watchFiles } = await import('../generation/watch-files.js');
  return watchFiles(job.watched, () => generateInput(input, job), io);
}

interface Job {
  readonly io: Io;
  readonly out: string | undefined;
  readonly name: string | undefined;
  readonly check: boolean;
  readonly warnings: boolean;
  /** What is asked for beside what the configuration says. */
  readonly extras: readonly Extra[];
  readonly origins: ReadonlySet<string>;
  readonly program: string;
  readonly usesMemory: boolean;
  /** Every file that the result depends on. */
  readonly watched: Set<string>;
}

async function generateInput(input: string | undefined, job: Job): Promise<ExitCode> {
  for (const path of await configPaths(job.io.cwd)) job.watched.add(join(job.io.cwd, path));
  if (input === undefined) return generateAll(job);
  const config = isApiVersion(input) ? undefined : await readApiConfig(input, job.io.cwd);
  return config === undefined ? generateDocument(input, job) : generateApi(config, job);
}

async function generateAll(job: Job): Promise<ExitCode> {
  const apis = await readApis(job.io.cwd);
  if (apis.length === 0)
    throw new InputError(
      'There is no API to generate. Name a document, or let "specshift init" write a configuration.',
    );
  if (job.out !== undefined && apis.length > 1) throw new UsageError('--out needs the name of one API.');
  let code: ExitCode = 0;
  for (const config of apis) if ((await generateApi(config, job)) === 1) code = 1;
  return code;
}

async function generateApi(found: ApiConfig, job: Job): Promise<ExitCode> {
  const config = { ...found, extras: [...new Set([...found.extras, ...job.extras])] };
  const versions = new Versions();
  const documents = new Map<string, ApiDocument>();
  const code = await perform(job.out ?? outputOf(config), job, (shown, memory) =>
    apiTask(config, shown, memory, async (named, reads) => {
      const document = tell(await readVersion(named, job.io, job.origins, reads, versions), job);
      documents.set(named.version.version, document);
      return document;
    }),
  );
  // Only all versions together can tell; after a change of the configuration each of them is read.
  if (config.versions.every(({ version }) => documents.has(version))) {
    const { unusedSettings } = await import('../generation/unused-settings.js');
    for (const message of unusedSettings(config, [...documents.values()])) {
      job.io.stderr.write(`${encodeTerminal(`warning: ${config.path}: ${message}`)}\n`);
    }
  }
  return code;
}

async function generateDocument(input: string, job: Job): Promise<ExitCode> {
  if (job.out === undefined) throw new UsageError('Say where to write the client: --out <folder>.');
  const named = isApiVersion(input) ? await findVersion(input, job.io.cwd) : undefined;
  const { io, origins, name } = job;
  const own: Partial<GenerateOptions> = named === undefined ? {} : settingsOf(named.config);
  const settings = { ...own, extras: [...new Set([...(own.extras ?? []), ...job.extras])] };
  return perform(job.out, job, (shown, memory) => ({
    shown,
    clients: [
      {
        folder: '',
        source: new SourceDocument(input, memory, async (reads) =>
          tell(await readInput(input, io, origins, [], new Versions(), reads), job),
        ),
        settings: [settings, name ?? null, named?.config.versionHeader ?? null, named?.version.header ?? null],
        options: (document) => ({
          apiName: document.info.title.trim() || 'api',
          ...settings,
          ...(name === undefined ? {} : { apiName: name }),
          runtimeImport: './runtime/index.js',
          ...pinnedHeader(document, named?.config.versionHeader, named?.version.header),
        }),
      },
    ],
    steps: [],
  }));
}

/** Does what a folder needs, and notes which files that depends on, also where it fails. */
async function perform(
  out: string,
  job: Job,
  taskOf: (shown: string, memory: Memory | undefined) => GenerationTask,
): Promise<ExitCode> {
  const { io, check, program } = job;
  const shown = out.replace(/(?<=[^/])\/+$/, '');
  const folder = resolve(io.cwd, shown);
  const memory = job.usesMemory ? recall(folder, program, io) : undefined;
  const task = taskOf(shown, memory);
  try {
    return await runGeneration(task, { io, folder, check, program, memory });
  } finally {
    const sources = [...task.clients.map(({ source }) => source), ...task.steps.map(({ base }) => base)];
    for (const path of sources.flatMap(({ paths }) => paths)) job.watched.add(path);
  }
}

function tell(document: ApiDocument, { warnings, io }: Job): ApiDocument {
  tellWarnings([document], warnings, io);
  return document;
}
