import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSchemaChange } from '../../../diff/change.js';
import type { Finding } from '../../../diff/finding.js';
import { judge } from '../../../diff/judge.js';
import { compareDocuments } from '../../../diff/pair/compare-documents.js';
import { decide } from '../../../diff/proof/decide.js';
import { rules } from '../../../diff/rules/table.js';
import { Inclusions } from '../../../diff/schema/inclusion/inclusion.js';
import { operationLabel } from '../../../diff/where.js';
import type { ApiDocument } from '../../../openapi/model/document.js';
import { operationIdentity } from '../../../openapi/model/identity.js';
import type { Operation } from '../../../openapi/model/operation.js';
import type { Schema } from '../../../openapi/model/schema.js';
import type { Json } from '../../../openapi/source/json.js';
import { stringify } from '../../../openapi/source/stringify.js';
import { readPath, readText } from '../../documents.js';
import { runs, seed, timeout } from '../../fuzz.js';
import { hasShared, shared } from '../../shared.js';
import { pairs, recursive } from '../schema/inclusion/arbitrary.js';

/** The findings that say that a value is, or may be, refused. */
async function alarms(base: ApiDocument, revision: ApiDocument): Promise<readonly Finding[]> {
  const changes = compareDocuments(base, revision);
  const judged = judge(base, revision, changes, rules, await decide(changes));
  return judged.flatMap(({ finding, change }) => {
    const isAlarm = finding.impact === 'breaking' || finding.impact === 'undecided' || finding.witness !== null;
    return isSchemaChange(change) && isAlarm ? [finding] : [];
  });
}

/** Bodies that are refused as a whole and about which no finding says anything, as `operation direction witness`. */
async function passedOver(base: ApiDocument, revision: ApiDocument): Promise<readonly string[]> {
  const found = await alarms(base, revision);
  const inclusions = new Inclusions('closed');
  const known = new Map(base.operations.map((operation) => [operationIdentity(operation), operation]));
  return revision.operations.flatMap((after) => {
    const before = known.get(operationIdentity(after));
    if (before === undefined) return [];
    const label = operationLabel(after);
    return exchanges(before, after).flatMap(({ direction, sender, receiver }) => {
      const answer = inclusions.decide([sender], [receiver]);
      const isTold = found.some(
        (finding) =>
          finding.operations.includes(label) && (finding.direction === direction || finding.direction === 'both'),
      );
      if (answer.kind === 'included' || isTold) return [];
      return [
        `${label} ${direction} ${answer.kind === 'refuted' ? stringify(answer.witness) : `undecided: ${answer.reason}`}`,
      ];
    });
  });
}

interface Exchange {
  readonly direction: 'request' | 'response';
  readonly sender: Schema;
  readonly receiver: Schema;
}

/** The schemas of all bodies that both sides have. */
function exchanges(before: Operation, after: Operation): readonly Exchange[] {
  const all: Exchange[] = [];
  for (const [name, { schema }] of before.requestBody?.content ?? []) {
    const other = after.requestBody?.content.get(name)?.schema;
    if (schema !== undefined && other !== undefined)
      all.push({ direction: 'request', sender: schema, receiver: other });
  }
  for (const [status, response] of before.responses) {
    for (const [name, { schema }] of response.content) {
      const other = after.responses.get(status)?.content.get(name)?.schema;
      if (schema !== undefined && other !== undefined)
        all.push({ direction: 'response', sender: other, receiver: schema });
    }
  }
  return all;
}

function documentOf(schema: Json): string {
  const content = { 'application/json': { schema } };
  const operation = { requestBody: { content }, responses: { '200': { description: 'ok', content } } };
  const paths = { '/a': { post: operation } };
  const components = { schemas: { R: recursive } };
  return stringify({ openapi: '3.1.0', info: { title: 't', version: '1' }, paths, components });
}

const official = (version: string): string => `${shared}/intercom/official/${version}.yaml`;
const adyen = (version: string): string => `${shared}/pairs/adyen/${version}.yaml`;

describe('a body that breaks is never passed over', () => {
  test(
    'between random schemas',
    async () => {
      await fc.assert(
        fc.asyncProperty(pairs, async ([before, after]) => {
          const [base, revision] = await Promise.all([readText(documentOf(before)), readText(documentOf(after))]);
          expect((await passedOver(base, revision)).filter((one) => !one.includes(' undecided: '))).toEqual([]);
        }),
        { seed: seed(7), numRuns: runs(200) },
      );
    },
    timeout(200),
  );

  test.skipIf(!hasShared).each([
    ['official 2.13 and 2.14', official('2.13'), official('2.14')],
    ['official 2.14 and 2.15', official('2.14'), official('2.15')],
    ['official 2.15 and Preview', official('2.15'), official('preview')],
    ['Adyen Management', adyen('ManagementService-v1'), adyen('ManagementService-v3')],
    ['Adyen Balance Platform', adyen('BalancePlatformService-v1'), adyen('BalancePlatformService-v2')],
  ])('between the documents of %s', async (_, base, revision) => {
    expect(await passedOver(...(await Promise.all([readPath(base), readPath(revision)])))).toEqual([]);
  });
});
