import { describe, expect, test } from 'vitest';
import { policies } from '../../../diff/policy/policies.js';
import { decideLevel, type Leveled, POLICY_NAMES, type Policy } from '../../../diff/policy/policy.js';
import { IDS_WITHOUT_RULE } from '../../../diff/policy/read-levels.js';
import { allRules } from '../../../diff/rules/table.js';

const ids = new Set<string>([...allRules.map(({ id }) => id), ...IDS_WITHOUT_RULE]);

/** Rule, impact and direction of a finding; what starts as an error, warning or information follows from the impact. */
function leveled(rule: string, impact: Leveled['impact'], direction: Leveled['direction']): Leveled {
  const level = impact === 'breaking' ? 'error' : impact === 'non-breaking' ? 'info' : 'warning';
  const contract = allRules.find(({ id }) => id === rule)?.contract ?? 'wire';
  return { rule, impact, direction, contract, level };
}

describe.each(POLICY_NAMES.map((name) => policies[name]))('the policy $name', ({ entries, summary }: Policy) => {
  test('names rules that exist, and each once under the same conditions', () => {
    const named = entries.flatMap(({ rules = [], impacts, contract, direction }) =>
      rules.map((rule) => JSON.stringify([rule, impacts, contract, direction])),
    );
    expect(entries.flatMap(({ rules = [] }) => rules).filter((id) => !ids.has(id))).toEqual([]);
    expect(named).toEqual([...new Set(named)]);
  });

  test('gives a reason in a sentence for each entry', () => {
    expect([summary, ...entries.map(({ reason }) => reason)].filter((text) => !/^[A-Z].*[^.]\.$/.test(text))).toEqual(
      [],
    );
  });
});

test('every entry of a policy decides something', () => {
  const cases = allRules.flatMap(({ id, contract, level }) =>
    IMPACTS.flatMap((impact) =>
      (['request', 'response'] as const).map((direction) => ({
        ...leveled(id, impact, direction),
        contract,
        ...(level && { level }),
      })),
    ),
  );
  const levels = (entries: Policy['entries']) => cases.map((one) => decideLevel(entries, one).level).join();
  const idle = POLICY_NAMES.flatMap((name) => {
    const { entries } = policies[name];
    return entries.filter((entry) => levels(entries.filter((other) => other !== entry)) === levels(entries));
  });
  expect(idle).toEqual([]);
});

const IMPACTS = ['breaking', 'dangerous', 'non-breaking', 'undecided', 'unclassified'] as const;

describe('decideLevel', () => {
  test.each([
    ['default', leveled('enum-value-added', 'dangerous', 'response'), 'warning', null],
    ['strict', leveled('enum-value-added', 'dangerous', 'response'), 'error', /typed client/],
    ['strict', leveled('enum-value-added', 'non-breaking', 'request'), 'info', null],
    ['strict', leveled('optional-property-added', 'non-breaking', 'response'), 'error', /closed type/],
    ['strict', leveled('optional-property-added', 'non-breaking', 'both'), 'error', /closed type/],
    ['strict', leveled('optional-property-added', 'non-breaking', 'request'), 'info', null],
    ['strict', leveled('operation-tags-changed', 'dangerous', null), 'error', /typed client/],
    ['strict', leveled('undecided', 'undecided', 'request'), 'error', /not known/],
    ['strict', leveled('type-changed', 'undecided', 'request'), 'error', /not known/],
    ['strict', leveled('unclassified', 'unclassified', null), 'error', /not known/],
    ['strict', leveled('sunset-announced', 'dangerous', null), 'warning', null],
    ['intercom', leveled('operation-removed', 'breaking', null), 'error', null],
    ['intercom', leveled('operation-id-changed', 'breaking', null), 'info', /generated code/],
    ['intercom', leveled('property-became-optional', 'breaking', 'response'), 'warning', /presence/],
    ['intercom', leveled('property-became-required', 'breaking', 'request'), 'error', null],
    ['intercom', leveled('enum-value-removed', 'non-breaking', 'response'), 'error', /removal of enum values/],
    ['intercom', leveled('null-removed', 'dangerous', 'response'), 'error', /changelog/],
    ['intercom', leveled('bound-loosened', 'breaking', 'response'), 'warning', /parameters/],
    ['intercom', leveled('bound-tightened', 'breaking', 'request'), 'error', null],
    ['intercom', leveled('bound-loosened', 'breaking', 'both'), 'error', null],
    ['intercom', leveled('undecided', 'undecided', 'both'), 'warning', null],
  ] as const)('%s: %j', (name, finding, level, reason) => {
    const decision = decideLevel(policies[name].entries, finding);
    expect(decision).toEqual({ level, reason: reason === null ? null : expect.stringMatching(reason) });
  });
});
