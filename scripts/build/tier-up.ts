import { statSync } from 'node:fs';
import { compares } from './programs.js';

/**
 * When V8 compiles a function for speed, and how fast its young heap grows, for a program that ends within a second: to compare two
 * large documents it would compile two hundred functions, some of them in vain and most too late, for a third of the work. Changed
 * while the program runs, since what starts it gives no flags; V8 reads both anew whenever it needs them.
 */
const SHORT_RUN = ['--interrupt-budget=600000', '--semi-space-growth-factor=8'];
/** What V8 starts with: compiled code that was kept is only taken over under the flags it was kept under. */
const DEFAULT = ['--interrupt-budget=67584', '--semi-space-growth-factor=2'];

/** The version of V8 that this was measured with; others have other tiers. */
const MEASURED = /^11\./;

/** With fewer bytes to read there is nothing to gain. */
const WORTH_IT = 200_000;

let isShortRun = false;

/** Sets up V8 for a comparison of large documents or of many, by the arguments of the command. */
export function expectShortRun([command, ...args]: readonly string[]): void {
  if (!MEASURED.test(process.versions.v8) || !compares(command)) return;
  if (!args.includes('--batch') && args.reduce((sum, arg) => sum + sizeOf(arg), 0) < WORTH_IT) return;
  isShortRun = true;
  set(SHORT_RUN);
}

/** Does something under the flags that V8 starts with. */
export function withDefaultFlags<Result>(act: () => Result): Result {
  if (!isShortRun) return act();
  set(DEFAULT);
  const result = act();
  set(SHORT_RUN);
  return result;
}

function set(flags: readonly string[]): void {
  // Loading it takes longer than comparing small documents gains.
  const v8 = process.getBuiltinModule('node:v8');
  for (const flag of flags) v8.setFlagsFromString(flag);
}

function sizeOf(name: string): number {
  try {
    return statSync(name, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    // Whatever is wrong with it is told by who reads it.
    return 0;
  }
}
