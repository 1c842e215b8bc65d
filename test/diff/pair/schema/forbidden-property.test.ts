import { describe, expect, test } from 'vitest';
import { diffDocuments } from '../../../../diff/diff.js';
import { stringify } from '../../../../openapi/source/stringify.js';
import { readText } from '../../../documents.js';

type Side = 'request' | 'response';

function documentWith(side: Side, properties: string, required = ''): string {
  const schema = `{type: object, properties: ${properties}, required: [${required}]}`;
  const content = `content: {application/json: {schema: ${schema}}}`;
  const [request, response] = side === 'request' ? [`requestBody: {${content}}, `, ''] : ['', `, ${content}`];
  return `openapi: 3.1.0
info: {title: t, version: '1'}
paths: {/a: {post: {${request}responses: {'200': {description: ok${response}}}}}}
`;
}

async function findings(base: string, revision: string): Promise<readonly string[]> {
  const report = await diffDocuments(await readText(base), await readText(revision));
  return report.findings.map(({ rule, impact, witness }) =>
    [rule, impact, ...(witness === null ? [] : [stringify(witness.value)])].join(' '),
  );
}

const DECLARED = '{a: {type: string}, b: {}}';

describe.each(['{a: false, b: {}}', '{a: {not: {}}, b: {}}'])('a property that may not be there: %s', (forbidden) => {
  test.each([
    ['request', 'property-removed breaking {"a":"a"}', 'optional-property-added non-breaking'],
    ['response', 'property-removed breaking', 'optional-property-added breaking {"a":"a"}'],
  ] as const)('came and went in a %s', async (side, gone, back) => {
    const [declared, absent] = [documentWith(side, DECLARED), documentWith(side, forbidden)];
    expect(await findings(declared, absent)).toEqual([gone]);
    expect(await findings(absent, declared)).toEqual([back]);
    expect(await findings(absent, absent)).toEqual([]);
  });

  test.each([
    ['request', 'property-name-refused non-breaking', 'property-name-allowed non-breaking'],
    ['response', 'property-name-refused non-breaking', 'property-name-allowed non-breaking'],
  ] as const)('that was not declared in a %s', async (side, refused, allowed) => {
    const [undeclared, absent] = [documentWith(side, '{b: {}}'), documentWith(side, forbidden)];
    expect(await findings(undeclared, absent)).toEqual([refused]);
    expect(await findings(absent, undeclared)).toEqual([allowed]);
  });

  test('goes with the demand for it', async () => {
    const declared = documentWith('response', DECLARED, 'a');
    expect(await findings(declared, documentWith('response', forbidden))).toEqual(['property-removed breaking {}']);
  });
});
