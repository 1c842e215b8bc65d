import { writeFileSync } from 'node:fs';
import { codeCacheFile, programOf } from './program.js';

/**
 * Compares the given pairs with the built program, and keeps what V8 compiled for that beside it. Runs in a process of its own:
 * `node code-cache.js <folder of the program> <base> <revision> …`.
 */
const [folder = '', ...documents] = process.argv.slice(2);
const { script, start } = programOf(folder);
for (let index = 0; index < documents.length; index += 2) {
  process.argv.splice(2, process.argv.length, 'diff', ...documents.slice(index, index + 2));
  start();
}
process.on('exit', () => {
  // The documents differ, as they must to reach all of the program. Only an exit code of 2 says that something is wrong.
  if (process.exitCode !== 0 && process.exitCode !== 1) return;
  process.exitCode = 0;
  writeFileSync(codeCacheFile(folder), script.createCachedData());
});
