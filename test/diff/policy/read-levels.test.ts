import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { levelsSchema } from '../../../diff/policy/levels-schema.js';
import { readLevels, ruleIds } from '../../../diff/policy/read-levels.js';
import { loadFile } from '../../../openapi/load/load-file.js';
import { DocumentError, formatDiagnostic } from '../../../openapi/source/diagnostic.js';

const RULES = [
  { id: 'property-removed', aliases: ['field-removed'], summary: 'A property was removed.' },
  { id: 'type-changed', summary: 'The type changed.' },
];
const ids = ruleIds(RULES);
const validate = new Ajv2020().compile(JSON.parse(JSON.stringify(levelsSchema(RULES))));

function read(text: string) {
  return readLevels('levels.yaml', Buffer.from(text), ids);
}

/** What is wrong with a file: in the words of the reader, and whether the schema for editors refuses it as well. */
function faults(text: string): readonly [readonly string[], boolean] {
  const refused = !validate(loadFile('levels.yaml', Buffer.from(text)).value);
  try {
    read(text);
    return [[], refused];
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return [error.diagnostics.map(formatDiagnostic), refused];
  }
}

const entry = (rule: string, level: string, reason: string, direction?: string) => ({
  rules: [rule],
  level,
  reason,
  ...(direction === undefined ? {} : { direction }),
});

describe('a levels file', () => {
  test.each([
    ['{}', { entries: [] }],
    ['policy: strict', { policy: 'strict', entries: [] }],
    [
      'levels:\n  undecided: error\n  type-changed: off\n',
      {
        entries: [
          entry('type-changed', 'off', 'Set in levels.yaml:3.'),
          { impacts: ['undecided'], level: 'error', reason: 'Set in levels.yaml:2.' },
        ],
      },
    ],
    [
      '$schema: x\nlevels: {type-changed: {level: info, reason: " Nobody reads it. "}}',
      { entries: [entry('type-changed', 'info', 'Nobody reads it.')] },
    ],
    ['levels: {field-removed: warning}', { entries: [entry('property-removed', 'warning', 'Set in levels.yaml:1.')] }],
    ['{"levels": {"type-changed": "error"}}', { entries: [entry('type-changed', 'error', 'Set in levels.yaml:1.')] }],
    [
      'levels: {type-changed: {request: off, response: info, reason: R}}',
      {
        entries: [
          entry('type-changed', 'info', 'R', 'both'),
          entry('type-changed', 'off', 'R', 'request'),
          entry('type-changed', 'info', 'R', 'response'),
        ],
      },
    ],
    [
      'levels: {type-changed: {request: off, level: warning, reason: R}}',
      {
        entries: [
          entry('type-changed', 'warning', 'R', 'both'),
          entry('type-changed', 'off', 'R', 'request'),
          entry('type-changed', 'warning', 'R'),
        ],
      },
    ],
  ])('%j', (text, expected) => {
    expect([read(text), faults(text)]).toEqual([expected, [[], false]]);
  });

  test.each([
    ['[]', ['levels.yaml:1:1 [type] # A levels file must be a mapping, not an array.']],
    [
      'polcy: strict\npolicy: strickt\n',
      [
        'levels.yaml:1:1 [unknown-key] #/polcy "polcy" means nothing here. Did you mean "policy"?',
        'levels.yaml:2:9 [value] #/policy "policy" is one of default, strict, intercom, not "strickt". Did you mean "strict"?',
      ],
    ],
    [
      'levels: [a]',
      ['levels.yaml:1:9 [type] #/levels "levels" must be a mapping of rule ids to levels, not an array.'],
    ],
    [
      'levels:\n  type-chnged: off\n  "__proto__": off\n',
      [
        'levels.yaml:2:3 [unknown-rule] #/levels/type-chnged There is no rule "type-chnged". Did you mean "type-changed"?',
        'levels.yaml:3:3 [unknown-rule] #/levels/__proto__ There is no rule "__proto__".',
      ],
    ],
    [
      'levels: {type-changed: loud, property-removed: 3}',
      [
        'levels.yaml:1:24 [value] #/levels/type-changed "type-changed" is one of error, warning, info, off, not "loud".',
        'levels.yaml:1:48 [value] #/levels/property-removed "property-removed" is one of error, warning, info, off, not a number.',
      ],
    ],
    [
      'levels: {type-changed: {lvel: off, reason: 5}}',
      [
        'levels.yaml:1:25 [unknown-key] #/levels/type-changed/lvel "lvel" means nothing here. Did you mean "level"?',
        'levels.yaml:1:44 [type] #/levels/type-changed/reason "reason" must be text, not a number.',
        'levels.yaml:1:24 [level-missing] #/levels/type-changed Give "level", or "request" and "response" where they differ.',
      ],
    ],
  ])('%j is refused', (text, expected) => {
    expect(faults(text)).toEqual([expected, true]);
  });

  test('one rule under two of its ids is refused, which a schema cannot say', () => {
    expect(faults('levels: {property-removed: off, field-removed: info}')).toEqual([
      [
        'levels.yaml:1:33 [duplicate-rule] #/levels/field-removed "field-removed" and "property-removed" are the same rule. Keep one of them.',
      ],
      false,
    ]);
  });

  test('a key given twice is refused', () => {
    expect(() => read('levels:\n  type-changed: off\n  type-changed: info\n')).toThrow(
      'levels.yaml:3:3 [duplicate-key] #/levels/type-changed The key "type-changed" stands twice in one object, first at 2:3.',
    );
  });
});
