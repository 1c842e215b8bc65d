import { describe, expect, test } from 'vitest';
import { versionMove } from '../../../diff/gate/version-move.js';

describe('how far a version moved', () => {
  test.each([
    ['1.2.3', '2.0.0', 'major'],
    ['1.2.3', '1.3.0', 'minor'],
    ['1.2.3', '1.2.4', 'patch'],
    ['1.2.3', '1.2.3', 'none'],
    ['1.2.3', '1.2.2', 'back'],
    ['2.0.0', '1.9.9', 'back'],
    ['v1', 'v2', 'major'],
    ['v1.2', '1.3', 'minor'],
    ['Version 1.2', 'version 2', 'major'],
    ['2.9', '2.10', 'minor'],
    ['1.0.0+a', '1.0.0+b', 'none'],
    ['99999999999999999999.0.0', '100000000000000000000.0.0', 'major'],
    // Before 1.0.0 a minor version is what a major one is later.
    ['0.2.0', '0.3.0', 'major'],
    ['0.2.0', '0.2.1', 'minor'],
    ['0.9.0', '1.0.0', 'major'],
    // What comes before a release may bring what the release may.
    ['2.0.0-rc.1', '2.0.0-rc.2', 'major'],
    ['2.0.0-rc.9', '2.0.0-rc.10', 'major'],
    ['2.0.0-rc.1', '2.0.0', 'major'],
    ['2.1.0-rc.1', '2.1.0', 'minor'],
    ['2.1.1-rc.1', '2.1.1', 'patch'],
    ['1.9.0', '2.0.0-beta', 'major'],
    ['2.0.0', '2.0.0-rc.1', 'back'],
    ['2.0.0-beta', '2.0.0-alpha', 'back'],
    ['2.0.0-1', '2.0.0-alpha', 'major'],
    ['2.0.0-alpha', '2.0.0-alpha.1', 'major'],
    ['v2alpha1', 'v2beta1', 'major'],
    ['v2beta2', 'v2', 'major'],
    ['2024-07-01', '2024-09-30', 'later'],
    ['2024-07-01', '2023-09-30', 'back'],
    ['2024-09-30.acacia', '2025-03-31.basil', 'later'],
    ['2024-07', '2024-08', 'later'],
    ['2024.7.1', '2024.11.1', 'later'],
    ['20240701', '20240702', 'later'],
    // Not both are dates, so that both are numbers.
    ['2024.7', '2024.13', 'minor'],
    ['Preview', 'Preview', 'none'],
    ['Preview', 'Unstable', null],
    ['2.15', 'Preview', null],
    ['2.15', '2024-07-01', null],
    ['2024-07-01', '2024-07-01-preview', null],
    ['1.2.3.4', '1.2.3.5', null],
    ['01.2', '1.3', null],
    ['', '1', null],
    [`${'1.'.repeat(300)}1`, '2', null],
  ] as const)('%s → %s: %s', (base, revision, moved) => {
    expect(versionMove(base, revision, 'none').moved).toBe(moved);
  });
});

describe('whether it is enough', () => {
  const moves = [
    ['1.0.0', '2.0.0'],
    ['1.0.0', '1.1.0'],
    ['1.0.0', '1.0.1'],
    ['1.0.0', '1.0.0'],
    ['2.0.0', '1.0.0'],
    ['2024-07-01', '2024-07-02'],
    ['2.15', 'Preview'],
  ] as const;

  test.each([
    ['none', [true, true, true, true, true, true, true]],
    ['minor', [true, true, false, false, false, true, false]],
    ['major', [true, false, false, false, false, true, false]],
  ] as const)('%s', (required, expected) => {
    expect(moves.map(([base, revision]) => versionMove(base, revision, required).sufficient)).toEqual(expected);
  });

  test('in words', () => {
    expect(moves.map(([base, revision]) => versionMove(base, revision, 'major').message)).toEqual([
      'The version moved from "1.0.0" to "2.0.0", by a major step; what changed demands a major version or a later date.',
      'The version moved from "1.0.0" to "1.1.0", by a minor step; what changed demands a major version or a later date.',
      'The version moved from "1.0.0" to "1.0.1", by a patch step; what changed demands a major version or a later date.',
      'The version stays "1.0.0"; what changed demands a major version or a later date.',
      'The version went back from "2.0.0" to "1.0.0"; what changed demands a major version or a later date.',
      'The version moved from "2024-07-01" to "2024-07-02", a later date; what changed demands a major version or a later date.',
      'The version went from "2.15" to "Preview", which cannot be put in order; what changed demands a major version or a later date.',
    ]);
    expect(versionMove('1', '1', 'none').message).toBe('The version stays "1"; nothing demands that it moves.');
  });
});
