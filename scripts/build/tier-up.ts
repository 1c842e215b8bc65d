import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { statSync } from 'node:fs';
import { BASE_READ } from '../input/base-read.js';
import { compares } from './programs.js';

/**
 * When V8 compiles a function for speed, for a program that ends within a second: to compare two large documents it would compile two
 * hundred functions, some of them in vain and most too late, for a third of the work. All of this is changed while the program runs,
 * since what starts it gives no flags; V8 reads them anew whenever it needs them.
 */
const LATE = '--interrupt-budget=600000';
/**
 * How fast the young heap grows: at once to what documents fill while they are read. Until the second one it has grown; more room
 * takes longer to get than it takes to look through the same again.
 */
const GROWING = '--semi-space-growth-factor=8';
const GROWN = '--semi-space-growth-factor=1';
/** What V8 starts with: compiled code that was kept is only taken over under the flags it was kept under. */
const DEFAULT = ['--interrupt-budget=67584', '--semi-space-growth-factor=2'];

/** The version of V8 that this was measured with; others have other tiers. */
const MEASURED = /^11\./;

/** With fewer bytes to read there is nothing to gain by setting up V8. */
const LARGE = 200_000;
/** With fewer, V8 never gets to look through all of the heap. */
const WORTH_GROWING = 1_500_000;

/** What V8 is given for this run; nothing where it is left as it starts. */
let given: readonly string[] = [];

/** The bytes that a command compares, as far as its arguments tell them; a batch is as much as a large document, whatever its size. */
export function bytesCompared([command, ...args]: readonly string[]): number {
  if (!compares(command)) return 0;
  const size = args.reduce((sum, arg) => sum + sizeOf(arg), 0);
  return args.includes('--batch') ? Math.max(size, LARGE) : size;
}

/** Whether so many bytes are large documents or many of them, of which a comparison takes its time. */
export function isLarge(bytes: number): boolean {
  return bytes >= LARGE;
}

/** Sets up V8 for a comparison of so many bytes. */
export function expectShortRun(bytes: number): void {
  if (!MEASURED.test(process.versions.v8) || !isLarge(bytes)) return;
  if (bytes >= WORTH_GROWING) expectGrowth();
  give([LATE, GROWING]);
  subscribe(BASE_READ, stopGrowing);
}

function stopGrowing(): void {
  unsubscribe(BASE_READ, stopGrowing);
  give([LATE, GROWN]);
}

function give(flags: readonly string[]): void {
  given = flags;
  set(flags);
}

/** How far the old heap may grow beyond what is in it, in percent: 4 MB when a program starts, up to 200 when two documents are compared. */
const GROWTH = 6_000;

/**
 * Lets the old heap grow to what a comparison fills before V8 looks through all of it, which takes 15 ms in the midst of the work and
 * as much again on another core. V8 sets the limit when it has looked through the heap, which takes 4 ms with almost nothing in it.
 */
function expectGrowth(): void {
  set([`--heap-growing-percent=${GROWTH}`, '--expose-gc']);
  const collect: unknown = process.getBuiltinModule('node:vm').runInNewContext('gc');
  if (typeof collect === 'function') collect();
  set(['--heap-growing-percent=0', '--no-expose-gc']);
}

/** Does something under the flags that V8 starts with. */
export function withDefaultFlags<Result>(act: () => Result): Result {
  if (given.length === 0) return act();
  set(DEFAULT);
  const result = act();
  set(given);
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
