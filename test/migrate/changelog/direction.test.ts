import { describe, expect, test } from 'vitest';
import { diffWithChanges } from '../../../diff/diff.js';
import type { Edit, EditRow } from '../../../diff/edit-space/edit-row.js';
import { editSpace } from '../../../diff/edit-space/edit-space.js';
import { effectOf, isOfMany } from '../../../migrate/changelog/change-kinds.js';
import type { Evidence } from '../../../migrate/changelog/claim.js';
import { ComparedPair } from '../../../migrate/changelog/compared-pair.js';
import { judgeEvidence } from '../../../migrate/changelog/judge-evidence.js';
import { movable } from '../../../migrate/changelog/moved-value.js';
import { referenceIdentity } from '../../../migrate/changelog/operation-reference.js';
import { type OperationPlace, parsePlace } from '../../../migrate/changelog/place.js';
import type { JsonObject } from '../../../openapi/source/json.js';
import { frames } from '../../diff/edit-space/frames.js';
import { readData } from './checked.js';

/** Places of which some document of the table has each. */
const PLACES = [
  undefined,
  'request',
  'request[]',
  'request{}',
  'request.a',
  'request.b',
  'request.photo',
  'response',
  'response.200',
  'response.200.headers.X-A',
  'response.404',
  'response.4XX',
  'response.500',
  'response.default',
  'query.a',
  'query.b',
  'query.c',
  'header.a',
  'header.X-A',
  'cookie.a',
  'response.200.headers.X-B',
  'response.404.headers.X-A',
  'response.default.headers.X-A',
  'security',
].map((text) => (text === undefined ? undefined : placeOf(text)));

function placeOf(text: string): OperationPlace {
  const place = parsePlace(text);
  if ('message' in place) throw new TypeError(place.message);
  return place;
}

/** Edits with a change that claims cannot name: in a part of a multipart body, undecided, or of a name that stays what it is. */
const NAMELESS = ['encoding.headers', 'schema.$dynamicRef', 'security-scheme.in'];

/** The two documents of an edit of the table. */
function documentsOf({ object, field, key, values, beside = {} }: EditRow, edit: Edit): readonly JsonObject[] {
  const name = key ?? field;
  const [before, after] =
    edit === 'added' ? [undefined, values[0]] : edit === 'removed' ? [values[0], undefined] : values;
  return [before, after].map((value) => {
    const fields = { ...beside, ...(value === undefined ? {} : { [name]: value }) };
    return { openapi: '3.1.0', ...frames[object](fields) };
  });
}

/** Items that say of a change everything that can be said. */
function itemsFor(change: Parameters<typeof movable>[0], at: OperationPlace | undefined): readonly Evidence[] {
  const rest = { operations: [], pointers: [], ...(at === undefined ? {} : { at }) };
  const base = { ...rest, change: change.kind };
  const sides = movable(change);
  const values = sides.flat().map((value) => ({ ...base, value }));
  const inAnyStatus = at?.part.kind === 'response' && at.part.status === undefined;
  const said =
    'before' in change || 'after' in change ? { before: change.before ?? null, after: change.after ?? null } : {};
  if (change.kind === 'schema.discriminator.mapping.changed') {
    return [...values, { ...base, ...said, value: change.value }];
  }
  if (isOfMany(change.kind) || (change.kind.startsWith('response.') && inAnyStatus)) return values;
  if (effectOf(change.kind) !== 'changed') return [base];
  const own = 'before' in change || 'after' in change;
  const before = own && 'before' in change && change.before !== undefined ? change.before : null;
  const after = own && 'after' in change && change.after !== undefined ? change.after : null;
  return [...values, { ...base, before }, { ...base, after }, { ...base, before, after }];
}

const rows = editSpace.flatMap((row) => {
  const edits = (['added', 'removed', 'changed'] as const).filter((edit) => Array.isArray(row.edits[edit]));
  const { since = '3.0', until = '3.2' } = row;
  return since > '3.1' || until < '3.1'
    ? []
    : edits.map((edit) => ({ row, edit, name: `${row.object}.${row.field} ${edit}` }));
});

describe('every change is proved by an item, and no item by a change and by that change taken back', () => {
  test.each(rows)('$name', async ({ row, edit }) => {
    const [before, after] = documentsOf(row, edit);
    if (before === undefined || after === undefined) throw new TypeError('An edit has two documents.');
    const documents = [await readData(before, 'a.json'), await readData(after, 'b.json')] as const;
    const there = new ComparedPair(documents, await diffWithChanges(...documents));
    const turned = [documents[1], documents[0]] as const;
    const back = new ComparedPair(turned, await diffWithChanges(...turned));
    const both: unknown[] = [];
    const unproved: string[] = [];
    for (const change of there.changes) {
      const items = PLACES.flatMap((at) => itemsFor(change, at));
      if (
        !NAMELESS.includes(`${row.object}.${row.field}`) &&
        change.usages.length > 0 &&
        !items.some((item) => operationsThatProve(there, item).length > 0)
      )
        unproved.push(change.kind);
      for (const at of PLACES) {
        for (const item of itemsFor(change, at)) {
          const proved = operationsThatProve(there, item).filter((name) =>
            operationsThatProve(back, item).includes(name),
          );
          both.push(...proved.map((name) => ({ name, item })));
        }
      }
    }
    expect([both, unproved]).toEqual([[], []]);
  });
});

function operationsThatProve(compared: ComparedPair, item: Evidence): readonly string[] {
  const used = [...compared.changes].flatMap(({ usages }) =>
    usages.map(({ operation }) => referenceIdentity(operation)),
  );
  return [...new Set([...compared.operationNames, ...used])].filter((name) => {
    return compared.operations(name).some((pair) => judgeEvidence(compared, pair, item, undefined).status === 'proved');
  });
}
