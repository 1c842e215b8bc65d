import { isUnstable } from '../extensions/stability.js';
import { sunsetDate } from '../extensions/sunset-date.js';
import { defineRule } from './rule.js';
import { quote } from './values.js';

export const operationRemoved = defineRule({
  id: 'operation-removed',
  on: 'operation.removed',
  contract: 'wire',
  impact: 'breaking',
  summary: 'An operation was removed.',
  why: 'Requests to it are no longer answered.',
  fix: 'Keep the operation, mark it as deprecated, and remove it in a later version.',
  judge({ operation }) {
    if (isUnstable(operation.extensions)) return undefined;
    const sunset = sunsetDate(operation.extensions.get('x-sunset'))?.slice(0, 10);
    if (sunset !== undefined) return `The operation was removed; it was to end on ${quote(sunset)}.`;
    return operation.deprecated ? 'The operation was removed; it was deprecated before.' : 'The operation was removed.';
  },
});
