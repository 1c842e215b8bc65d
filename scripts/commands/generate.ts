import { join } from 'node:path';
import { type GeneratedFile, generateClient } from '../../generator/generate.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import { versionSelector } from '../../openapi/model/version-selector.js';
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
import { type ApiConfig, findVersion, isApiVersion, listApis, readApiConfig } from '../input/api-config.js';
import { readInput } from '../input/read-input.js';
import { runtimeFiles } from '../output/runtime-files.js';
import { tellWarnings } from '../output/warnings.js';
import { checkFolder, type WriteResult, writeFolder } from '../output/write-folder.js';
import { documentOptions } from './document-options.js';
import { tellSteps } from './generate-steps.js';

export const generate: Command = {
  name: 'generate',
  summary: 'Write a typed TypeScript client for a document, or for every version of an API.',
  usage: '[<document> | <api> | <api>@<version>] [options]',
  details: [
    'Without an argument every API under specs/ is generated into generated/<api>/, and the breaking changes between\nneighbouring versions are counted. A document needs --out.',
    'Files that were not generated are never replaced or removed.',
  ],
  options: {
    out: { type: 'string', short: 'o', value: '<folder>', description: 'Where to write; generated/<api> for an API.' },
    name: {
      type: 'string',
      value: '<name>',
      description: 'What the client is called; the title of the document unless given.',
    },
    check: { type: 'boolean', description: 'Write nothing; exit code 1 when a file is not up to date.' },
    ...documentOptions,
  },
  run: runGenerate,
};

async function runGenerate(args: Arguments, io: Io): Promise<ExitCode> {
  const [input, ...rest] = args.positionals;
  if (rest.length > 0) throw new UsageError('generate takes one document or API.');
  const job: Job = {
    io,
    out: textOption(args.options, 'out'),
    name: textOption(args.options, 'name'),
    check: args.options['check'] === true,
    warnings: args.options['warnings'] === true,
    origins: new Set(textOptions(args.options, 'allow-remote')),
  };
  if (input === undefined) return generateAll(job);
  const config = isApiVersion(input) ? undefined : await readApiConfig(input, io.cwd);
  if (config !== undefined) return generateApi(config, job);
  return generateDocument(input, job);
}

interface Job {
  readonly io: Io;
  readonly out: string | undefined;
  readonly name: string | undefined;
  readonly check: boolean;
  readonly warnings: boolean;
  readonly origins: ReadonlySet<string>;
}

async function generateAll(job: Job): Promise<ExitCode> {
  const apis = await listApis(job.io.cwd);
  if (apis.length === 0)
    throw new InputError('There is no API under specs/. Name a document, or write specs/<api>/api.yaml.');
  if (job.out !== undefined && apis.length > 1) throw new UsageError('--out needs the name of one API.');
  let code: ExitCode = 0;
  for (const api of apis) {
    const config = await readApiConfig(api, job.io.cwd);
    if (config !== undefined && (await generateApi(config, job)) === 1) code = 1;
  }
  return code;
}

/** All versions of an API share one runtime and are written together. */
async function generateApi(config: ApiConfig, job: Job): Promise<ExitCode> {
  const shown = job.out ?? `generated/${config.name}`;
  const files: GeneratedFile[] = [...(await runtimeFiles('runtime'))];
  const documents = new Map<string, ApiDocument>();
  const counts: string[] = [];
  for (const { version, header, file, label } of config.versions) {
    job.io.stderr.write(`${config.title} ${label} …\n`);
    const document = await read(`${config.folder}/${file}`, job);
    documents.set(version, document);
    const client = await generateClient(document, {
      apiName: config.name,
      runtimeImport: '../runtime/index.js',
      names: config.names,
      ...pinnedHeader(document, config.versionHeader, header),
    });
    for (const part of client) files.push({ path: `${version}/${part.path}`, text: part.text });
    counts.push(`${config.title} ${label}: ${contents(document)} → ${shown}/${version} (${client.length} files)`);
  }
  const code = await finish(shown, files, job);
  for (const line of counts) job.io.stdout.write(`${encodeTerminal(line)}\n`);
  await tellSteps(config, documents, (name) => read(`${config.name}@${name}`, job), job.io);
  return code;
}

async function generateDocument(input: string, job: Job): Promise<ExitCode> {
  if (job.out === undefined) throw new UsageError('Say where to write the client: --out <folder>.');
  const document = await read(input, job);
  const named = isApiVersion(input) ? await findVersion(input, job.io.cwd) : undefined;
  const api = named?.config;
  const client = await generateClient(document, {
    apiName: job.name ?? api?.name ?? (document.info.title.trim() || 'api'),
    runtimeImport: './runtime/index.js',
    ...(api === undefined ? {} : { names: api.names }),
    ...pinnedHeader(document, api?.versionHeader, named?.version.header),
  });
  const files = [...client, ...(await runtimeFiles('runtime'))];
  const code = await finish(job.out, files, job);
  const line = `${document.info.title} ${document.info.version}: ${contents(document)} → ${job.out} (${files.length} files)`;
  job.io.stdout.write(`${encodeTerminal(line)}\n`);
  return code;
}

/** The header a client pins: the one its API names, else the one the document itself selects its version by. */
function pinnedHeader(
  document: ApiDocument,
  name: string | undefined,
  value: string | undefined,
): { readonly versionHeader?: { readonly name: string; readonly value: string } } {
  const named = name === undefined || value === undefined ? versionSelector(document) : { name, value };
  return named === undefined ? {} : { versionHeader: named };
}

async function read(input: string, job: Job): Promise<ApiDocument> {
  const document = await readInput(input, job.io, job.origins);
  tellWarnings([document], job.warnings, job.io);
  return document;
}

function contents({ operations, webhooks, components }: ApiDocument): string {
  const hooks = webhooks.length === 0 ? '' : `, ${webhooks.length} webhooks`;
  return `${operations.length} operations, ${components.schemas.size} schemas${hooks}`;
}

async function finish(shown: string, files: readonly GeneratedFile[], { io, check }: Job): Promise<ExitCode> {
  const folder = shown.startsWith('/') ? shown : join(io.cwd, shown);
  if (!check) {
    tellWritten(await writeFolder(folder.replace(/\/+$/, ''), shown, files), io);
    return 0;
  }
  const { written, removed } = await checkFolder(folder, files);
  for (const path of written) io.stderr.write(`${encodeTerminal(`${shown}/${path}`)} is not up to date\n`);
  for (const path of removed) io.stderr.write(`${encodeTerminal(`${shown}/${path}`)} is no longer generated\n`);
  if (written.length + removed.length === 0) return 0;
  io.stderr.write('Run "npm run generate" and commit the result.\n');
  return 1;
}

function tellWritten({ written, removed, unchanged }: WriteResult, io: Io): void {
  io.stderr.write(`${written.length} files written, ${removed.length} removed, ${unchanged} unchanged\n`);
}
