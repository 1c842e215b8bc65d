import type { Schema } from '../../../openapi/model/schema.js';
import { readDocument } from '../../../openapi/read.js';
import type { Json } from '../../../openapi/source/json.js';
import { stringify } from '../../../openapi/source/stringify.js';

/** The schemas of a document that holds these components. */
export async function modelsOf(components: { readonly [name: string]: Json }): Promise<ReadonlyMap<string, Schema>> {
  const document = { openapi: '3.1.0', info: { title: 'Cases', version: '1' }, components: { schemas: components } };
  const { components: read } = await readDocument({
    name: 'cases.json',
    key: 'cases.json',
    bytes: Buffer.from(stringify(document)),
    readFile: () => Promise.reject(new Error('it does not exist')),
  });
  return read.schemas;
}
