import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diffDocuments } from '../../diff/diff.js';
import type { ApiDocument } from '../../openapi/model/document.js';
import { field, isArray, isObject, type Json, setField } from '../../openapi/source/json.js';
import { stringify } from '../../openapi/source/stringify.js';
import { readPath, readText } from '../documents.js';
import { hasShared, root, shared } from '../shared.js';

/** Lists whose order says nothing, by the name of the member that holds them. */
const UNORDERED = new Set([
  'required',
  'enum',
  'tags',
  'anyOf',
  'oneOf',
  'allOf',
  'parameters',
  'security',
  'servers',
  'type',
]);

/** The same document with the keys of every object, and every list without an order, the other way round. */
function reversed(value: Json, key = '', isName = false): Json {
  if (isArray(value)) {
    const items = value.map((item) => reversed(item));
    return !isName && UNORDERED.has(key) ? items.reverse() : items;
  }
  if (!isObject(value)) return value;
  const copy: Record<string, Json | undefined> = {};
  const namesInside = key === 'properties' || key === 'example' || key === 'examples' || key === 'default';
  for (const name of Object.keys(value).reverse())
    setField(copy, name, reversed(field(value, name) ?? null, name, namesInside));
  return copy;
}

function shuffled(document: ApiDocument): Promise<ApiDocument> {
  return readText(stringify(reversed(document.bundled)), {}, 'shuffled.json');
}

const documents = [
  ...readdirSync(join(root, 'specs/intercom'))
    .filter((name) => name !== 'api.yaml' && name.endsWith('.yaml'))
    .map((name) => join(root, 'specs/intercom', name)),
  ...(hasShared
    ? ['2.7', '2.11', '2.13', '2.15', 'preview'].map((name) => join(shared, 'intercom/official', `${name}.yaml`))
    : []),
  ...(hasShared ? [join(shared, 'pairs/stripe/2021-10.json')] : []),
  ...(hasShared
    ? JSON.parse(readFileSync(join(shared, 'real-world/manifest.json'), 'utf8'))
        .filter(({ validity }: { validity: string }) => validity === 'valid')
        .map(({ path }: { path: string }) => join(shared, 'real-world', path))
    : []),
];

describe('laws of the diff', () => {
  test.each(documents.map((path) => [path.split('/').slice(-2).join('/'), path]))(
    '%s equals itself, whatever the order',
    async (_, path) => {
      const document = await readPath(path);
      expect((await diffDocuments(document, document)).findings).toEqual([]);
      const other = await shuffled(document);
      expect((await diffDocuments(document, other)).findings.map(({ rule, where }) => `${rule} ${where}`)).toEqual([]);
      expect((await diffDocuments(other, document)).findings).toEqual([]);
    },
  );
});
