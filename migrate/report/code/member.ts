import { propertyName } from '../../../generator/emit/text.js';
import { text } from './literal.js';

/** Access to a member: `.name`, or `['other name']`. */
export function member(name: string, isMaybe = false): string {
  const isPlain = propertyName(name) === name;
  if (isPlain) return `${isMaybe ? '?.' : '.'}${name}`;
  return `${isMaybe ? '?.' : ''}[${text(name)}]`;
}
