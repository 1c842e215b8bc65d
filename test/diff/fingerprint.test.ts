import { expect, test } from 'vitest';
import type { Finding } from '../../diff/finding.js';
import { fingerprintOf, makeUnique } from '../../diff/fingerprint.js';

/** A finding, and how often its fingerprint was asked for. */
function finding(rule: string, where: string, base: string, after: string): { one: Finding; asked: () => number } {
  let asked = 0;
  const one: Finding = {
    rule,
    impact: rule === 'unclassified' ? 'unclassified' : 'dangerous',
    level: 'warning',
    levelReason: null,
    contract: 'wire',
    direction: null,
    message: '',
    operations: [],
    resource: 'pets',
    where,
    base: null,
    revision: null,
    before: null,
    after,
    witness: null,
    reason: null,
    moves: [],
    get fingerprint() {
      asked++;
      return fingerprintOf(rule, base, where, null, after);
    },
  };
  return { one, asked: () => asked };
}

test('findings with one fingerprint are told apart, and that of others is not asked for', () => {
  const [first, alone, second, other] = [
    finding('link-added', 'GET /pets/{id}', 'GET /pets/{id}', 'next'),
    finding('link-removed', 'GET /pets/{id}', 'GET /pets/{id}', 'next'),
    finding('link-added', 'GET /pets/{pet}', 'GET /pets/{id}', 'next'),
    finding('link-added', 'GET /pets/{id}', 'GET /pets/{id}', 'last'),
  ];
  const unique = makeUnique([first.one, alone.one, second.one, other.one]);
  expect(alone.asked()).toBe(0);
  expect(unique.map(({ fingerprint }) => fingerprint)).toEqual([
    fingerprintOf('link-added', 'GET /pets/{}', 'GET /pets/{}', null, 'next'),
    fingerprintOf('link-removed', 'GET /pets/{}', 'GET /pets/{}', null, 'next'),
    expect.stringMatching(/^[0-9a-f]{16}$/),
    fingerprintOf('link-added', 'GET /pets/{}', 'GET /pets/{}', null, 'last'),
  ]);
  expect(new Set(unique.map(({ fingerprint }) => fingerprint)).size).toBe(4);
});

test('what no rule judges may have one fingerprint with another place', () => {
  const [gone, come] = [finding('unclassified', 'pet', 'pet', 'x'), finding('unclassified', 'pet', 'pet', 'x')];
  const moved: Finding = { ...come.one, where: 'dog' };
  const [left, right] = makeUnique([gone.one, moved]);
  expect(left?.fingerprint).not.toBe(right?.fingerprint);
});
