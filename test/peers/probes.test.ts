import { describe, expect, test } from 'vitest';
import { hasShared } from '../shared.js';
import { outcomeOf } from './outcome.js';
import { probes } from './peer-case.js';
import { verdictOf } from './verdict.js';

/** What nobody had decided when the probes were made, and what we say. */
const DECIDED: Readonly<Record<string, string>> = {
  // A parameter that the API no longer reads: a filter that is dropped silently gives other results.
  'param-pathlevel-removed': 'breaking',
  // The range includes the status, so a caller that handled it still does.
  'res-200-to-2XX': 'none',
  'server-changed': 'breaking',
};

describe.skipIf(!hasShared)('probes', () => {
  test('all are here', () => {
    expect(probes).toHaveLength(20);
  });

  test.each(probes.map((probe) => [probe.id, probe] as const))('%s', async (id, probe) => {
    const verdict = verdictOf(await outcomeOf(probe));
    const expected = probe.expected.endsWith('?') ? DECIDED[id] : probe.expected;
    expect(verdict === 'none' || verdict === 'safe' ? 'none' : verdict).toBe(expected);
  });
});
