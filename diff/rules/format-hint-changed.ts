import { isDefinedFormat } from './format-relation.js';
import { defineRule } from './rule.js';
import { quote } from './values.js';

export const formatHintChanged = defineRule({
  id: 'format-hint-changed',
  on: 'schema.format.changed',
  contract: 'wire',
  impact: { refuted: 'breaking', included: 'dangerous' },
  summary: 'A format came, went or changed that is not defined for the type.',
  why: 'What such a format demands is known to those who agreed on it, so whether values differ is not known.',
  fix: 'Say in the description what the format demands.',
  judge({ before, after, schemas }) {
    const isKnown =
      (before === undefined || isDefinedFormat(before, schemas.base)) &&
      (after === undefined || isDefinedFormat(after, schemas.revision));
    if (isKnown) return undefined;
    if (before === undefined) return after === undefined ? undefined : `The format ${quote(after)} was added.`;
    if (after === undefined) return `The format ${quote(before)} was removed.`;
    return `The format changed from ${quote(before)} to ${quote(after)}.`;
  },
});
