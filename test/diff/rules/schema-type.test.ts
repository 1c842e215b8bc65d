import type { Usage } from '../../../diff/change.js';
import { nullAdded } from '../../../diff/rules/null-added.js';
import { nullRemoved } from '../../../diff/rules/null-removed.js';
import { nullReplaced } from '../../../diff/rules/null-replaced.js';
import { derived } from '../../../diff/rules/rule.js';
import { typeChanged } from '../../../diff/rules/type-changed.js';
import { typeNarrowed } from '../../../diff/rules/type-narrowed.js';
import { typeRestated } from '../../../diff/rules/type-restated.js';
import { typeWidened } from '../../../diff/rules/type-widened.js';
import { writtenTypeChanged } from '../../../diff/rules/written-type-changed.js';
import type { JsonType } from '../../../openapi/model/schema.js';
import { Origin } from '../../../openapi/source/origin.js';
import { compared, operation, schema } from './changes.js';
import { testRule } from './rule-tester.js';

function typed(list: string, before: JsonType, after: JsonType) {
  const origin = Origin.root('api.yaml').at('paths').at('/pets').at('get').at(list).at('0').at('schema');
  const of = (type: JsonType) => schema({ origin, types: [type] });
  const usages: readonly Usage[] = [{ operation: operation(), direction: 'request' }];
  return { before: [before], after: [after], usages, schemas: compared({ base: of(before), revision: of(after) }) };
}

testRule(typeChanged, {
  reports: [
    {
      change: { before: ['integer'], after: ['string'] },
      message: 'The type changed from integer to string.',
      request: derived,
      response: derived,
    },
    {
      change: { before: ['integer', 'string'], after: ['boolean', 'string'] },
      message: 'The type changed from integer or string to boolean or string.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [
    { before: ['integer'], after: ['number'] },
    { before: ['number'], after: ['integer'] },
    { before: ['integer'] },
  ],
});

testRule(typeWidened, {
  reports: [
    {
      change: { before: ['integer'], after: ['number'] },
      message: 'The type was widened from integer to number.',
      request: derived,
      response: derived,
    },
    {
      change: { before: ['string'] },
      message: 'The type was widened from string to any type.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [
    { before: ['number'], after: ['integer'] },
    { before: ['integer'], after: ['string'] },
  ],
});

testRule(typeNarrowed, {
  reports: [
    {
      change: { before: ['number'], after: ['integer'] },
      message: 'The type was narrowed from number to integer.',
      request: derived,
      response: derived,
    },
    {
      change: { after: ['string'] },
      message: 'The type was narrowed from any type to string.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [
    { before: ['integer'], after: ['number'] },
    { before: ['integer'], after: ['string'] },
  ],
});

testRule(typeRestated, {
  reports: [
    {
      change: { before: ['integer', 'number'], after: ['number'] },
      message: 'The type is written as number instead of integer or number.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [
    { before: ['integer'], after: ['number'] },
    { before: ['integer'], after: ['string'] },
  ],
});

testRule(nullAdded, {
  reports: [
    {
      change: { before: false, after: true },
      message: 'Null is now allowed.',
      request: 'non-breaking',
      response: { refuted: 'breaking', included: 'dangerous' },
    },
  ],
  ignores: [{ before: true, after: false }],
});

testRule(nullRemoved, {
  reports: [
    {
      change: { before: true, after: false },
      message: 'Null is no longer allowed.',
      request: { refuted: 'breaking', included: 'dangerous' },
      response: { refuted: 'breaking', included: 'dangerous' },
    },
  ],
  ignores: [
    { before: false, after: true },
    { before: true, after: false, sentinel: { value: 0 } },
  ],
});

testRule(nullReplaced, {
  reports: [
    {
      change: { before: true, after: false, sentinel: { value: 0, means: 'unassigned' } },
      message: 'Null was replaced by 0, meaning "unassigned".',
      request: { refuted: 'breaking', included: 'breaking' },
      response: { refuted: 'breaking', included: 'breaking' },
    },
    {
      change: { before: true, after: false, sentinel: { value: 'none' } },
      message: 'Null was replaced by "none".',
      request: { refuted: 'breaking', included: 'breaking' },
      response: { refuted: 'breaking', included: 'breaking' },
    },
  ],
  ignores: [{ before: true, after: false }],
});

testRule(writtenTypeChanged, {
  reports: [
    {
      change: typed('parameters', 'boolean', 'string'),
      message: 'The type changed from boolean to string, which is the same text where it is written.',
      request: 'breaking',
      response: 'breaking',
    },
  ],
  ignores: [
    typed('parameters', 'string', 'integer'),
    typed('parameters', 'integer', 'number'),
    typed('items', 'integer', 'string'),
  ],
});
