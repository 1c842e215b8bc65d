import { run } from '../scripts/cli.js';
import type { ExitCode, Io } from '../scripts/command.js';

/** What a command printed and how it ended. */
export interface CommandResult {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command in this process, with streams of its own. */
export async function runCommand(
  args: readonly string[],
  options: {
    readonly cwd?: string;
    readonly stdin?: string;
    readonly width?: number;
    readonly terminal?: boolean;
    readonly env?: Io['env'];
  } = {},
): Promise<CommandResult> {
  let stdout = '';
  let stderr = '';
  const width = options.width ?? 80;
  const isTerminal = options.terminal ?? false;
  const code = await run(args, {
    stdout: {
      write: (text) => {
        stdout += text;
      },
      isTerminal,
      width,
    },
    stderr: {
      write: (text) => {
        stderr += text;
      },
      isTerminal,
      width,
    },
    cwd: options.cwd ?? process.cwd(),
    env: options.env ?? {},
    readStdin: async () => Buffer.from(options.stdin ?? ''),
  });
  return { code, stdout, stderr };
}
