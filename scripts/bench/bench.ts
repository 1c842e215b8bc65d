import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type CommandLine, medians, runOnce } from './measure.js';
import { findOasdiff } from './oasdiff.js';
import { type BenchPair, isPresent, PAIRS, root, smallPairs, withBatchFile } from './pairs.js';

/** What must not be exceeded. */
interface Budget {
  readonly startsOfNode?: number;
  readonly megabytes?: number;
  /** Of the time oasdiff takes for a tenth of the pairs. */
  readonly shareOfOasdiff?: number;
}

/**
 * Measures whole processes of the built command, and oasdiff beside it where that is installed. Times are given in starts of
 * `node`, which depend little on the machine. Ends with 1 when one is above its budget in budget.json.
 */
const specshift = join(root, 'dist/specshift.js');
const budgets: Readonly<Record<string, Budget>> = JSON.parse(
  readFileSync(join(root, 'scripts/bench/budget.json'), 'utf8'),
);
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } });
const rounds = Math.max(1, Number(values.rounds) || 7);
const oasdiff = findOasdiff();
const node: CommandLine = [process.execPath, '-e', '0'];
const exceeded: string[] = [];

function ours(...args: readonly string[]): CommandLine {
  return [process.execPath, specshift, 'diff', ...args];
}

function theirs(program: string, { files }: BenchPair): CommandLine {
  return [program, 'breaking', ...files];
}

function print(...cells: readonly string[]): void {
  console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(10) : cell.padStart(16))).join(''));
}

function milliseconds(value: number | undefined): string {
  return value === undefined ? '–' : `${value.toFixed(0)} ms`;
}

function megabytes(value: number | undefined): string {
  return value === undefined ? '–' : `${value.toFixed(0)} MB`;
}

/** A value, marked and noted where it is above its budget. */
function held(what: string, value: number, budget: number | undefined): string {
  if (budget === undefined || value <= budget) return value.toFixed(1);
  exceeded.push(`${what} is ${value.toFixed(1)}, and the budget ${budget}.`);
  return `${value.toFixed(1)} (!)`;
}

/** The times of processes that end within so many milliseconds vary by more than their budget leaves: they are run more often. */
const SHORT = 150;

async function benchPair(pair: BenchPair): Promise<void> {
  if (!isPresent(pair)) {
    print(pair.name, 'not present');
    return;
  }
  const budget = budgets[pair.name] ?? {};
  const command = ours(...pair.files);
  const first = await runOnce(command, true);
  if (first.exitCode !== 0 && first.exitCode !== 1)
    exceeded.push(`${pair.name}: specshift ended with ${first.exitCode}.`);
  const other = oasdiff === undefined ? undefined : await runOnce(theirs(oasdiff, pair), true);
  // One slow run says enough of a program that takes many times as long.
  const takesPart = oasdiff !== undefined && other !== undefined && other.milliseconds < 3_000;
  const turns = takesPart ? [node, command, theirs(oasdiff, pair)] : [node, command];
  const count = first.milliseconds < SHORT ? 5 * rounds : rounds;
  const [start = Number.NaN, time = Number.NaN, otherTime = other?.milliseconds] = await medians(turns, count);
  if (first.megabytes !== undefined) held(`${pair.name}: the memory in MB`, first.megabytes, budget.megabytes);
  print(
    pair.name,
    milliseconds(time),
    held(`${pair.name}: the time in starts of node`, time / start, budget.startsOfNode),
    megabytes(first.megabytes),
    other !== undefined && other.exitCode === undefined ? 'over a minute' : milliseconds(otherTime),
    otherTime === undefined ? '–' : `${(otherTime / time).toFixed(1)} times`,
    megabytes(other?.megabytes),
  );
}

/** A hundred small pairs in one process, against ten processes of oasdiff. */
async function benchBatch(): Promise<void> {
  const pairs = smallPairs(100);
  if (pairs.length === 0) {
    print('batch', 'not present');
    return;
  }
  await withBatchFile(pairs, async (file) => {
    const command = ours('--batch', file);
    const { megabytes: memory, exitCode } = await runOnce(command, true);
    if (exitCode !== 0 && exitCode !== 1) exceeded.push(`batch: specshift ended with ${exitCode}.`);
    const ten = oasdiff === undefined ? [] : pairs.slice(0, 10).map((pair) => theirs(oasdiff, pair));
    const [start = Number.NaN, time = Number.NaN, ...others] = await medians([node, command, ...ten], rounds);
    const otherTime = others.length === 0 ? undefined : others.reduce((sum, each) => sum + each, 0);
    if (otherTime !== undefined) {
      held('batch: the share of the time oasdiff takes for ten', time / otherTime, budgets['batch']?.shareOfOasdiff);
    }
    print(
      'batch',
      milliseconds(time),
      (time / start).toFixed(1),
      megabytes(memory),
      milliseconds(otherTime),
      otherTime === undefined ? '–' : `${(otherTime / time).toFixed(1)} times`,
      '–',
    );
  });
}

if (!existsSync(specshift)) {
  console.error('dist/specshift.js does not exist. Run "npm run build" first.');
  process.exit(2);
}
if (oasdiff === undefined) console.log('oasdiff is not installed, and is left out.');
print('pair', 'specshift', 'starts of node', 'memory', 'oasdiff', 'faster', 'its memory');
for (const pair of PAIRS) await benchPair(pair);
await benchBatch();
for (const line of exceeded) console.error(line);
process.exitCode = exceeded.length === 0 ? 0 : 1;
