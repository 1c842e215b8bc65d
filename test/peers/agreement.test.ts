import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasShared, root } from '../shared.js';
import { agreementPage } from './agreement.js';
import { readDisagreements } from './disagreement.js';
import { type Surveyed, survey } from './survey.js';

const listed = readDisagreements();
const { policies, disagreements, otherwise } = listed;

describe('the list of disagreements', () => {
  test('is sorted, with each case once', () => {
    for (const list of [disagreements, otherwise]) {
      const names = list.map((entry) => entry.case);
      expect(names).toEqual([...new Set(names)].sort());
    }
  });

  test('names each policy once, and each is needed', () => {
    const used = disagreements.flatMap(({ policy }) => policy ?? []);
    expect(policies.map(({ name }) => name)).toEqual([...new Set(used)].sort());
    const policyOnly = disagreements.filter((entry) => (entry.class === 'policy') !== (entry.policy !== undefined));
    expect(policyOnly).toEqual([]);
  });

  test('holds no bug of ours', () => {
    expect(disagreements.filter((entry) => entry.class === 'bug')).toEqual([]);
  });
});

describe.skipIf(!hasShared)('the cases of other tools', () => {
  let surveyed: readonly Surveyed[] = [];
  beforeAll(async () => {
    surveyed = await survey();
  });

  test('all run', () => {
    expect(surveyed).toHaveLength(318);
  });

  test('agree with us, but for those listed with what we say', () => {
    const differing = surveyed.filter((it) => !it.agrees).map(({ name, ours }) => `${name}: ${ours}`);
    expect(differing.sort()).toEqual(disagreements.map((entry) => `${entry.case}: ${entry.ours}`).sort());
  });

  test('a document is refused where the list says so, and nowhere else', () => {
    const refused = disagreements.filter((entry) => entry.class === 'refused').map((entry) => entry.case);
    const differing = surveyed.filter((it) => it.ours === 'refused' && !it.agrees);
    expect(differing.map(({ name }) => name)).toEqual(refused);
  });

  test('have the changes that their suite expects, but for those listed', () => {
    const differing = surveyed.filter(({ agrees, completeness }) => {
      if (!agrees || completeness === undefined) return false;
      return completeness.extra.length > 0 || completeness.met.some(({ how }) => how !== 'met');
    });
    expect(differing.map(({ name }) => name)).toEqual(otherwise.map((entry) => entry.case));
  });

  test('give the page that is checked in', async () => {
    const page = agreementPage(surveyed, listed);
    await expect(page).toMatchFileSnapshot(join(root, 'test/peers/agreement.md'));
  });
});
