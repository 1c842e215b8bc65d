import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { PARTS } from './parts.js';
import { codeCacheFile, type Program, programOf } from './program.js';

/**
 * Compares the given pairs with a built program, and keeps what V8 compiled for that beside it. Runs in a process of its own:
 * `node code-cache.js <folder of the program> <its name> <small or large> <base> <revision> …`.
 */
const [folder = '', name = '', size, ...documents] = process.argv.slice(2);
const reach = size === 'large' ? size : 'small';
// What was compiled and not called for a while is forgotten otherwise.
setFlagsFromString('--no-flush-bytecode');
const loaded: Program[] = [];
const program = programOf(folder, name, createRequire(join(folder, `${name}.js`)), reach, (part) => loaded.push(part));
for (let index = 0; index < documents.length; index += 2) {
  process.argv.splice(2, process.argv.length, 'diff', ...documents.slice(index, index + 2));
  program.start();
}
process.on('exit', () => {
  // The documents differ, as they must to reach all of the program. Only an exit code of 2 says that something is wrong.
  if (process.exitCode !== 0 && process.exitCode !== 1) return;
  const missing = Object.values(PARTS).filter((part) => !loaded.some((one) => one.name === part));
  if (missing.length > 0) throw new Error(`The samples do not reach ${missing.join(' and ')}.`);
  process.exitCode = 0;
  // Compiled code is only taken over under the flags that it was kept under.
  setFlagsFromString('--flush-bytecode');
  writeFileSync(codeCacheFile(folder, name, reach), program.script.createCachedData());
  for (const part of loaded) writeFileSync(codeCacheFile(folder, part.name), part.script.createCachedData());
});
