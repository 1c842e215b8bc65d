import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { readHints } from '../../../diff/moves/read-hints.js';
import { loadFile } from '../../../openapi/load/load-file.js';
import { DocumentError, formatDiagnostic } from '../../../openapi/source/diagnostic.js';
import { root } from '../../shared.js';

const validate = new Ajv2020().compile(JSON.parse(readFileSync(join(root, 'diff/moves/hints-1.schema.json'), 'utf8')));

/** What the reader says, and whether the schema for editors takes the file. */
function read(text: string): readonly [unknown, boolean] {
  const isValid = validate(loadFile('hints.yaml', Buffer.from(text)).value);
  try {
    return [readHints('hints.yaml', Buffer.from(text)), isValid];
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return [error.diagnostics.map(formatDiagnostic), isValid];
  }
}

describe('a file of hints', () => {
  test.each([
    ['renames: []', []],
    [
      '$schema: x\nrenames:\n  - {from: a.b, to: a.c}\n  - {from: " #/x ", to: a.d, confirmed: false}\n',
      [
        { from: 'a.b', to: 'a.c', confirmed: true, place: 'hints.yaml:3:5' },
        { from: '#/x', to: 'a.d', confirmed: false, place: 'hints.yaml:4:5' },
      ],
    ],
    ['{"renames": [{"from": "a", "to": "b"}]}', [{ from: 'a', to: 'b', confirmed: true, place: 'hints.yaml:1:14' }]],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual([expected, true]);
  });

  test.each([
    ['[]', ['hints.yaml:1:1 [type] # A file of hints must be a mapping with "renames", not an array.']],
    [
      'rename: []',
      [
        'hints.yaml:1:1 [unknown-key] #/rename "rename" means nothing here. Did you mean "renames"?',
        'hints.yaml:1:1 [type] # "renames" is missing.',
      ],
    ],
    ['renames: 5', ['hints.yaml:1:10 [type] #/renames "renames" must be a list, not a number.']],
    [
      'renames: [x, {from: a, two: b}, {from: "", to: 5, confirmed: maybe}]',
      [
        'hints.yaml:1:11 [type] #/renames/0 A rename must be a mapping with "from" and "to", not a string.',
        'hints.yaml:1:24 [unknown-key] #/renames/1/two "two" means nothing here. Did you mean "to"?',
        'hints.yaml:1:14 [type] #/renames/1 "to" is missing.',
        'hints.yaml:1:40 [type] #/renames/2/from "from" must be text, not empty.',
        'hints.yaml:1:48 [type] #/renames/2/to "to" must be text, not a number.',
        'hints.yaml:1:62 [type] #/renames/2/confirmed "confirmed" must be true or false, not a string.',
      ],
    ],
  ])('%j is refused', (text, expected) => {
    expect(read(text)).toEqual([expected, false]);
  });

  test('one rename listed twice is refused, which a schema cannot say', () => {
    expect(read('renames: [{from: a, to: b}, {from: a, to: b, confirmed: false}]')).toEqual([
      ['hints.yaml:1:29 [duplicate-hint] #/renames/1 The rename from "a" to "b" is listed twice.'],
      true,
    ]);
  });
});
