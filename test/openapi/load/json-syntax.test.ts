import { expect, test } from 'vitest';
import { loadFile } from '../../../openapi/load/load-file.js';
import { DocumentError, formatDiagnostic } from '../../../openapi/source/diagnostic.js';

function faults(text: string, name = 'api.json'): readonly string[] {
  try {
    loadFile(name, Buffer.from(text));
  } catch (error) {
    if (error instanceof DocumentError) return error.diagnostics.map(formatDiagnostic);
    throw error;
  }
  return [];
}

test.each([
  ['', '1:1', 'The text ends where a value is expected. Was the file cut off?'],
  ['  \n', '2:1', 'The text ends where a value is expected. Was the file cut off?'],
  ['{', '1:2', 'The text ends before the object that begins at 1:1 is closed. Was the file cut off?'],
  ['{"a": 1,\n}', '2:1', 'A key in double quotes is expected here.'],
  ['{"a": 1\n "b": 2}', '2:2', 'A comma or "}" is expected here.'],
  ['{"a" 1}', '1:6', 'A colon is expected after the key.'],
  ['{"a": }', '1:7', 'A JSON value is expected here.'],
  ["{'a': 1}", '1:2', 'A key in double quotes is expected here.'],
  ['{a: 1}', '1:2', 'A key in double quotes is expected here.'],
  ['{"a": yes}', '1:7', '"yes" is not a JSON value. Quote it if it is text.'],
  ['{"a": NaN}', '1:7', '"NaN" is not a JSON value. Quote it if it is text.'],
  ['[1, 2\n3]', '2:1', 'A comma or "]" is expected here.'],
  ['[1,]', '1:4', 'A JSON value is expected here.'],
  ['[1', '1:3', 'The text ends before the array that begins at 1:1 is closed. Was the file cut off?'],
  ['[01]', '1:3', 'A comma or "]" is expected here.'],
  ['[+1]', '1:2', 'A JSON value is expected here.'],
  ['[.5]', '1:2', 'A JSON value is expected here.'],
  ['[1.]', '1:3', 'A comma or "]" is expected here.'],
  ['[1e]', '1:3', 'A comma or "]" is expected here.'],
  ['[1e999]', '1:2', 'The number 1e999 is too large.'],
  ['1e999', '1:1', 'The number 1e999 is too large.'],
  ['["a\nb"]', '1:2', 'The string is not closed, or holds a control character or an unknown escape.'],
  ['["a\\x"]', '1:2', 'The string is not closed, or holds a control character or an unknown escape.'],
  ['["\\u12g4"]', '1:2', 'The string is not closed, or holds a control character or an unknown escape.'],
  ['["a', '1:2', 'The string is not closed, or holds a control character or an unknown escape.'],
  ['["a\\"]', '1:2', 'The string is not closed, or holds a control character or an unknown escape.'],
  ['{} {}', '1:4', 'There is text after the end of the JSON value. Remove it.'],
  ['{"a": 1} // end', '1:10', 'There is text after the end of the JSON value. Remove it.'],
  ['/* c */ {}', '1:1', 'A JSON value is expected here.'],
  ['[1,\u00a02]', '1:4', 'A JSON value is expected here.'],
  ['openapi: 3.1.0', '1:1', '"openapi" is not a JSON value. Quote it if it is text.'],
])('%j', (text, place, message) => {
  expect(faults(text)).toEqual([`api.json:${place} [json-syntax] # ${message}`]);
});

test('a file that begins with a bracket and is not named .json may be YAML in flow style', () => {
  expect(loadFile('api.yaml', Buffer.from('{a: 1, "b": [x, y],}')).value).toEqual({ a: 1, b: ['x', 'y'] });
  expect(loadFile('-', Buffer.from('{"a": 1}')).value).toEqual({ a: 1 });
  expect(faults('{a: 1', '-')).toEqual([
    '-:1:6 [yaml-syntax] # This is not valid YAML. Unexpected end of the stream within a flow collection. Close the bracket, or indent the lines inside it.',
  ]);
});
