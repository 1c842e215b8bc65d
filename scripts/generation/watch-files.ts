import { statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { ExitCode, Io } from '../command.js';
import { tellError } from '../tell-error.js';

/** How often files are looked at. Asking for events instead is of no use on drives of a network and in many containers. */
const EVERY_MS = 200;

/**
 * Runs something, and again whenever a file it depends on is another one than before; it ends with the process.
 * @param files their paths; a run adds to them
 */
export async function watchFiles(files: ReadonlySet<string>, run: () => Promise<ExitCode>, io: Io): Promise<ExitCode> {
  for (;;) {
    // What changes while a run goes on is seen by the next look, as this one is from before it.
    const before = new Map([...files].map((path) => [path, stateOf(path)]));
    await run().catch((error: unknown) => tellError(error, io));
    for (const path of files) if (!before.has(path)) before.set(path, stateOf(path));
    io.stderr.write(`Watching ${files.size} files …\n`);
    await change(before);
  }
}

/** Waits until a file changes, and then until none does, since many programs write a file in steps. */
async function change(before: ReadonlyMap<string, string>): Promise<void> {
  const isSame = (states: ReadonlyMap<string, string>): boolean =>
    [...states].every(([path, state]) => stateOf(path) === state);
  while (isSame(before)) await setTimeout(EVERY_MS);
  for (;;) {
    const now = new Map([...before.keys()].map((path) => [path, stateOf(path)]));
    await setTimeout(EVERY_MS / 4);
    if (isSame(now)) return;
  }
}

/** What a write changes of a file, or that there is none. */
function stateOf(path: string): string {
  try {
    const { mtimeNs, size, ino } = statSync(path, { bigint: true });
    return `${mtimeNs} ${size} ${ino}`;
  } catch {
    return 'none';
  }
}
