import { isPromised } from '../extensions/extension-items.js';
import { defineRule } from './rule.js';
import { show } from './values.js';

export const idempotencyPromised = defineRule({
  id: 'idempotency-promised',
  on: 'extension.changed',
  contract: 'wire',
  impact: 'non-breaking',
  summary: 'A request is stated to be safe to repeat.',
  why: 'Callers may repeat it after a fault.',
  fix: 'Nothing needs to be done.',
  judge({ meaning, element, before, after }) {
    if (meaning !== 'idempotency' || isPromised(before)) return undefined;
    return `The ${element} may be repeated: ${show(after ?? null)}.`;
  },
});
