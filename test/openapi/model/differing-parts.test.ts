import { expect, test } from 'vitest';
import type { DifferingParts } from '../../../openapi/model/differing-parts.js';
import { Sameness } from '../../../openapi/model/sameness.js';
import { readText } from '../../documents.js';
import { documentOf } from '../brief.js';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** `Grown` has one more property in the revision, `Typed` another type, `Kept` is the same. */
async function partsOf(base: object, revision: object): Promise<DifferingParts | undefined> {
  const read = async (schema: object, grown: object, typed: object) => {
    const schemas = { Schema: schema, Grown: grown, Typed: typed, Kept: { type: 'string' } };
    const document = await readText(documentOf({ components: { schemas } }));
    return { document, schema: document.components.schemas.get('Schema') };
  };
  const object = { type: 'object', properties: { a: { type: 'string' } } };
  const before = await read(base, object, { type: 'string' });
  const after = await read(
    revision,
    { ...object, properties: { ...object.properties, b: {} } },
    { type: ['string', 'null'] },
  );
  if (before.schema === undefined || after.schema === undefined) throw new Error('The schemas were not read.');
  const sameness = new Sameness(before.document, after.document, new Set(['description']));
  return sameness.differingParts(before.schema, after.schema);
}

const unchanged = (schema: object) => partsOf(schema, schema);
const only = (parts: Partial<DifferingParts>) => ({ properties: [], items: false, alternatives: [], ...parts });

test('properties and items that differ are found, whatever is said of them', async () => {
  const properties = { a: ref('Grown'), b: ref('Kept'), c: { type: 'array', items: ref('Typed') } };
  expect(await unchanged({ properties, required: ['a'] })).toEqual(only({ properties: ['a', 'c'] }));
  expect(await unchanged({ type: 'array', items: ref('Typed') })).toEqual(only({ items: true }));
  expect(await partsOf({ description: 'A', items: {} }, { items: {}, description: 'B' })).toEqual(only({}));
});

test('a schema that differs in anything else is not told by its parts', async () => {
  expect(await partsOf({ properties: { a: {} } }, { properties: { a: {} }, minProperties: 1 })).toBeUndefined();
  expect(await partsOf({ properties: { a: {} } }, { properties: { b: {} } })).toBeUndefined();
  expect(await partsOf({ properties: { a: {} } }, { properties: { a: {}, constructor: {} } })).toBeUndefined();
  expect(await partsOf({ items: {} }, { items: false })).toBeUndefined();
  expect(await partsOf({ 'x-a': null }, {})).toBeUndefined();
  expect(await partsOf({ const: null }, {})).toBeUndefined();
});

test('what a schema says by others or of all its parts is not told by its parts', async () => {
  for (const schema of [ref('Grown'), { allOf: [ref('Grown')] }, { oneOf: [ref('Grown'), ref('Kept')] }]) {
    expect(await unchanged(schema)).toBeUndefined();
  }
  expect(await unchanged({ properties: { a: ref('Grown') }, unevaluatedProperties: false })).toBeUndefined();
});

test('alternatives that keep their types are told one by one', async () => {
  const union = { anyOf: [{ type: 'string' }, ref('Grown'), ref('Kept')] };
  expect(await unchanged(union)).toEqual(only({ alternatives: [1] }));
  expect(await unchanged({ ...union, 'x-of': { oneOf: [ref('Grown')] } })).toEqual(only({ alternatives: [1] }));
  expect(await unchanged({ anyOf: [ref('Grown'), ref('Typed')] })).toBeUndefined();
  expect(await unchanged({ anyOf: [ref('Grown'), ref('Grown')] })).toBeUndefined();
  expect(await partsOf(union, { anyOf: [ref('Grown'), { type: 'string' }, ref('Kept')] })).toBeUndefined();
  expect(
    await partsOf(union, { anyOf: [{ type: 'string', description: 'A' }, ref('Grown'), ref('Kept')] }),
  ).toBeUndefined();
});

test('an alternative is told by its title where it is the only object that differs and has one of its own', async () => {
  const object = (title: string, property: string) => ({ type: 'object', title, properties: { [property]: {} } });
  const nothing = { enum: [''] };
  const of = (...anyOf: object[]) => ({ anyOf });
  const [before, after] = [object('A', 'a'), object('A', 'b')];
  expect(await partsOf(of(before, nothing), of(after, nothing))).toEqual(only({ alternatives: [0] }));
  expect(await partsOf(of(ref('Grown'), before), of(ref('Grown'), after))).toEqual(only({ alternatives: [0, 1] }));
  expect(await partsOf(of(before, nothing), of(object('B', 'b'), nothing))).toBeUndefined();
  expect(await partsOf(of(before, nothing), of({ ...after, type: 'array' }, nothing))).toBeUndefined();
  expect(await partsOf(of(before, nothing), of({ ...after, allOf: [] }, nothing))).toBeUndefined();
  expect(await partsOf(of(before, object('B', 'a')), of(after, object('B', 'b')))).toBeUndefined();
  expect(await partsOf(of(before, object('A', 'c')), of(after, object('A', 'c')))).toBeUndefined();
  const untitled = [
    { type: 'object', properties: { a: {} } },
    { type: 'object', properties: { b: {} } },
  ] as const;
  expect(await partsOf(of(untitled[0], nothing), of(untitled[1], nothing))).toBeUndefined();
});
