import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { PARTS } from './parts.js';
import { withDefaultFlags } from './tier-up.js';

/** How much of a program is run. Large documents reach more of it, and to take over what was compiled of that takes small ones too long. */
export type Reach = 'small' | 'large';

/** A built program in a folder, or a part of it. */
export interface Program {
  /** Its file without the ending. */
  readonly name: string;
  readonly script: Script;
  /** Runs it, a program with the arguments of this process, and gives what it exports. */
  readonly start: () => unknown;
}

/**
 * A program, with what V8 compiled of it when it was built: a small comparison is otherwise spent on compiling. V8 takes that only
 * from its own version, with the same flags, and compiles anew where it does not.
 * @param require what it loads packages with
 * @param reach what is kept for small documents does for large ones where there is nothing else
 * @param onLoad is told of each part that the program loads
 */
export function programOf(
  folder: string,
  name: string,
  require: NodeJS.Require,
  reach: Reach = 'small',
  onLoad: (part: Program) => void = () => {},
): Program {
  const filename = join(folder, `${name}.js`);
  // All of it is ASCII, and read as such it need not be decoded.
  const source = readFileSync(filename, 'latin1');
  const large = reach === 'large' ? readCache(codeCacheFile(folder, name, reach)) : undefined;
  const cachedData = large ?? readCache(codeCacheFile(folder, name));
  const options = { filename, ...(cachedData === undefined ? {} : { cachedData }) };
  const script = withDefaultFlags(() => new Script(source, options));
  const load = partsFirst(require, folder, onLoad);
  return {
    name,
    script,
    start: () => {
      const module: { exports: unknown; readonly url: string } = {
        exports: {},
        // Stands for `import.meta.url`, which few commands ask for.
        get url() {
          return urlOf(filename);
        },
      };
      script.runInThisContext()(module.exports, load, module, filename, folder);
      return module.exports;
    },
  };
}

/** The URL of a file. Where no character needs another spelling, what makes one need not be loaded. */
function urlOf(filename: string): string {
  if (/^\/[\w./-]*$/.test(filename)) return `file://${filename}`;
  return process.getBuiltinModule('node:url').pathToFileURL(filename).href;
}

/** Loads what is a part of the built command from there, and all else as usual. */
function partsFirst(require: NodeJS.Require, folder: string, onLoad: (part: Program) => void): NodeJS.Require {
  const loaded = new Map<string, unknown>();
  const load = (id: string): unknown => {
    const name = Object.hasOwn(PARTS, id) ? PARTS[id] : undefined;
    if (name === undefined) return require(id);
    if (!loaded.has(name)) {
      const part = programOf(folder, name, require);
      loaded.set(name, part.start());
      onLoad(part);
    }
    return loaded.get(name);
  };
  return Object.assign(load, require);
}

/** Where the compiled code lies that this machine and this version of V8 can use. */
export function codeCacheFile(folder: string, name: string, reach: Reach = 'small'): string {
  const program = reach === 'large' ? `${name}-large` : name;
  return join(folder, `${program}-${process.platform}-${process.arch}-${process.versions.v8}.cache`);
}

function readCache(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
