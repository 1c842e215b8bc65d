import { describe, expect, test } from 'vitest';
import type { DiffSummary } from '../../../diff/finding.js';
import { FAIL_ON, passes } from '../../../diff/gate/verdict.js';

const clean: DiffSummary = {
  breaking: 0,
  dangerous: 0,
  nonBreaking: 3,
  unclassified: 0,
  undecided: 0,
  requiredBump: 'minor',
};

describe('passes', () => {
  test.each([
    ['safe changes only', {}, [true, true, true]],
    ['a breaking change', { breaking: 1 }, [false, false, true]],
    ['a dangerous change', { dangerous: 1 }, [true, false, true]],
    ['a change no rule judges', { unclassified: 1 }, [true, false, true]],
    ['a change that is undecided', { undecided: 1 }, [true, false, true]],
  ] as const)('%s', (_, summary, expected) => {
    expect(FAIL_ON.map((failOn) => passes({ ...clean, ...summary }, failOn))).toEqual(expected);
  });
});
