/** The commands that compare and end, which are called most, and in pipelines again and again. */
const COMPARING: ReadonlySet<string> = new Set(['diff', 'explain', 'gate']);

/** The modules of all other commands, as the command line loads them. */
const OTHERS = ['changelog-check', 'changelog-write', 'drift', 'generate', 'history', 'init', 'migrate'].map(
  (name) => `./commands/${name}.js`,
);

/**
 * The programs of the built command, each a file, with the modules that it does without. What V8 kept of a program is taken over
 * as a whole, so that one without the clients and pages starts sooner.
 */
export const PROGRAMS: Readonly<Record<'comparison' | 'program', readonly string[]>> = {
  comparison: OTHERS,
  program: [],
};

/** Whether a command compares and ends. */
export function compares(command = ''): boolean {
  return COMPARING.has(command);
}

/**
 * The program that has a command.
 * @param isDebugged whether traces of the stack are wanted, which only a program that keeps names has readable
 */
export function programFor(command: string | undefined, isDebugged = false): keyof typeof PROGRAMS {
  return compares(command) && !isDebugged ? 'comparison' : 'program';
}

/** Whether functions and variables of a program have the names of its source. Shorter ones are read sooner when it starts. */
export function keepsNames(program: string): boolean {
  return program !== 'comparison';
}
