import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChangeKind } from '../../../diff/change.js';
import { allRules, rules } from '../../../diff/rules/table.js';
import { runs, seed } from '../../fuzz.js';
import { root } from '../../shared.js';
import { changeOf } from './changes.js';
import { generators } from './generated-change.js';
import { impacts, reporters } from './rule-tester.js';

const folder = join(root, 'diff/rules');
const sources = readdirSync(folder).map((file) => ({
  name: file.replace(/\.ts$/, ''),
  text: readFileSync(join(folder, file), 'utf8'),
}));
const ruleFiles = sources
  .filter(({ name, text }) => name !== 'rule' && text.includes('defineRule('))
  .map(({ name }) => name)
  .sort();
const ids = allRules.map(({ id }) => id);

// The keys of the table are the kinds of change, which `satisfies RuleTable` checks.
const kinds = Object.keys(rules) as ChangeKind[];

/** Kinds whose changes come out as unclassified or undecided. */
const WITHOUT_RULES = ['schema.undecidable'];

describe('the rule table', () => {
  test('has every rule file once, under the id that is the name of the file', () => {
    expect(ids).toEqual(ruleFiles);
  });

  test('has unique, sorted ids', () => {
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  test('has every rule under the kind it judges', () => {
    for (const kind of kinds) for (const rule of rules[kind]) expect([rule.id, rule.on]).toEqual([rule.id, kind]);
  });

  test('leaves out only the kinds that no rule can judge', () => {
    expect(kinds.filter((kind) => rules[kind].length === 0)).toEqual(WITHOUT_RULES);
  });

  test.each(kinds.map((kind) => ({ kind })))(
    'covers each change of $kind exactly once, in both directions',
    ({ kind }) => {
      const expected = WITHOUT_RULES.includes(kind) ? 0 : 1;
      fc.assert(
        fc.property(generators[kind], (change) => {
          expect(reporters(kind, change)).toHaveLength(expected);
        }),
        { seed: seed(1), numRuns: runs(100) },
      );
      for (const rule of rules[kind]) expect(Object.values(impacts(rule))).not.toContain(undefined);
    },
  );
});

describe('the texts of rules', () => {
  const levelWords = /\b(errors?|warnings?|info|off|breaking|dangerous|non-breaking)\b/i;

  test.each(allRules.map((rule) => ({ rule })))('$rule.id: sentences without words of levels', ({ rule }) => {
    for (const text of [rule.summary, rule.why, rule.fix]) {
      expect(text).toMatch(/^[A-Z][^\n]*[^.\s]\.$/);
      expect(text).not.toMatch(levelWords);
    }
  });

  test.each(kinds.map((kind) => ({ kind })))(
    'messages for $kind are one printable sentence of modest length',
    ({ kind }) => {
      fc.assert(
        fc.property(generators[kind], (data) => {
          // The generator of a kind makes changes of that kind.
          const messages = reporters(kind, data).map((rule) => rule.judge(changeOf(kind, data) as never) ?? '');
          for (const message of messages) {
            expect(message).toMatch(/^[A-Z].*\.$/u);
            expect(message).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
            expect(message.length).toBeLessThan(3_000);
          }
        }),
        { seed: seed(1), numRuns: runs(100) },
      );
    },
  );
});

test('every rule has a test', () => {
  const tests = readdirSync(import.meta.dirname).filter(
    (file) => file.endsWith('.test.ts') && file !== 'new-rule.test.ts',
  );
  const text = tests.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')).join('\n');
  const tested = [...text.matchAll(/^testRule\((\w+),/gm)].map(([, name]) => name);
  const names = ids.map((id) => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()));
  expect([...tested].sort()).toEqual([...names].sort());
});
