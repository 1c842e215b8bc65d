import { diffDocuments } from '../../../diff/diff.js';
import type { Json, JsonObject } from '../../../openapi/source/json.js';
import { readText } from '../../documents.js';

export const OK = { responses: { '200': { description: 'ok' } } };

/** A document with one operation and whatever else a test is about. */
export function api(members: JsonObject, operation: JsonObject = {}): JsonObject {
  const paths = { '/pets': { get: { ...OK, ...operation } } };
  return { openapi: '3.2.0', info: { title: 'Pets', version: '1' }, paths, ...members };
}

/** The findings between two documents, as `impact: message`. */
export async function told(base: Json, revision: Json): Promise<readonly string[]> {
  const [left, right] = await Promise.all(
    [base, revision].map((value) => readText(JSON.stringify(value), {}, 'api.json')),
  );
  if (left === undefined || right === undefined) throw new TypeError('Two documents are compared.');
  const { findings } = await diffDocuments(left, right);
  return findings.map(({ impact, message }) => `${impact}: ${message}`);
}
