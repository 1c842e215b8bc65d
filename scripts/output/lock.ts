import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { InputError } from '../command.js';

const WAIT_MS = 50;
const ATTEMPTS = 200;

/**
 * Runs something while no other process does so under the same lock file. A lock whose process has ended is taken over.
 * @throws InputError when another process keeps the lock for 10 seconds
 */
export async function withLock<Value>(path: string, shown: string, run: () => Promise<Value>): Promise<Value> {
  await acquire(path, shown);
  try {
    return await run();
  } finally {
    await rm(path, { force: true });
  }
}

async function acquire(path: string, shown: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      await writeFile(path, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = Number(await readFile(path, 'utf8').catch(() => ''));
    // An empty file is a lock that is being written, unless it stays so.
    if (holder > 0 ? !isRunning(holder) : attempt > ATTEMPTS / 2) await rm(path, { force: true });
    else await setTimeout(WAIT_MS);
  }
  throw new InputError(`"${shown}" is locked: another process is writing it.`);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
