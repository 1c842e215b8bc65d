import { existsSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { encodeTerminal } from '../../report/encode/terminal.js';
import { type Arguments, type Command, type ExitCode, InputError, type Io } from '../command.js';
import { PROJECT_CONFIG } from '../input/api-config.js';
import { reasonOf } from '../input/file.js';
import { findDocuments } from '../input/find-documents.js';
import { type FoundDocument, projectConfigText } from '../input/project-config-text.js';
import { readInput } from '../input/read-input.js';
import { tellError } from '../tell-error.js';

const NOWHERE: ReadonlySet<string> = new Set();

/** `specshift init`. */
export const init: Command = {
  name: 'init',
  summary: `Write a ${PROJECT_CONFIG} for your own documents.`,
  usage: '[<document> …]',
  details: [
    'Without an argument it looks for OpenAPI documents in this folder. Those of one title are taken for versions of one API.',
    'A configuration that exists is not touched.',
  ],
  options: {},
  run: runInit,
};

async function runInit({ positionals }: Arguments, io: Io): Promise<ExitCode> {
  const path = join(io.cwd, PROJECT_CONFIG);
  if (existsSync(path)) throw new InputError(`"${PROJECT_CONFIG}" exists already. Remove it to start anew.`);
  const found = positionals.length > 0 ? await readGiven(positionals, io) : await readFound(io);
  if (found.length === 0) {
    throw new InputError('There is no OpenAPI document in this folder. Name one: specshift init <document>.');
  }
  try {
    writeFileSync(path, projectConfigText(found), { flag: 'wx' });
  } catch (cause) {
    throw new InputError(`"${PROJECT_CONFIG}" cannot be written: ${reasonOf(cause)}.`, { cause });
  }
  for (const { file, document } of found) {
    io.stdout.write(`${encodeTerminal(`${document.info.title} ${document.info.version}: ${file}`)}\n`);
  }
  io.stdout.write(`${PROJECT_CONFIG} is written. "specshift generate" does what it says.\n`);
  return 0;
}

async function readGiven(names: readonly string[], io: Io): Promise<readonly FoundDocument[]> {
  const found: FoundDocument[] = [];
  for (const name of names) {
    const file = relative(io.cwd, resolve(io.cwd, name)).replaceAll('\\', '/');
    if (file.startsWith('../') || !existsSync(join(io.cwd, file))) {
      throw new InputError(`"${name}" is not a file of this folder, and ${PROJECT_CONFIG} names only such.`);
    }
    if (found.some((other) => other.file === file)) continue;
    found.push({ file, document: await readInput(file, io, NOWHERE) });
  }
  return found;
}

/** What cannot be read is told, and left out. */
async function readFound(io: Io): Promise<readonly FoundDocument[]> {
  const found: FoundDocument[] = [];
  for (const file of await findDocuments(io.cwd)) {
    try {
      found.push({ file, document: await readInput(file, io, NOWHERE) });
    } catch (error) {
      tellError(error, io);
      io.stderr.write(`"${encodeTerminal(file)}" is left out.\n`);
    }
  }
  return found;
}
