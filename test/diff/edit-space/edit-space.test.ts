import { describe, expect, test } from 'vitest';
import { diffDocuments } from '../../../diff/diff.js';
import type { Edit, EditRow } from '../../../diff/edit-space/edit-row.js';
import { editSpace } from '../../../diff/edit-space/edit-space.js';
import { allRules } from '../../../diff/rules/table.js';
import { isArray, type Json } from '../../../openapi/source/json.js';
import { readText } from '../../documents.js';
import { frames, withField } from './frames.js';

const kindOf = new Map<string, string>(allRules.map(({ id, on }) => [id, on]));

/** What is off is told here too, so that it is seen. */
const quiet = allRules.filter(({ level }) => level === 'off').map(({ id }) => id);
const levels = [{ rules: quiet, level: 'info', reason: 'Nothing is left out.' }] as const;

function sidesOf({ values: [first, second] }: EditRow, edit: Edit): readonly [Json | undefined, Json | undefined] {
  switch (edit) {
    case 'added':
      return [undefined, first];
    case 'removed':
      return [first, undefined];
    case 'changed':
      return [first, second];
    case 'reordered':
      return [first, isArray(first) ? [...first].reverse() : first];
  }
}

/** The kinds of change that the differ tells for an edit. */
async function kindsTold(row: EditRow, edit: Edit): Promise<readonly string[]> {
  const { object, field, key = field, beside = {}, until = '3.2' } = row;
  const [base, revision] = await Promise.all(
    sidesOf(row, edit).map((value) => {
      const document = { openapi: `${until}.0`, ...frames[object](withField(beside, key, value)) };
      return readText(JSON.stringify(document), {}, 'api.json');
    }),
  );
  if (base === undefined || revision === undefined) throw new TypeError('An edit has two sides.');
  const { findings } = await diffDocuments(base, revision, { levels });
  return [
    ...new Set(findings.map(({ rule }) => (rule === 'undecided' ? 'schema.undecidable' : (kindOf.get(rule) ?? rule)))),
  ].sort();
}

const cases = editSpace.flatMap((row) =>
  Object.entries(row.edits).map(([edit, telling]) => {
    // The keys of the record are edits.
    return { name: `${row.object} ${row.field} ${edit}`, row, edit: edit as Edit, telling };
  }),
);

describe('every edit is told by its kinds of change, and by no other', () => {
  test.each(cases)('$name', async ({ row, edit, telling }) => {
    expect(await kindsTold(row, edit)).toEqual('notContract' in telling ? [] : [...telling].sort());
  });
});

test('every reason is one sentence', () => {
  for (const { telling } of cases) {
    if ('notContract' in telling) expect(telling.notContract).toMatch(/^[A-Z][^\n]*[^.]\.$/);
  }
});
