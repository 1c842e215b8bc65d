import { contentChanged } from '../../../diff/rules/content-changed.js';
import { formatAdded } from '../../../diff/rules/format-added.js';
import { formatChanged } from '../../../diff/rules/format-changed.js';
import { formatHintChanged } from '../../../diff/rules/format-hint-changed.js';
import { formatNarrowed } from '../../../diff/rules/format-narrowed.js';
import { formatRemoved } from '../../../diff/rules/format-removed.js';
import { formatWidened } from '../../../diff/rules/format-widened.js';
import { patternAdded } from '../../../diff/rules/pattern-added.js';
import { patternChanged } from '../../../diff/rules/pattern-changed.js';
import { patternRemoved } from '../../../diff/rules/pattern-removed.js';
import { derived } from '../../../diff/rules/rule.js';
import { changeOf, compared, schema } from './changes.js';
import { testRule } from './rule-tester.js';

testRule(formatAdded, {
  reports: [
    {
      change: { after: 'uuid' },
      message: 'The format "uuid" was added.',
      request: derived,
      response: derived,
    },
    {
      change: { after: 'date', schemas: compared({ revision: schema({ types: ['string', 'null'] }) }) },
      message: 'The format "date" was added.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [
    { before: 'uuid' },
    { after: 'color' },
    { after: 'date-time', schemas: compared({ revision: schema({ types: ['integer'] }) }) },
  ],
});

testRule(formatRemoved, {
  reports: [
    {
      change: { before: 'uuid' },
      message: 'The format "uuid" was removed.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [{ after: 'uuid' }, { before: 'color' }],
});

testRule(formatChanged, {
  reports: [
    {
      change: { before: 'date', after: 'date-time' },
      message: 'The format changed from "date" to "date-time".',
      request: derived,
      response: derived,
    },
  ],
  ignores: [{ before: 'int32', after: 'int64' }, { before: 'date', after: 'color' }, { before: 'date' }],
});

testRule(formatWidened, {
  reports: [
    {
      change: { before: 'int32', after: 'int64' },
      message: 'The format was widened from "int32" to "int64".',
      request: derived,
      response: derived,
    },
    {
      change: { before: 'uri', after: 'iri-reference' },
      message: 'The format was widened from "uri" to "iri-reference".',
      request: derived,
      response: derived,
    },
  ],
  ignores: [
    { before: 'int64', after: 'int32' },
    { before: 'date', after: 'date-time' },
  ],
});

testRule(formatNarrowed, {
  reports: [
    {
      change: { before: 'double', after: 'float' },
      message: 'The format was narrowed from "double" to "float".',
      request: derived,
      response: derived,
    },
  ],
  ignores: [
    { before: 'float', after: 'double' },
    { before: 'date', after: 'date-time' },
    { before: 'date', after: 'color' },
  ],
});

const hint = { refuted: 'breaking', included: 'dangerous' } as const;

testRule(formatHintChanged, {
  reports: [
    {
      change: { after: 'color' },
      message: 'The format "color" was added.',
      request: hint,
      response: hint,
    },
    {
      change: { before: 'color' },
      message: 'The format "color" was removed.',
      request: hint,
      response: hint,
    },
    {
      change: { before: 'date', after: 'color' },
      message: 'The format changed from "date" to "color".',
      request: hint,
      response: hint,
    },
    {
      change: { after: 'date-time', schemas: compared({ revision: schema({ types: ['integer'] }) }) },
      message: 'The format "date-time" was added.',
      request: hint,
      response: hint,
    },
  ],
  ignores: [{ after: 'date' }, { before: 'date', after: 'date-time' }],
});

testRule(patternAdded, {
  reports: [{ change: { after: '^a' }, message: 'The pattern "^a" was added.', request: derived, response: derived }],
  ignores: [{ before: '^a' }, { before: '^a', after: '^b' }],
});

testRule(patternRemoved, {
  reports: [
    {
      change: { before: '^a' },
      message: 'The pattern "^a" was removed.',
      request: derived,
      response: derived,
    },
  ],
  ignores: [{ after: '^a' }, { before: '^a', after: '^b' }],
});

testRule(patternChanged, {
  reports: [
    {
      change: { before: '^a', after: '^b' },
      message: 'The pattern changed from "^a" to "^b".',
      request: derived,
      response: derived,
    },
  ],
  ignores: [{ before: '^a' }, { after: '^a' }],
});

testRule(contentChanged, {
  reports: [
    {
      change: { keyword: 'contentMediaType', before: 'text/html', after: 'text/plain' },
      message: 'The contentMediaType changed from "text/html" to "text/plain".',
      request: 'dangerous',
      response: 'dangerous',
    },
    {
      change: { keyword: 'contentMediaType', after: 'text/html' },
      message: 'The contentMediaType "text/html" was added.',
      request: 'dangerous',
      response: 'dangerous',
    },
    {
      change: { keyword: 'contentMediaType', before: 'text/html' },
      message: 'The contentMediaType "text/html" was removed.',
      request: 'dangerous',
      response: 'dangerous',
    },
  ],
  ignores: [changeOf('schema.format.changed', { after: 'uuid' })],
});
