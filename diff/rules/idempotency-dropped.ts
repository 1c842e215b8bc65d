import { isPromised } from '../extensions/extension-items.js';
import { changed } from './changed.js';
import { defineRule } from './rule.js';

export const idempotencyDropped = defineRule({
  id: 'idempotency-dropped',
  on: 'extension.changed',
  contract: 'wire',
  impact: 'dangerous',
  summary: 'A request is no longer stated to be safe to repeat as before.',
  why: 'Callers that repeat a request after a fault may do twice what they want once.',
  fix: 'Keep the promise.',
  judge({ meaning, element, ...values }) {
    if (meaning !== 'idempotency' || !isPromised(values.before)) return undefined;
    return `What is promised for repeating the ${element} ${changed(values)}.`;
  },
});
