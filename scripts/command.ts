import type { ParseArgsConfig } from 'node:util';

/** What a command may touch. Tests hand in their own. */
export interface Io {
  /** Results. */
  readonly stdout: Output;
  /** Talk and progress. */
  readonly stderr: Output;
  /** The working folder, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly readStdin: () => Promise<Uint8Array>;
}

/** Where a command writes to. */
export interface Output {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  /** In characters; 80 where there is no terminal. */
  readonly width: number;
  /**
   * Waits until all of it is written. Absent: it is, as soon as `write` returns.
   * @throws InputError when a part of it is lost, for who reads half a report may take it for a good one
   */
  readonly finish?: () => Promise<void>;
}

/** 0: passed. 1: the gate failed. 2: could not run. */
export type ExitCode = 0 | 1 | 2;

type OptionConfig = NonNullable<ParseArgsConfig['options']>[string];

/** An option of a command, with what `--help` says. */
export interface CommandOption {
  readonly type: OptionConfig['type'];
  readonly short?: string;
  readonly multiple?: boolean;
  /** The name of the value in the help: `<folder>`. */
  readonly value?: string;
  readonly description: string;
}

/** The values of options as parsed. */
export type OptionValues = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

/** A command: what `--help` says of it, and what it does. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** How it is called: `<base> <revision>`. */
  readonly usage: string;
  /** Paragraphs for its own help. */
  readonly details: readonly string[];
  readonly options: Readonly<Record<string, CommandOption>>;
  readonly run: (args: Arguments, io: Io) => Promise<ExitCode>;
}

/** What a command was called with. */
export interface Arguments {
  readonly positionals: readonly string[];
  readonly options: OptionValues;
}

/** The call itself is wrong: an unknown option, a missing argument. The message says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Something outside the documents is wrong: a file cannot be read, a folder cannot be written. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** The text value of an option that is not repeated. */
export function textOption(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The text values of an option that may be repeated. */
export function textOptions(options: OptionValues, name: string): readonly string[] {
  const value = options[name];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** The value of an option that takes one of a few words. */
export function choiceOption<Choice extends string>(
  options: OptionValues,
  name: string,
  choices: readonly Choice[],
  fallback: Choice,
): Choice {
  const value = textOption(options, name);
  if (value === undefined) return fallback;
  const choice = choices.find((candidate) => candidate === value);
  if (choice !== undefined) return choice;
  throw new UsageError(`--${name} takes ${choices.join(', ')}, not "${value}".`);
}
