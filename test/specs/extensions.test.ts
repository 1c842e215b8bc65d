import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { REGISTERED_EXTENSIONS } from '../../diff/extensions/registry.js';
import { rules } from '../../diff/rules/table.js';
import { field, isObject, type Json } from '../../openapi/source/json.js';
import { documents, folder, type Node } from './intercom.js';

type Element = 'operation' | 'webhook' | 'parameter' | 'response' | 'schema' | 'other';

interface Extension {
  readonly name: string;
  readonly value: Json;
  readonly on: Element;
  readonly pointer: string;
}

const file = readFileSync(join(folder, 'extensions.schema.json'), 'utf8');
// The file is ours, and an object.
const vocabulary = JSON.parse(file) as Node;
const known = isObject(vocabulary.properties) ? vocabulary.properties : {};
const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema(vocabulary, 'vocabulary');

const METHODS = '(?:get|put|post|patch|delete)';
const NAME = '[^/]+';
const ELEMENTS: readonly (readonly [Element, RegExp])[] = [
  ['operation', new RegExp(`^/paths/${NAME}/${METHODS}$`)],
  ['webhook', new RegExp(`^/webhooks/${NAME}/${METHODS}$`)],
  ['response', new RegExp(`^(?:/(?:paths|webhooks)/${NAME}/${METHODS}|/components)/responses/${NAME}$`)],
  ['parameter', new RegExp(`^(?:/(?:paths|webhooks)/${NAME}(?:/${METHODS})?|/components)/parameters/${NAME}$`)],
  ['schema', /^\/components\/schemas\/|\/schema(?:\/|$)/],
];

function elementAt(pointer: string): Element {
  return ELEMENTS.find(([, pattern]) => pattern.test(pointer))?.[0] ?? 'other';
}

/** The keys whose values are not OpenAPI, and those whose keys are names. */
const VALUES: ReadonlySet<string> = new Set(['example', 'examples', 'default', 'const', 'enum']);
const MAPS: ReadonlySet<string> = new Set([
  'properties',
  'schemas',
  'mapping',
  'paths',
  'webhooks',
  'responses',
  'headers',
]);

/** Every extension of a document. `isMap` where the keys of a value are names of the API. */
function extensionsOf(value: Json | undefined, pointer = '', isMap = false): readonly Extension[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => extensionsOf(item, `${pointer}/${index}`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, child]): readonly Extension[] => {
    if (child === undefined) return [];
    if (!isMap && key.startsWith('x-'))
      return [{ name: key, value: child, on: elementAt(pointer), pointer: `#${pointer}` }];
    if (!isMap && VALUES.has(key)) return [];
    const at = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return extensionsOf(child, at, !isMap && MAPS.has(key));
  });
}

function faultOf({ name, value, on }: Extension): string | undefined {
  const schema = field(known, name);
  if (!isObject(schema)) return 'is not in the vocabulary';
  const places = schema['x-on'];
  if (!Array.isArray(places) || !places.includes(on)) return `may not stand on: ${on}`;
  const validate = ajv.getSchema(`vocabulary#/properties/${name}`);
  if (validate === undefined) return 'has no schema';
  return validate(value) ? undefined : ajv.errorsText(validate.errors);
}

function faultsOf(content: Node): readonly string[] {
  return extensionsOf(content).flatMap((extension) => {
    const fault = faultOf(extension);
    return fault === undefined ? [] : [`${extension.pointer}/${extension.name} ${fault}`];
  });
}

describe('the extensions', () => {
  test.each(documents())('of $version are those of the vocabulary', ({ content }) => {
    expect(faultsOf(content)).toEqual([]);
    expect(extensionsOf(content).length).toBeGreaterThan(0);
  });

  test('are told where they stand wrongly, mean nothing or have another value', () => {
    const list = { 'x-behaviors': [{ id: 'Not an id', summary: 'It does.' }], 'x-own': 1, 'x-clamp': [1, 2] };
    const schema = { properties: { 'x-name': { 'x-clamp': [1] } }, example: { 'x-own': 1 } };
    const content = { paths: { '/pets': { get: list } }, components: { schemas: { pet: schema } } };
    expect(faultsOf(content)).toEqual([
      '#/paths/~1pets/get/x-behaviors data/0/id must match pattern "^[a-z0-9]+(?:-[a-z0-9]+)*$"',
      '#/paths/~1pets/get/x-own is not in the vocabulary',
      '#/paths/~1pets/get/x-clamp may not stand on: operation',
      '#/components/schemas/pet/properties/x-name/x-clamp data must NOT have fewer than 2 items',
    ]);
  });

  test('are known to the differ, and judged by rules that there are', () => {
    const ids = new Set(
      Object.values(rules)
        .flat()
        .map((rule) => rule.id),
    );
    const told = Object.entries(known).map(([name, schema]) => {
      const judged = isObject(schema) && Array.isArray(schema['x-rules']) ? schema['x-rules'] : [];
      return {
        name,
        isRegistered: REGISTERED_EXTENSIONS.includes(name),
        lost: judged.filter((id) => !ids.has(String(id))),
      };
    });
    expect(told.filter(({ isRegistered, lost }) => !isRegistered || lost.length > 0)).toEqual([
      // They pair what moved; their own changes are not compared.
      { name: 'x-renamed-from', isRegistered: false, lost: [] },
      { name: 'x-renamed-values', isRegistered: false, lost: [] },
    ]);
  });

  test('are described, and in the order of their names', () => {
    const names = Object.keys(known);
    expect(names).toEqual([...names].sort());
    expect(names.filter((name) => !isObject(known[name]) || typeof known[name].description !== 'string')).toEqual([]);
  });
});
