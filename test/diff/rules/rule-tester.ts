import { describe, expect, test } from 'vitest';
import type { Change, ChangeKind, Direction } from '../../../diff/change.js';
import { type DirectionImpact, impactIn, type Rule, rulesFor } from '../../../diff/rules/rule.js';
import { rules } from '../../../diff/rules/table.js';
import { type ChangeData, changeOf } from './changes.js';

/** What a rule says of a change, in each direction. */
export type Judgement = { readonly message: string } & Readonly<Record<Direction, DirectionImpact | undefined>>;

/** The cases of a rule. Both lists are needed: a rule that reports everything, or nothing, passes half of a test. */
export interface RuleCases<Kind extends ChangeKind> {
  readonly reports: readonly (Judgement & { readonly change: ChangeData<Kind> })[];
  /** Changes that are another rule's case: of the same kind, or of a kindred one where a kind has one rule only. */
  readonly ignores: readonly (ChangeData<Kind> | Change)[];
}

/** Declares the tests of a rule. What the rule ignores, another rule of the kind has to report. */
export function testRule<Kind extends ChangeKind>(rule: Rule<Kind>, { reports, ignores }: RuleCases<Kind>): void {
  describe(rule.id, () => {
    test('has cases that it reports and cases that it ignores', () => {
      expect(reports.length).toBeGreaterThan(0);
      expect(ignores.length).toBeGreaterThan(0);
    });
    test.each(reports.map(({ change, ...judgement }) => ({ change, judgement })))(
      'reports $judgement.message',
      (reported) => {
        expect(judgementOf(rule, reported.change)).toEqual(reported.judgement);
      },
    );
    test.each(ignores.map((change) => ({ change })))('leaves case %# to another rule', ({ change }) => {
      const [reporter, ...others] = 'kind' in change ? reporters(change.kind, change) : reporters(rule.on, change);
      expect(others).toEqual([]);
      expect(reporter).toBeDefined();
      expect(reporter?.id).not.toBe(rule.id);
    });
  });
}

function judgementOf<Kind extends ChangeKind>(rule: Rule<Kind>, change: ChangeData<Kind>): Judgement | undefined {
  const message = rule.judge(changeOf(rule.on, change));
  return message === undefined ? undefined : { message, ...impacts(rule) };
}

/** The impact of a rule in each direction. */
export function impacts(rule: Pick<Rule, 'impact'>): Record<Direction, DirectionImpact | undefined> {
  return { request: impactIn(rule, 'request'), response: impactIn(rule, 'response') };
}

/** The rules of a kind that report a change. */
export function reporters<Kind extends ChangeKind>(kind: Kind, change: ChangeData<Kind>): readonly Rule<Kind>[] {
  return rulesFor<Kind>(rules, kind).filter((rule) => rule.judge(changeOf(kind, change)) !== undefined);
}
