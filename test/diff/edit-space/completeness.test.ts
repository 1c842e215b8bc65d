import { describe, expect, test } from 'vitest';
import { editSpace } from '../../../diff/edit-space/edit-space.js';
import type { SpecificationLine } from '../../../openapi/model/document.js';
import { officialFields } from './official-fields.js';

const objects = [...new Set(editSpace.map(({ object }) => object))];

/** The fields the table has for an object in one line, extensions apart. One may have several rows. */
function tableFields(object: string, line: SpecificationLine): readonly string[] {
  const fields = editSpace
    .filter((row) => row.object === object && !row.field.startsWith('x-'))
    .filter(({ since = '3.0', until = '3.2' }) => since <= line && line <= until)
    .map(({ field }) => field.replace(/ \(\w+\)$/, ''));
  return [...new Set(fields)].sort();
}

describe.each(['3.0', '3.1', '3.2'] as const)('the table has each field of OpenAPI %s', (line) => {
  test.each(objects)('%s', (object) => {
    expect(tableFields(object, line)).toEqual([...new Set(officialFields(object, line))]);
  });
});

test('every object has a row for extensions that mean nothing here, references and requirements apart', () => {
  const without = objects.filter((object) => !editSpace.some((row) => row.object === object && row.field === 'x-'));
  expect(without).toEqual(['reference', 'security-requirement']);
});
