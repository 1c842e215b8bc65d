import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { confirmWitnesses, type Refutation } from '../../../../diff/schema/inclusion/confirm.js';
import { type Inclusion, Inclusions } from '../../../../diff/schema/inclusion/inclusion.js';
import type { ApiDocument } from '../../../../openapi/model/document.js';
import { field, isArray, isObject, type Json, type JsonObject, setField } from '../../../../openapi/source/json.js';
import { stringify } from '../../../../openapi/source/stringify.js';
import { readPath, readText } from '../../../documents.js';
import { hasShared, shared } from '../../../shared.js';

const official = (version: string): Promise<ApiDocument> =>
  readPath(join(shared, 'intercom/official', `${version}.yaml`));

/** A document in which more values of a part never mean fewer values of the whole, as they may below `oneOf`. */
async function monotone(version: string): Promise<ApiDocument> {
  const { bundled } = await official(version);
  return readText(stringify(bundled).replaceAll('"oneOf":', '"anyOf":'), {}, 'base.json');
}

/** The document with each of its component schemas changed, as far as the change applies; and the names of those it applied to. */
async function changed(
  document: ApiDocument,
  change: (schema: JsonObject) => JsonObject | undefined,
): Promise<{ readonly revision: ApiDocument; readonly names: readonly string[] }> {
  const names: string[] = [];
  const root: Record<string, Json | undefined> = { ...(isObject(document.bundled) ? document.bundled : {}) };
  const components = field(root, 'components');
  const schemas = isObject(components) ? field(components, 'schemas') : undefined;
  const copy: Record<string, Json | undefined> = {};
  for (const name of isObject(schemas) ? Object.keys(schemas) : []) {
    const schema = (isObject(schemas) ? field(schemas, name) : undefined) ?? null;
    const other = isObject(schema) ? change(schema) : undefined;
    if (other !== undefined) names.push(name);
    setField(copy, name, other ?? schema);
  }
  root['components'] = { ...(isObject(components) ? components : {}), schemas: copy };
  return { revision: await readText(stringify(root), {}, 'revision.json'), names };
}

function compare(base: ApiDocument, revision: ApiDocument, names: readonly string[]): Map<string, Inclusion> {
  const engine = new Inclusions('closed');
  const found = new Map<string, Inclusion>();
  for (const name of names) {
    const [left, right] = [base.components.schemas.get(name), revision.components.schemas.get(name)];
    if (left !== undefined && right !== undefined) found.set(name, engine.decide([left], [right]));
  }
  return found;
}

function kinds(found: ReadonlyMap<string, Inclusion>): Record<Inclusion['kind'], number> {
  const count = { included: 0, refuted: 0, undecided: 0 };
  for (const { kind } of found.values()) count[kind]++;
  return count;
}

function propertiesOf(schema: JsonObject): JsonObject {
  const properties = field(schema, 'properties');
  return isObject(properties) ? properties : {};
}

function requiredOf(schema: JsonObject): readonly Json[] {
  const required = field(schema, 'required');
  return isArray(required) ? required : [];
}

describe.skipIf(!hasShared)('real schemas changed in a known direction', () => {
  test('a property that becomes required takes values away and adds none', async () => {
    const base = await monotone('preview');
    const { revision, names } = await changed(base, (schema) => {
      // Alternatives may demand the property already.
      if (field(schema, 'anyOf') !== undefined || field(schema, 'oneOf') !== undefined) return undefined;
      const optional = Object.keys(propertiesOf(schema)).find((name) => !requiredOf(schema).includes(name));
      return optional === undefined ? undefined : { ...schema, required: [...requiredOf(schema), optional] };
    });
    expect(names.length).toBeGreaterThan(100);
    expect(kinds(compare(base, revision, names))).toEqual({ included: 0, refuted: names.length, undecided: 0 });
    expect(kinds(compare(revision, base, names))).toEqual({ included: names.length, refuted: 0, undecided: 0 });
  });

  test('a property added to every object is nothing that a closed sender minds', async () => {
    const base = await monotone('preview');
    const { revision, names } = await changed(base, (schema) => {
      const properties = propertiesOf(schema);
      return Object.keys(properties).length === 0
        ? undefined
        : { ...schema, properties: { ...properties, another_property: { type: 'string', enum: ['a'] } } };
    });
    expect(kinds(compare(base, revision, names))).toEqual({ included: names.length, refuted: 0, undecided: 0 });
  });

  test('a bound on every text takes values away and adds none', async () => {
    const base = await monotone('preview');
    const { revision, names } = await changed(base, (schema) => {
      const properties: Record<string, Json | undefined> = { ...propertiesOf(schema) };
      const text = Object.keys(properties).find((name) => {
        const property = field(properties, name);
        const isText = property !== undefined && isObject(property) && field(property, 'type') === 'string';
        return isText && field(property, 'enum') === undefined && field(property, 'format') === undefined;
      });
      if (text === undefined) return undefined;
      properties[text] = { ...(properties[text] as JsonObject), maxLength: 20 };
      return { ...schema, properties };
    });
    expect(names.length).toBeGreaterThan(80);
    expect(kinds(compare(base, revision, names))).toEqual({ included: 0, refuted: names.length, undecided: 0 });
    expect(kinds(compare(revision, base, names))).toEqual({ included: names.length, refuted: 0, undecided: 0 });
  });
});

describe.skipIf(!hasShared)('official versions', () => {
  test.each([
    ['2.11', '2.12', 3],
    ['2.12', '2.13', 0],
    ['2.13', '2.14', 0],
    ['2.14', '2.15', 0],
    ['2.15', 'preview', 0],
  ])('%s and %s are decided, and every witness is confirmed', async (before, after, undecided) => {
    const [base, revision] = [await official(before), await official(after)];
    const names = [...base.components.schemas.keys()].filter((name) => revision.components.schemas.has(name));
    const claims: Refutation[] = [];
    let open = 0;
    for (const [from, to] of [[base, revision] as const, [revision, base] as const]) {
      for (const [name, answer] of compare(from, to, names)) {
        const [left, right] = [from.components.schemas.get(name), to.components.schemas.get(name)];
        if (answer.kind === 'undecided') open++;
        if (answer.kind !== 'refuted' || left === undefined || right === undefined) continue;
        claims.push({ left: [left], right: [right], witness: answer.witness });
      }
    }
    // In 2.11 references name nothing, so that nobody can tell.
    expect(open).toEqual(undecided);
    expect(confirmWitnesses(claims).filter((confirmed) => !confirmed)).toEqual([]);
    const lengths = claims.map(({ witness }) => stringify(witness).length).sort((a, b) => a - b);
    expect(lengths[lengths.length >> 1]).toBeLessThan(120);
  });
});
