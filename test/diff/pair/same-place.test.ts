import { expect, test } from 'vitest';
import { compareDocuments } from '../../../diff/pair/compare-documents.js';
import { readText } from '../../documents.js';

function documentOf(colors: string): string {
  return `openapi: 3.1.0
info: { title: Paints, version: "1" }
paths:
  /paint:
    get:
      responses:
        '200':
          description: ok
          headers: { Shade: { schema: { $ref: '#/components/schemas/Color', enum: [black, white] } } }
components: { schemas: { Color: { type: string, enum: ${colors} } } }
`;
}

test('an edit of a keyword is told as far as what stands beside it lets operations see of it', async () => {
  const [base, revision] = await Promise.all([
    readText(documentOf('[black]')),
    readText(documentOf('[black, white, gold]')),
  ]);
  const told = compareDocuments(base, revision).map((change) => [
    change.kind,
    change.revision.pointer,
    'after' in change ? change.after : undefined,
    change.usages.length,
  ]);
  expect(told).toEqual([['schema.enum.changed', '#/components/schemas/Color/enum', ['black', 'white'], 1]]);
});
