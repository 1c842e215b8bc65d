import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A program and its arguments. */
export type CommandLine = readonly [program: string, ...args: string[]];

/** One run of a whole process. */
export interface Run {
  readonly milliseconds: number;
  /** The most memory it held; absent where the system does not tell. */
  readonly megabytes?: number;
  /** `undefined` when it was ended because it took too long. */
  readonly exitCode: number | undefined;
}

const TIME_LIMIT = 60_000;

/** Runs a process from its start to its end. Asking for its memory meanwhile takes time of its own, so it is one or the other. */
export function runOnce([program, ...args]: CommandLine, withMemory = false): Promise<Run> {
  // An extra certificate is read at every start of Node 20 and has nothing to do with what is measured.
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, args, { env, stdio: 'ignore', timeout: TIME_LIMIT, killSignal: 'SIGKILL' });
    let megabytes: number | undefined;
    const watch = withMemory ? setInterval(() => (megabytes = peakOf(child.pid) ?? megabytes), 5) : undefined;
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(watch);
      const milliseconds = performance.now() - start;
      resolve({ milliseconds, exitCode: code ?? undefined, ...(megabytes === undefined ? {} : { megabytes }) });
    });
  });
}

/** The highest memory of a running process so far, where the system keeps it in a file. */
function peakOf(pid: number | undefined): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

/** The time of each command, in the middle of several runs. The runs take turns, so that a busy machine disturbs all alike. */
export async function medians(commands: readonly CommandLine[], rounds: number): Promise<readonly number[]> {
  const times = commands.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, command] of commands.entries()) times[index]?.push((await runOnce(command)).milliseconds);
  }
  return times.map((list) => list.sort((a, b) => a - b)[list.length >> 1] ?? Number.NaN);
}
