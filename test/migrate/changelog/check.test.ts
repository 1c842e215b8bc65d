import { describe, expect, test } from 'vitest';
import type { CheckedStatement } from '../../../migrate/changelog/changelog-report.js';
import { checkOf, claim, edited } from './checked.js';
import { GET_CARTS, GET_ORDER, INPUT, ORDER, SHOP } from './shop.js';

const TYPE = {
  change: 'schema.type.changed',
  at: 'response.total',
  before: { type: 'integer' },
  after: { type: 'string' },
};
const VALUE = { change: 'schema.enum.changed', at: 'response.status' };
const RETYPED = edited(SHOP, { [`${ORDER}/total`]: { type: 'string' } });
const AT_ORDER = { operations: ['GET /orders/{id}', 'POST /orders'] };

function told({ status, impact, objections }: CheckedStatement): readonly unknown[] {
  return [status, impact, objections.map(({ message }) => message)];
}

async function statementsOf(...args: Parameters<typeof checkOf>): Promise<readonly unknown[]> {
  const report = await checkOf(...args);
  return report.versions.flatMap(({ claims, unannounced }) => [...claims, ...unannounced].map(told));
}

describe('what a claim says of callers', () => {
  test('must not disagree with the findings that prove it', async () => {
    const claims = [true, false, 'conditional'].map((breaking, index) => claim({ breaking }, [TYPE], index));
    const doubt =
      'It is said not to break callers, and the documents say: breaking (type-changed). The type changed from integer to string.';
    expect(await statementsOf({ '1': SHOP, '2': RETYPED }, claims)).toEqual([
      ['proved', 'breaking', []],
      ['contradicted', 'breaking', [doubt]],
      ['proved', 'breaking', []],
    ]);
  });

  test('is held against the findings for its own reason only', async () => {
    const revision = edited(SHOP, { [`${ORDER}/status/enum`]: ['open', 'void'] });
    const claims = [
      claim({ breaking: false, kind: 'enum-value-added' }, [{ ...VALUE, value: 'void' }], 1),
      claim({ breaking: true, kind: 'enum-value-removed' }, [{ ...VALUE, value: 'paid' }], 2),
      claim({ breaking: true }, [{ change: 'unchanged', at: 'response.total' }], 3),
    ];
    expect(await statementsOf({ '1': SHOP, '2': revision }, claims)).toEqual([
      ['proved', 'dangerous', []],
      ['proved', 'dangerous', []],
      ['contradicted', null, ['It is said to break callers, and nothing changed']],
    ]);
  });
});

describe('unchanged', () => {
  const item = { change: 'unchanged', at: 'response.total', before: { type: 'integer' } };

  test.each([
    ['the place is as it was', {}, 'proved'],
    ['another place changed', { [`${INPUT}/total`]: { type: 'string' } }, 'proved'],
    ['only its words changed', { [`${ORDER}/total/description`]: 'A sum.' }, 'proved'],
    ['it changed', { [`${ORDER}/total/minimum`]: 0 }, 'contradicted'],
    ['it went', { [`${ORDER}/total`]: null }, 'contradicted'],
  ])('%s', async (_, edits, status) => {
    const [result] = await statementsOf({ '1': SHOP, '2': edited(SHOP, edits) }, [claim({}, [item])]);
    expect(result).toEqual([status, null, status === 'proved' ? [] : expect.any(Array)]);
  });

  test('says nothing of what is nowhere', async () => {
    const claims = [claim({}, [{ change: 'unchanged', at: 'response.nothing' }])];
    expect(await statementsOf({ '1': SHOP, '2': SHOP }, claims)).toEqual([
      ['no evidence', null, ['Neither document has such a place.']],
    ]);
  });
});

test('every operation of a claim has to show it', async () => {
  const claims = [claim({ operations: ['GET /orders/{}', 'POST /orders', 'GET /carts'] }, [TYPE])];
  const report = await checkOf({ '1': SHOP, '2': RETYPED }, claims);
  expect(report.versions[0]?.claims[0]?.objections.map(({ operation, status }) => [operation, status])).toEqual([
    ['GET /carts', 'contradicted'],
  ]);
});

test('a claim whose documents are missing is told as such', async () => {
  const report = await checkOf({ '1': SHOP }, [claim({}, [TYPE])]);
  expect([report.passed, report.counts.noDocument, report.missing, report.pairs[0]?.files]).toEqual([
    false,
    1,
    ['2'],
    { base: '1.json', revision: null },
  ]);
});

describe('what no claim explains', () => {
  const revision = edited(SHOP, {
    [`${ORDER}/status/enum`]: ['open', 'paid', 'void', 'lost', 'late'],
    [`${GET_ORDER}/x-behaviors`]: [
      { id: 'queued', breaking: true },
      { id: 'slow', breaking: true },
    ],
    [`${GET_CARTS}/deprecated`]: true,
  });

  test('is told value by value, and of a finding without any claim as a whole', async () => {
    const void_ = claim({ ...AT_ORDER, kind: 'enum-value-added' }, [{ ...VALUE, value: 'void' }], 1);
    const queued = claim({}, [{ change: 'extension.changed', extension: 'x-behaviors', value: { id: 'queued' } }], 2);
    const late = {
      id: 'late',
      title: 'Late',
      breaking: false,
      source: 'seen',
      evidence: [{ ...VALUE, operations: ['POST /orders'], value: 'late' }],
    };
    const { pairs, passed } = await checkOf({ '1': SHOP, '2': revision }, [void_, queued], [late]);
    const left = pairs[0]?.unexplained.map(({ finding, left: values }) => [finding.rule, values]);
    expect([passed, left]).toEqual([
      false,
      [
        ['behavior-broken', []],
        ['behavior-changed', []],
        ['enum-value-added', ['"lost"']],
        ['operation-deprecated', []],
      ],
    ]);
  });

  test('are also the operations that a finding reaches and no claim names', async () => {
    const { pairs } = await checkOf({ '1': SHOP, '2': RETYPED }, [claim({}, [TYPE])]);
    const partly = pairs[0]?.partly.map(({ finding, operations }) => [finding.rule, operations]);
    expect([pairs[0]?.unexplained, partly]).toEqual([[], [['type-changed', ['POST /orders']]]]);
  });

  test('a claim that fails in one operation still explains what it found in others', async () => {
    const { pairs } = await checkOf({ '1': SHOP, '2': RETYPED }, [
      claim({ operations: ['GET /orders/{}', 'GET /carts'] }, [TYPE]),
    ]);
    expect(pairs[0]?.unexplained).toEqual([]);
  });

  test('is found by its pointer, or anywhere at a place, in an entry that names no operation', async () => {
    const entry = { title: 'An entry', breaking: true, source: 'seen' };
    const pointers = [`#/${ORDER}/total/type`];
    const entries = [
      { ...entry, id: 'a', evidence: [{ change: 'schema.type.changed', pointers }] },
      { ...entry, id: 'b', evidence: [{ change: 'schema.type.changed', at: 'response.total' }] },
      { ...entry, id: 'c', evidence: [{ change: 'schema.type.changed', at: 'response.tax' }] },
    ];
    expect(await statementsOf({ '1': SHOP, '2': RETYPED }, [], entries)).toEqual([
      ['proved', 'breaking', []],
      ['proved', 'breaking', []],
      ['no evidence', null, ['No operation has a schema.type.changed at response.tax.']],
    ]);
  });
});
