import { MAX_FILE_BYTES } from '../openapi/source/text.js';
import type { Io, Output } from './command.js';
import { InputError } from './command.js';

/** The real streams and environment of a process. A reader that goes away early ends the output, not the process. */
export function nodeIo(host: NodeJS.Process): Io {
  for (const stream of [host.stdout, host.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  return {
    stdout: output(host.stdout),
    stderr: output(host.stderr),
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

function output(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => {
      stream.write(text);
    },
    isTerminal: stream.isTTY === true,
    width: stream.columns ?? 80,
  };
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
