import { fstatSync, statSync, writeSync } from 'node:fs';
import { MAX_FILE_BYTES } from '../openapi/source/text.js';
import type { Io, Output } from './command.js';
import { InputError } from './command.js';

/** The real streams and environment of a process. A reader that goes away early ends the output, not the process. */
export function nodeIo(host: NodeJS.Process): Io {
  return {
    stdout: outputTo(1, () => host.stdout),
    stderr: outputTo(2, () => host.stderr),
    cwd: workingFolder(host),
    env: host.env,
    readStdin: () => readAll(host.stdin),
  };
}

/** The working folder may have been removed; what does not need it still works. */
function workingFolder(host: NodeJS.Process): string {
  try {
    return host.cwd();
  } catch {
    return host.env['PWD'] ?? '/';
  }
}

/** A stream takes longer to set up than a short report to compute; files and pipes do without one. */
function outputTo(descriptor: number, stream: () => NodeJS.WriteStream): Output {
  return isFileOrPipe(descriptor) ? plainOutput(descriptor, stream) : streamOutput(stream);
}

function streamOutput(stream: () => NodeJS.WriteStream): Output {
  let opened: QuietStream | undefined;
  const open = (): NodeJS.WriteStream => {
    opened ??= quiet(stream());
    return opened.stream;
  };
  return {
    finish: async () => opened?.finish(),
    write: (text) => {
      open().write(text);
    },
    get isTerminal() {
      return open().isTTY === true;
    },
    get width() {
      return open().columns ?? 80;
    },
  };
}

function plainOutput(descriptor: number, stream: () => NodeJS.WriteStream): Output {
  let rest: QuietStream | undefined;
  let isLost = false;
  return {
    write: (text) => {
      if (rest !== undefined) {
        rest.stream.write(text);
        return;
      }
      const left = writeNow(descriptor, Buffer.from(text));
      if (left === 'lost') isLost = true;
      if (left === undefined || left === 'lost') return;
      rest = quiet(stream());
      rest.stream.write(left);
    },
    finish: async () => {
      if (isLost) throw lostOutput('EPIPE');
      await rest?.finish();
    },
    isTerminal: false,
    width: 80,
  };
}

/** Writes what can be written without waiting, and gives what cannot, or that nobody reads it any more. */
function writeNow(descriptor: number, bytes: Buffer): Buffer | 'lost' | undefined {
  let done = 0;
  while (done < bytes.length) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EPIPE') return 'lost';
      if (code !== 'EAGAIN') throw error;
      return bytes.subarray(done);
    }
  }
  return undefined;
}

/** What `node:os` calls `devNull`; loading that takes longer than writing a report. */
const NOWHERE = process.platform === 'win32' ? '\\\\.\\nul' : '/dev/null';

function isFileOrPipe(descriptor: number): boolean {
  try {
    const found = fstatSync(descriptor);
    if (found.isFile() || found.isFIFO()) return true;
    const nowhere = statSync(NOWHERE);
    return found.dev === nowhere.dev && found.ino === nowhere.ino;
  } catch {
    return false;
  }
}

interface QuietStream {
  readonly stream: NodeJS.WriteStream;
  readonly finish: () => Promise<void>;
}

/** A reader that goes away ends the output without a word, until somebody asks whether all of it was written. */
function quiet(stream: NodeJS.WriteStream): QuietStream {
  let failure: NodeJS.ErrnoException | undefined;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    failure ??= error;
    if (error.code !== 'EPIPE' && !isAwaited) throw error;
  });
  let isAwaited = false;
  return {
    stream,
    finish: () => {
      isAwaited = true;
      return new Promise((resolve, reject) => {
        const settle = (error?: NodeJS.ErrnoException | null): void => {
          const lost = error ?? failure;
          if (lost === undefined) resolve();
          else reject(lostOutput(lost.code ?? lost.message, lost));
        };
        if (failure !== undefined || stream.destroyed) settle();
        // What is written is written in order: nothing comes last.
        else stream.write('', settle);
      });
    },
  };
}

function lostOutput(code: string, cause?: Error): InputError {
  return new InputError(`The output could not be written to its end (${code}).`, { cause });
}

async function readAll(stream: NodeJS.ReadStream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > MAX_FILE_BYTES) throw new InputError(`Standard input has more than ${MAX_FILE_BYTES / 1024 / 1024} MB.`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
