import type { Io } from '../command.js';

/** Whether results are told in colour: on a terminal that can, unless the user asks for none (https://no-color.org). */
export function isColoured({ stdout, env }: Pick<Io, 'stdout' | 'env'>): boolean {
  return stdout.isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}
