import { fstatSync, statSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
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
  let opened: NodeJS.WriteStream | undefined;
  const open = (): NodeJS.WriteStream => {
    opened ??= quiet(stream());
    return opened;
  };
  return {
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
  let rest: NodeJS.WriteStream | undefined;
  return {
    write: (text) => {
      if (rest !== undefined) {
        rest.write(text);
        return;
      }
      const left = writeNow(descriptor, Buffer.from(text));
      if (left === undefined) return;
      rest = quiet(stream());
      rest.write(left);
    },
    isTerminal: false,
    width: 80,
  };
}

/** Writes what can be written without waiting, and gives what cannot. */
function writeNow(descriptor: number, bytes: Buffer): Buffer | undefined {
  let done = 0;
  while (done < bytes.length) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EPIPE') return undefined;
      if (code !== 'EAGAIN') throw error;
      return bytes.subarray(done);
    }
  }
  return undefined;
}

function isFileOrPipe(descriptor: number): boolean {
  try {
    const found = fstatSync(descriptor);
    if (found.isFile() || found.isFIFO()) return true;
    const nowhere = statSync(devNull);
    return found.dev === nowhere.dev && found.ino === nowhere.ino;
  } catch {
    return false;
  }
}

function quiet(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return stream;
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
