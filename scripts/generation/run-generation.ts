import { counted } from '../../diff/counted.js';
import { encodeTerminal } from '../../report/encode/terminal.js';
import type { ExitCode, Io } from '../command.js';
import { type Memory, type RememberedClient, type RememberedStep, remember } from '../memory/memory-file.js';
import type { ReadFile } from '../memory/reads.js';
import { hashOf, hashOfFile } from '../output/manifest.js';
import { runtimeFiles } from '../output/runtime-files.js';
import { bringAbout } from './bring-about.js';
import type { GenerationTask, StepTask } from './generation-task.js';
import { type MadeClient, makeClient } from './make-client.js';

/** How a folder is made. */
export interface GenerationRun {
  readonly io: Io;
  /** Absolute. */
  readonly folder: string;
  /** Only tell what is not up to date. */
  readonly check: boolean;
  /** The hash of the running program. */
  readonly program: string;
  /** What the last run did. Absent: everything is done anew. */
  readonly memory: Memory | undefined;
}

/** Makes the clients of a folder, as far as they are not there yet, and tells what came of it. 1 where a check found stale files. */
export async function runGeneration(task: GenerationTask, run: GenerationRun): Promise<ExitCode> {
  const { io } = run;
  const start = performance.now();
  const hashOnDisk = hashesOnDisk();
  const clients = await makeClients(task, run, hashOnDisk);
  const runtime = await runtimeFiles('runtime');
  const code = await bringAbout(task.shown, run, runtime, clients, hashOnDisk, () => secondsSince(start));
  for (const [index, { title, contents, files }] of clients.entries()) {
    const folder = task.clients[index]?.folder ?? '';
    const [below, count] = folder === '' ? ['', files.size + runtime.length] : [`/${folder}`, files.size];
    io.stdout.write(`${encodeTerminal(`${title}: ${contents} → ${task.shown}${below} (${counted(count, 'file')})`)}\n`);
  }
  const steps = await tellSteps(task.steps, run);
  if (code === 0) keep(task, run, clients, steps);
  return code;
}

async function makeClients(
  task: GenerationTask,
  { io, folder, memory }: GenerationRun,
  hashOnDisk: (path: string) => string | undefined,
): Promise<readonly MadeClient[]> {
  const clients: MadeClient[] = [];
  for (const client of task.clients) {
    const start = performance.now();
    const made = await makeClient(client, folder, memory, hashOnDisk);
    clients.push(made);
    const what = made.made === undefined ? 'is unchanged' : `took ${secondsSince(start)}`;
    if (task.clients.length > 1)
      io.stderr.write(`[${clients.length}/${task.clients.length}] ${encodeTerminal(made.title)} ${what}\n`);
  }
  return clients;
}

async function tellSteps(
  steps: readonly StepTask[],
  { io, memory }: GenerationRun,
): Promise<Readonly<Record<string, RememberedStep>>> {
  const told: Record<string, RememberedStep> = {};
  for (const step of steps) {
    const known = memory?.steps[step.title];
    const isKnown = known !== undefined && digestOfStep(step) === known.digest;
    const line = isKnown ? known.line : await (await import('./describe-step.js')).describeStep(step);
    io.stdout.write(`${encodeTerminal(line)}\n`);
    const digest = digestOfStep(step);
    if (digest !== undefined) told[step.title] = { digest, line };
  }
  return told;
}

function digestOfStep({ base, revision }: StepTask): string | undefined {
  const [left, right] = [base.digest, revision.digest];
  return left === undefined || right === undefined ? undefined : hashOf(left + right);
}

function keep(
  { clients, steps }: GenerationTask,
  { io, folder, program }: GenerationRun,
  made: readonly MadeClient[],
  toldSteps: Readonly<Record<string, RememberedStep>>,
): void {
  const documents: Record<string, readonly ReadFile[]> = {};
  for (const source of [...clients.map((client) => client.source), ...steps.map(({ base }) => base)]) {
    if (source.files !== undefined) documents[source.name] = source.files;
  }
  const remembered: Record<string, RememberedClient> = {};
  for (const [index, { digest, files, title, contents }] of made.entries()) {
    if (digest === undefined) continue;
    remembered[clients[index]?.folder ?? ''] = { digest, files: Object.fromEntries(files), title, contents };
  }
  remember(folder, { program, documents, clients: remembered, steps: toldSteps }, io);
}

/** The hashes of files as they stand, each looked up once. */
function hashesOnDisk(): (path: string) => string | undefined {
  const hashes = new Map<string, string | undefined>();
  return (path) => {
    if (!hashes.has(path)) hashes.set(path, hashOfFile(path));
    return hashes.get(path);
  };
}

function secondsSince(start: number): string {
  return `${((performance.now() - start) / 1_000).toFixed(1)} s`;
}
