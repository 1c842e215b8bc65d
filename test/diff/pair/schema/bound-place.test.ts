import { expect, test } from 'vitest';
import { diffDocuments } from '../../../../diff/diff.js';
import { readText } from '../../../documents.js';

function documentOf(schema: string, color: string): string {
  return `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths:
  /pets:
    get:
      parameters: [{ name: color, in: query, schema: ${schema} }]
      responses: { '200': { description: ok } }
components: { schemas: { Color: ${color} } }
`;
}

const COLOR = "$ref: '#/components/schemas/Color'";
const OF_PARAMETER = '#/paths/~1pets/get/parameters/0/schema';
const OF_COLOR = '#/components/schemas/Color';

test.each([
  ['the bound that held goes', `{ ${COLOR}, maxLength: 10 }`, `{ ${COLOR} }`, [OF_PARAMETER, OF_COLOR]],
  ['another bound holds', `{ ${COLOR} }`, `{ ${COLOR}, maxLength: 10 }`, [OF_COLOR, OF_PARAMETER]],
] as const)('%s', async (_name, before, after, [left, right]) => {
  const color = '{ type: string, maxLength: 20 }';
  const [base, revision] = [await readText(documentOf(before, color)), await readText(documentOf(after, color))];
  const { findings } = await diffDocuments(base, revision);
  const places = findings.map((finding) => [finding.base?.pointer, finding.revision?.pointer]);
  expect(places).toEqual([[`${left}/maxLength`, `${right}/maxLength`]]);
});

test('one item has to be among those of "contains" unless "minContains" says otherwise', async () => {
  const list = (more: string): Promise<Awaited<ReturnType<typeof readText>>> =>
    readText(documentOf(`{ type: array, contains: { const: a }${more} }`, '{}'));
  const told = async (before: string, after: string): Promise<readonly (readonly string[])[]> => {
    const { findings } = await diffDocuments(await list(before), await list(after));
    return findings.map(({ rule, impact, message }) => [rule, impact, message]);
  };
  expect(await told('', ', minContains: 1')).toEqual([]);
  expect(await told('', ', minContains: 0')).toEqual([
    ['bound-loosened', 'non-breaking', 'The minContains 0 was added.'],
  ]);
  expect(await told(', minContains: 0', '')).toEqual([
    ['bound-tightened', 'breaking', 'The minContains 0 was removed.'],
  ]);
});

test('a schema that accepts anything has a place of its own', async () => {
  const list = (items: string): string => documentOf(`{ type: array, items: ${items} }`, '{}');
  const { findings } = await diffDocuments(await readText(list('{ type: string }')), await readText(list('true')));
  expect(findings.map(({ base, revision }) => [base?.pointer, revision?.pointer])).toEqual([
    [`${OF_PARAMETER}/items/type`, `${OF_PARAMETER}/items`],
  ]);
});
