import { isUnstable } from '../extensions/stability.js';
import { defineRule } from './rule.js';

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
    return operation.deprecated ? 'The operation was removed; it was deprecated before.' : 'The operation was removed.';
  },
});
