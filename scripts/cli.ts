import { parseArgs } from 'node:util';
import { type Command, type ExitCode, type Io, type OptionValues, UsageError } from './command.js';
import { commandHelp, overview } from './help.js';
import { tellError } from './tell-error.js';
import { VERSION } from './version.js';

/** Commands are loaded when they are called: `diff` never loads what only `generate` needs. A name may have two words. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  'changelog check': async () => (await import('./commands/changelog-check.js')).changelogCheck,
  'changelog write': async () => (await import('./commands/changelog-write.js')).changelogWrite,
  diff: async () => (await import('./commands/diff.js')).diff,
  drift: async () => (await import('./commands/drift.js')).drift,
  explain: async () => (await import('./commands/explain.js')).explain,
  gate: async () => (await import('./commands/gate.js')).gate,
  generate: async () => (await import('./commands/generate.js')).generate,
  history: async () => (await import('./commands/history.js')).history,
  init: async () => (await import('./commands/init.js')).init,
  migrate: async () => (await import('./commands/migrate.js')).migrate,
};

/** Runs the command line `specshift …args` and gives its exit code. Nothing is thrown: every failure is told on stderr. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await dispatch(args, io);
  } catch (error) {
    return tellError(error, io);
  }
}

async function dispatch(args: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const topic = named(rest);
    io.stdout.write(topic === undefined ? overview(await loadAll()) : commandHelp(await topic.load()));
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    io.stdout.write(`${VERSION}\n`);
    return 0;
  }
  const found = named(args);
  if (found === undefined) throw new UsageError(unknownCommand(args));
  const command = await found.load();
  const { values, positionals } = parse(command, found.rest);
  if (values['help'] === true) {
    io.stdout.write(commandHelp(command));
    return 0;
  }
  return command.run({ positionals, options: values }, io);
}

interface NamedCommand {
  readonly load: () => Promise<Command>;
  /** The arguments after its name. */
  readonly rest: readonly string[];
}

/** The command that arguments begin with, by two words or by one. */
function named(args: readonly string[]): NamedCommand | undefined {
  for (const words of [2, 1]) {
    const name = args.slice(0, words).join(' ');
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (load !== undefined) return { load, rest: args.slice(words) };
  }
  return undefined;
}

function unknownCommand([first = '', second]: readonly string[]): string {
  const seconds = Object.keys(COMMANDS).flatMap((name) =>
    name.startsWith(`${first} `) ? [name.split(' ')[1] ?? ''] : [],
  );
  if (seconds.length === 0)
    return `There is no command "${first}". The commands are ${Object.keys(COMMANDS).join(', ')}.`;
  const asked = second === undefined || second.startsWith('-') ? '' : `, not "${second}"`;
  return `${first} takes ${seconds.join(' or ')}${asked}. See "specshift --help".`;
}

function loadAll(): Promise<Command[]> {
  return Promise.all(Object.values(COMMANDS).map((load) => load()));
}

function parse(command: Command, args: readonly string[]): { values: OptionValues; positionals: readonly string[] } {
  // What reads options takes 1 ms to load.
  if (!args.some((arg) => arg.startsWith('-'))) return { values: {}, positionals: args };
  const options: Record<string, { type: 'string' | 'boolean'; short?: string; multiple?: boolean }> = {
    help: { type: 'boolean', short: 'h' },
  };
  for (const [name, { type, short, multiple }] of Object.entries(command.options)) {
    options[name] = {
      type,
      ...(short === undefined ? {} : { short }),
      ...(multiple === undefined ? {} : { multiple }),
    };
  }
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(/\. |\n/)[0]?.replace(/\.$/, '') : String(error);
    throw new UsageError(`${reason}. See "specshift ${command.name} --help".`, { cause: error });
  }
}
