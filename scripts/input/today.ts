import { type OptionValues, textOption, UsageError } from '../command.js';
import { isIsoDate } from './iso-date.js';

/** The day that `--today` gives, else the day it is in UTC. Only commands ask the clock, so that nothing else depends on it. */
export function todayFrom(options: OptionValues): string {
  return dateOption(options, 'today') ?? new Date().toISOString().slice(0, 10);
}

/** The ISO date that an option gives. */
export function dateOption(options: OptionValues, name: string): string | undefined {
  const value = textOption(options, name);
  if (value === undefined || isIsoDate(value)) return value;
  throw new UsageError(`--${name} takes a day such as 2027-01-31, not "${value}".`);
}
