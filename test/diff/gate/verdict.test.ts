import { describe, expect, test } from 'vitest';
import type { LevelCounts } from '../../../diff/finding.js';
import { FAIL_ON, passes } from '../../../diff/gate/verdict.js';

const clean: LevelCounts = { error: 0, warning: 0, info: 3, off: 2 };

describe('passes', () => {
  test('takes the words for impacts and those for levels', () => {
    expect(FAIL_ON).toEqual(['breaking', 'dangerous', 'none', 'error', 'warning']);
  });

  test.each([
    ['information, and what is off', {}, [true, true, true, true, true]],
    ['an error', { error: 1 }, [false, false, true, false, false]],
    ['a warning', { warning: 1 }, [true, false, true, true, false]],
    ['both', { error: 1, warning: 1 }, [false, false, true, false, false]],
  ] as const)('%s', (_, levels, expected) => {
    expect(FAIL_ON.map((failOn) => passes({ levels: { ...clean, ...levels } }, failOn))).toEqual(expected);
  });
});
