import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../openapi/source/json.js';
import { checkOf, claim, edited, statusOf } from './checked.js';
import { ORDER, SHOP } from './shop.js';

const SCHEMAS = 'components/schemas';

describe('documents that are hard to look into', () => {
  test('a schema that holds itself leads as deep as a place goes', async () => {
    const tree = {
      type: 'object',
      properties: {
        name: { type: 'string' },
        child: {
          oneOf: [
            { $ref: '#/components/schemas/Tree' },
            { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
          ],
        },
      },
    };
    const base = edited(SHOP, { [`${SCHEMAS}/Tree`]: tree, [`${ORDER}/tree`]: { $ref: '#/components/schemas/Tree' } });
    const revision = edited(base, { [`${SCHEMAS}/Tree/properties/name`]: { type: 'integer' } });
    const at = `response.tree${'.child'.repeat(300)}.name`;
    const item = { change: 'schema.type.changed', at, before: { type: 'string' }, after: { type: 'integer' } };
    expect([await statusOf(item, base, revision), await statusOf(item, revision, base)]).toEqual([
      'proved',
      'contradicted',
    ]);
  });

  test('alternatives that double at each step are looked into once', async () => {
    const schemas: Record<string, JsonObject> = { N40: { type: 'object', properties: { leaf: { type: 'string' } } } };
    for (let level = 0; level < 40; level++) {
      const next = { $ref: `#/components/schemas/N${level + 1}` };
      schemas[`N${level}`] = { oneOf: [next, { allOf: [next], title: `same ${level}` }] };
    }
    const added = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [`${SCHEMAS}/${name}`, schema]));
    const base = edited(SHOP, { ...added, [`${ORDER}/deep`]: { $ref: '#/components/schemas/N0' } });
    const started = performance.now();
    const status = await statusOf({ change: 'unchanged', at: 'response.deep.leaf' }, base, base);
    expect([status, performance.now() - started < 5_000]).toEqual(['proved', true]);
  });

  test('a list of 100,000 values is looked through once for each value', async () => {
    const values = Array.from({ length: 100_000 }, (_, index) => `v${index}`);
    const base = edited(SHOP, { [`${ORDER}/status/enum`]: values });
    const revision = edited(SHOP, { [`${ORDER}/status/enum`]: [...values, 'last'] });
    const item = { change: 'schema.enum.changed', at: 'response.status', value: 'last' };
    expect(await statusOf(item, base, revision)).toBe('proved');
  });

  test('names of JavaScript are names', async () => {
    const properties = JSON.parse('{"__proto__": {"type": "string"}, "constructor": {"type": "string"}}');
    const revision = edited(SHOP, { [`${ORDER}/odd`]: { type: 'object', properties } });
    const items = ['__proto__', 'constructor', 'toString'].map((name) => ({
      change: 'schema.property.added',
      at: `response.odd.${name}`,
    }));
    const statuses = await Promise.all(items.map((item) => statusOf(item, SHOP, revision)));
    expect(statuses).toEqual(['proved', 'proved', 'no evidence']);
    expect(
      await statusOf({ change: 'schema.type.changed', at: 'response.total', after: { toString: {} } }, SHOP, revision),
    ).toBe('contradicted');
  });
});

test('a pattern without end is refused', async () => {
  let pattern: JsonObject = { type: 'string' };
  for (let depth = 0; depth < 300; depth++) pattern = { items: pattern };
  const item = { change: 'schema.type.changed', at: 'response.total', after: pattern };
  await expect(checkOf({ '1': SHOP, '2': SHOP }, [claim({}, [item])])).rejects.toThrow(
    '"after" may be nested 32 levels deep.',
  );
});
