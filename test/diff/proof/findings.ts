import { diffDocuments } from '../../../diff/diff.js';
import { stringify } from '../../../openapi/source/stringify.js';
import { readText } from '../../documents.js';

export type Carrier = 'request' | 'response';

/** Base, revision, and what is found and proved in a request and in a response. */
export type WitnessCase = readonly [string, string, readonly string[], readonly string[]];

function documentOf(carrier: Carrier, schema: string): string {
  const content = `{ content: { application/json: { schema: ${schema} } } }`;
  const body = carrier === 'response' ? '' : `, requestBody: ${content}`;
  const answer = carrier === 'response' ? `{ description: ok, ${content.slice(2)}` : '{ description: ok }';
  const operation = `{ post: { operationId: a${body}, responses: { '200': ${answer} } } }`;
  return ['openapi: 3.1.0', 'info: { title: Pets, version: "1" }', `paths: { /pets: ${operation} }`].join('\n');
}

/** Each finding as its rule, its impact and the value that proves it. */
export async function findings(carrier: Carrier, base: string, revision: string): Promise<readonly string[]> {
  const left = await readText(documentOf(carrier, base));
  const right = await readText(documentOf(carrier, revision));
  return (await diffDocuments(left, right)).findings.map(({ rule, impact, witness }) =>
    [rule, impact, ...(witness === null ? [] : [stringify(witness.value)])].join(' '),
  );
}
