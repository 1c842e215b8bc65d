import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../openapi/source/json.js';
import { type Edits, edited, statusOf } from './checked.js';
import { SHOP } from './shop.js';

/** An item of evidence, the edit that makes it true, and edits that look alike and do not. */
export interface EvidenceCase {
  readonly item: JsonObject;
  /** Fields of the claim it belongs to. */
  readonly claim?: JsonObject;
  /** What the base has beside the shop; for the true edit and every false one. */
  readonly base?: Edits;
  readonly truth: Edits;
  readonly lies: readonly Lie[];
}

/** What is done to the revision in place of the truth, what the base has, and what comes of it. */
export interface Lie {
  readonly name: string;
  readonly edits: Edits;
  readonly base?: Edits;
  readonly status: 'contradicted' | 'no evidence';
}

/** Declares the tests of items: each is proved by its edit, by none that is alike, and not by the edit taken back. */
export function testEvidence(cases: readonly EvidenceCase[]): void {
  describe.each(cases.map((one) => ({ ...one, name: JSON.stringify(one.item) })))('$name', (one) => {
    const base = edited(SHOP, one.base ?? {});
    const truth = edited(base, one.truth);

    test('is proved by what it says', async () => {
      expect(await statusOf(one.item, base, truth, one.claim)).toBe('proved');
    });
    test('is not proved by nothing', async () => {
      expect(await statusOf(one.item, base, base, one.claim)).not.toBe('proved');
    });
    test('is not proved by the edit taken back', async () => {
      expect(await statusOf(one.item, truth, base, one.claim)).not.toBe('proved');
    });
    test.each(one.lies)('$name: $status', async (lie) => {
      const before = edited(base, lie.base ?? {});
      expect(await statusOf(one.item, before, edited(before, lie.edits), one.claim)).toBe(lie.status);
    });
  });
}
