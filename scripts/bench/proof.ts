import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readInput } from '../input/read-input.js';
import { nodeIo } from '../io.js';
import {
  CONTAINMENT_SUITES,
  type ContainmentTally,
  decidedShare,
  tallyContainment,
} from './containment/containment-tally.js';
import { addTallies, type ProofTally, tallyProofs } from './proof-tally.js';

/**
 * Prints, for real pairs of documents, the share of decided questions about schemas and of breaking findings with a confirmed
 * value, and for cases of inclusion that others collected, how many are decided and that none is decided wrongly. Ends with 1 when a
 * figure is worse than the one kept in proof.json; `--keep` writes down better ones.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const shared = join(root, '../shared');
const keptFile = join(root, 'scripts/bench/proof.json');

const versions = ['2.11', '2.12', '2.13', '2.14', '2.15', 'preview'];

function pairs(): readonly (readonly [string, string])[] {
  const official = versions.map((version) => join(shared, 'intercom/official', `${version}.yaml`));
  const steps = official.slice(1).map((revision, index) => [official[index] ?? '', revision] as const);
  const manifest = join(shared, 'pairs/manifest.json');
  if (!existsSync(manifest)) return steps.filter((pair) => pair.every((file) => existsSync(file)));
  const listed: readonly { readonly base: string; readonly revision: string }[] = JSON.parse(
    readFileSync(manifest, 'utf8'),
  );
  const others = listed.map(
    ({ base, revision }) => [join(shared, 'pairs', base), join(shared, 'pairs', revision)] as const,
  );
  return [...steps, ...others].filter((pair) => pair.every((file) => existsSync(file)));
}

interface Shares {
  readonly undecidedShare: number;
  readonly witnessedShare: number;
  readonly medianBytes: number;
}

function sharesOf({ included, refuted, undecided, witnessed, unwitnessed, bytes }: ProofTally): Shares {
  const questions = included + refuted + undecided;
  const proofs = witnessed + unwitnessed;
  return {
    undecidedShare: questions === 0 ? 0 : undecided / questions,
    witnessedShare: proofs === 0 ? 1 : witnessed / proofs,
    medianBytes: [...bytes].sort((a, b) => a - b)[Math.floor(bytes.length / 2)] ?? 0,
  };
}

function row(name: string, tally: ProofTally): string {
  const { undecidedShare, witnessedShare, medianBytes } = sharesOf(tally);
  const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;
  return [
    name.slice(0, 57).padEnd(58),
    String(tally.included + tally.refuted + tally.undecided).padStart(9),
    percent(undecidedShare).padStart(10),
    String(tally.witnessed + tally.unwitnessed).padStart(9),
    percent(witnessedShare).padStart(10),
    String(medianBytes).padStart(7),
    String(tally.byRule).padStart(8),
  ].join('');
}

interface Kept extends Shares {
  /** For each suite of cases, the share that is decided. None may be wrong. */
  readonly containment: Readonly<Record<string, number>>;
}

function isWorse(now: Kept, kept: Kept): boolean {
  return (
    now.undecidedShare > kept.undecidedShare ||
    now.witnessedShare < kept.witnessedShare ||
    now.medianBytes > kept.medianBytes ||
    Object.entries(kept.containment).some(([name, share]) => (now.containment[name] ?? 0) < share)
  );
}

function containmentRow(name: string, tally: ContainmentTally): string {
  const { cases, decided } = decidedShare(tally);
  const { right, validated, rewritten, decimal, undecided, unreadable, wrong } = tally;
  return [
    name.padEnd(20),
    ...[cases, right, validated, rewritten, decimal, undecided, unreadable, wrong].map((count) =>
      String(count).padStart(11),
    ),
    `${(decided * 100).toFixed(2)} %`.padStart(11),
  ].join('');
}

const all = pairs();
if (all.length === 0 || !CONTAINMENT_SUITES.every(({ file }) => existsSync(file))) {
  console.log('Skipped: the documents to measure with are not here.');
  process.exit(0);
}
console.log(
  `${'pair'.padEnd(58)}questions undecided breaking witnessed  median by rule\n${' '.repeat(58)}${' '.repeat(10)}${' '.repeat(28)}  bytes`,
);
const io = nodeIo(process);
const tallies: ProofTally[] = [];
for (const [base, revision] of all) {
  const [left, right] = [await readInput(base, io, new Set()), await readInput(revision, io, new Set())];
  const tally = await tallyProofs(left, right);
  tallies.push(tally);
  const name = (file: string): string => (file.split('/').at(-1) ?? file).replace(/\.(yaml|json)$/, '');
  console.log(row(`${name(base)} → ${name(revision)}`, tally));
}
const total = addTallies(tallies);
console.log(row('all', total));

console.log(
  `\n${'cases of inclusion'.padEnd(20)}${['cases', 'right', 'validated', 'rewritten', 'decimal', 'undecided', 'unreadable', 'wrong', 'decided'].map((title) => title.padStart(11)).join('')}`,
);
const containment: Record<string, number> = {};
let wrong = 0;
for (const suite of CONTAINMENT_SUITES) {
  const tally = await tallyContainment(suite);
  console.log(containmentRow(suite.name, tally));
  containment[suite.name] = decidedShare(tally).decided;
  wrong += tally.wrong;
}

const now: Kept = { ...sharesOf(total), containment };
const kept: Kept = JSON.parse(readFileSync(keptFile, 'utf8'));
if (isWorse(now, kept)) console.log(`Worse than what ${keptFile.slice(root.length)} keeps: ${JSON.stringify(kept)}.`);
else if (wrong === 0 && process.argv.includes('--keep')) writeFileSync(keptFile, `${JSON.stringify(now, null, 2)}\n`);
process.exitCode = isWorse(now, kept) || wrong > 0 ? 1 : 0;
