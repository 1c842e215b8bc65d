import { readFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';

/** The built program, compiled. */
export interface Program {
  readonly script: Script;
  /** Runs it with the arguments of this process. */
  readonly start: () => void;
}

/**
 * The program in a folder, with what V8 compiled of it when it was built: a small comparison is otherwise spent on compiling. V8 takes
 * that only from its own version, with the same flags, and compiles anew where it does not.
 */
export function programOf(folder: string): Program {
  const filename = join(folder, 'program.js');
  // All of it is ASCII, and read as such it need not be decoded.
  const source = wrap(readFileSync(filename, 'latin1'));
  const cachedData = readCache(codeCacheFile(folder));
  const script = new Script(source, { filename, ...(cachedData === undefined ? {} : { cachedData }) });
  return {
    script,
    start: () => {
      const module = { exports: {} };
      script.runInThisContext()(module.exports, createRequire(filename), module, filename, folder);
    },
  };
}

/** Where the compiled code lies that this machine and this version of V8 can use. */
export function codeCacheFile(folder: string): string {
  return join(folder, `program-${process.platform}-${process.arch}-${process.versions.v8}.cache`);
}

function readCache(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
