import { additionalPropertiesClosed } from '../../../diff/rules/additional-properties-closed.js';
import { additionalPropertiesConstrained } from '../../../diff/rules/additional-properties-constrained.js';
import { additionalPropertiesOpened } from '../../../diff/rules/additional-properties-opened.js';
import { mapClosed } from '../../../diff/rules/map-closed.js';
import { mapWidened } from '../../../diff/rules/map-widened.js';
import { derived } from '../../../diff/rules/rule.js';
import { testRule } from './rule-tester.js';

testRule(additionalPropertiesClosed, {
  reports: [
    {
      change: { before: 'open', after: 'closed', isMap: false },
      message: 'Properties that are not declared are no longer allowed.',
      request: derived,
      response: derived,
    },
    {
      change: { before: 'constrained', after: 'closed', isMap: false },
      message: 'Properties that are not declared are no longer allowed.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [
    { before: 'closed', after: 'open', isMap: false },
    { before: 'open', after: 'closed', isMap: true },
    { before: 'open', after: 'constrained', isMap: false },
  ],
});

testRule(additionalPropertiesConstrained, {
  reports: [
    {
      change: { before: 'open', after: 'constrained', isMap: false },
      message: 'Properties that are not declared must now match a schema.',
      request: derived,
      response: derived,
    },
    {
      change: { before: 'open', after: 'constrained', isMap: true },
      message: 'Properties that are not declared must now match a schema.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [
    { before: 'closed', after: 'constrained', isMap: false },
    { before: 'constrained', after: 'open', isMap: true },
  ],
});

testRule(additionalPropertiesOpened, {
  reports: [
    {
      change: { before: 'closed', after: 'open', isMap: false },
      message: 'Properties that are not declared may now have any value.',
      request: derived,
      response: { refuted: 'dangerous', included: 'non-breaking' },
    },
    {
      change: { before: 'closed', after: 'constrained', isMap: false },
      message: 'Properties that are not declared are now allowed when they match a schema.',
      request: derived,
      response: { refuted: 'dangerous', included: 'non-breaking' },
    },
  ],
  ignores: [
    { before: 'closed', after: 'open', isMap: true },
    { before: 'open', after: 'closed', isMap: false },
    { before: 'open', after: 'constrained', isMap: false },
  ],
});

testRule(mapClosed, {
  reports: [
    {
      change: { before: 'constrained', after: 'closed', isMap: true },
      message: 'Entries are no longer allowed in the map.',
      request: derived,
      response: { refuted: 'breaking', included: 'breaking' },
    },
  ],
  ignores: [
    { before: 'constrained', after: 'closed', isMap: false },
    { before: 'closed', after: 'open', isMap: true },
  ],
});

testRule(mapWidened, {
  reports: [
    {
      change: { before: 'constrained', after: 'open', isMap: true },
      message: 'The entries of the map may now have any value.',
      request: derived,
      response: derived,
    },
    {
      change: { before: 'closed', after: 'constrained', isMap: true },
      message: 'The map may now have entries, when they match a schema.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [
    { before: 'constrained', after: 'open', isMap: false },
    { before: 'open', after: 'constrained', isMap: true },
    { before: 'open', after: 'closed', isMap: true },
  ],
});
