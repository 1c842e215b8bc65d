import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CommandLine, medians, runOnce } from '../measure.js';
import { makeClients } from './make-clients.js';
import { COMPILERS, errorsWithAllFlags, sizeOf, typeWorkOf } from './measure-program.js';
import { type Programs, programsOf } from './programs.js';
import { type BenchDocuments, benchDocuments, installPeers, programOf, root, withWorkplace } from './workplace.js';

/**
 * Measures a small program written with each client: its size, what its types cost, how long it takes to start, and how long its
 * client takes to be generated. Ends with 1 when one of our figures is above its budget in budget.json.
 */
const budget: Readonly<Record<string, number>> = JSON.parse(
  readFileSync(join(root, 'scripts/bench/client/budget.json'), 'utf8'),
);
const exceeded: string[] = [];
const ROUNDS = 5;

function print(...cells: readonly string[]): void {
  console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(22) : cell.padStart(16))).join(''));
}

function held(what: string, value: number): string {
  const most = budget[what];
  const text = Number.isInteger(value) ? value.toLocaleString('en') : value.toFixed(1);
  if (most === undefined || value <= most) return text;
  exceeded.push(`${what} is ${text}, and the budget ${most.toLocaleString('en')}.`);
  return `${text} (!)`;
}

function plain(_: string, value: number): string {
  return value.toLocaleString('en');
}

async function benchPrograms(folder: string, programs: Readonly<Record<string, Programs>>): Promise<void> {
  print('client', 'minified', 'gzip', '+ 2nd version', 'all methods', 'instantiations', 'check time');
  for (const [name, { minimal, second, facade }] of Object.entries(programs)) {
    const show = name === 'specshift' ? held : plain;
    const size = await sizeOf(folder, minimal);
    const types = typeWorkOf(folder, minimal);
    if (types.errors > 0) console.error(`${name}: ${types.errors} errors of types in the program itself.`);
    print(
      name,
      show('minimalBytes', size.bytes),
      show('minimalGzipBytes', size.gzipBytes),
      second === undefined ? '–' : show('secondVersionBytes', (await sizeOf(folder, second)).bytes - size.bytes),
      facade === undefined ? '–' : show('facadeBytes', (await sizeOf(folder, facade)).bytes),
      show('instantiations', types.instantiations),
      `${types.seconds.toFixed(2)} s`,
    );
  }
}

async function benchErrors(folder: string, programs: Readonly<Record<string, Programs>>): Promise<void> {
  print('\nerrors, all flags', ...COMPILERS);
  for (const [name, { minimal }] of Object.entries(programs)) {
    const show = name === 'specshift' ? held : plain;
    print(name, ...COMPILERS.map((compiler) => show('typeErrors', errorsWithAllFlags(folder, minimal, compiler))));
  }
}

async function benchStart(folder: string, programs: Readonly<Record<string, Programs>>): Promise<void> {
  const commands = Object.entries(programs).map(([name, { start }]): CommandLine => {
    const file = join(folder, `start-${name.replace(/\W/g, '')}.mjs`);
    writeFileSync(file, start);
    return [process.execPath, file];
  });
  const empty = join(folder, 'start-nothing.mjs');
  writeFileSync(empty, '');
  const [nothing = 0, ...times] = await medians([[process.execPath, empty], ...commands], ROUNDS);
  print('\nimport of all', 'beyond an empty program');
  for (const [index, name] of Object.keys(programs).entries()) {
    print(name, `${Math.max(0, (times[index] ?? 0) - nothing).toFixed(0)} ms`);
  }
}

/** Seven versions of ours against one run of openapi-typescript, which only writes types, and a run in which nothing changed. */
async function benchGeneration(folder: string, { preview }: BenchDocuments): Promise<void> {
  const specshift = [process.execPath, join(root, 'dist/specshift.js'), 'generate', 'intercom'] as const;
  const out = ['--out', join(folder, 'seven')] as const;
  const theirs = programOf('openapi-typescript', 'bin/cli.js');
  process.chdir(root);
  const [all = 0, types = 1] = await medians(
    [
      [...specshift, ...out, '--force'],
      [process.execPath, theirs, preview, '-o', join(folder, 'types.ts')],
    ],
    ROUNDS,
  );
  const unchanged = await fastest([...specshift, ...out]);
  console.log(`\nseven versions generated           ${all.toFixed(0)} ms`);
  console.log(`openapi-typescript, types of one   ${types.toFixed(0)} ms`);
  console.log(`runs of it for all seven           ${held('generationInRunsOfOpenapiTypescript', all / types)}`);
  console.log(`all seven, nothing changed         ${held('unchangedMilliseconds', Math.round(unchanged))} ms`);
}

/** The shortest of several runs: whatever else the machine does only adds to it. */
async function fastest(command: CommandLine): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push((await runOnce(command)).milliseconds);
  return Math.min(...times);
}

if (!existsSync(join(root, 'dist/specshift.js'))) {
  console.error('dist/specshift.js does not exist. Run "npm run build" first.');
  process.exit(2);
}
installPeers();
const documents = benchDocuments();
console.log(`List contacts, get a conversation, reply to it; clients generated from ${documents.name}, 2.15.\n`);
await withWorkplace(async (folder) => {
  await makeClients(folder, documents);
  const programs = programsOf(documents.conversationId);
  await benchPrograms(folder, programs);
  await benchErrors(folder, programs);
  await benchStart(folder, programs);
  await benchGeneration(folder, documents);
});
for (const line of exceeded) console.error(line);
process.exitCode = exceeded.length === 0 ? 0 : 1;
