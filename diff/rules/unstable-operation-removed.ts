import { isUnstable, stabilityOf } from '../extensions/stability.js';
import { defineRule } from './rule.js';
import { quote } from './values.js';

export const unstableOperationRemoved = defineRule({
  id: 'unstable-operation-removed',
  on: 'operation.removed',
  contract: 'wire',
  impact: 'dangerous',
  summary: 'An operation was removed that was stated to be unstable.',
  why: 'It was said that it may go at any time, but callers that use it are no longer answered.',
  fix: 'Announce the end before the removal.',
  judge({ operation }) {
    if (!isUnstable(operation.extensions)) return undefined;
    return `The operation was removed; its stability was ${quote(stabilityOf(operation.extensions))} before.`;
  },
});
