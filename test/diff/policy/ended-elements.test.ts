import { describe, expect, test } from 'vitest';
import { diffDocuments } from '../../../diff/diff.js';
import { readLevels, ruleIds } from '../../../diff/policy/read-levels.js';
import { allRules } from '../../../diff/rules/table.js';
import { readText } from '../../documents.js';

/** A document with an operation, a parameter and a property, each with what it says of its end. */
function document(says: {
  readonly operation?: string;
  readonly parameter?: string;
  readonly property?: string;
}): string {
  return `openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      operationId: list
${says.parameter === undefined ? '' : `      parameters: [{name: page, in: query, schema: {type: string}${says.parameter}}]\n`}      responses:
        '200':
          description: Pets.
          content:
            application/json:
              schema: {type: object, properties: {a: {type: string}${says.property === undefined ? '' : `, b: {type: string${says.property}}`}}}
${says.operation === undefined ? '' : `  /toys:\n    get:\n      responses: {'200': {description: Toys.}}\n${says.operation}`}`;
}

const NOTHING = document({});

/** The level and its reason of the one finding. */
async function level(
  base: string,
  setting: { readonly level: 'warning' | 'info'; readonly days?: number },
  today = '2026-06-01',
) {
  const { findings } = await diffDocuments(await readText(base), await readText(NOTHING), {
    deprecation: { ...setting, today },
  });
  expect(findings).toHaveLength(1);
  return [findings[0]?.level, findings[0]?.levelReason, findings[0]?.impact];
}

const WARNING = { level: 'warning', days: 180 } as const;

describe('what was deprecated first', () => {
  test.each([
    ['an operation', { operation: '      x-sunset: "2026-06-01"\n' }],
    ['a parameter', { parameter: ', deprecated: true, x-sunset: "2026-06-01"' }],
    ['a property', { property: ', deprecated: true, x-sunset: "2026-06-01"' }],
  ])('%s whose sunset is over is removed more quietly, and breaks all the same', async (_, says) => {
    expect(await level(document(says), WARNING)).toEqual([
      'warning',
      'It was to end on 2026-06-01 (x-sunset).',
      'breaking',
    ]);
    expect(await level(document(says), WARNING, '2026-05-31')).toEqual(['error', null, 'breaking']);
  });

  test.each([
    ['long enough', ', deprecated: true, x-deprecated-since: "2025-12-03"', 'warning'],
    ['a day too short', ', deprecated: true, x-deprecated-since: "2025-12-04"', 'error'],
    ['but not deprecated', ', x-deprecated-since: "2020-01-01"', 'error'],
    [
      'with a sunset that is still to come',
      ', deprecated: true, x-deprecated-since: "2020-01-01", x-sunset: "2027-01-01"',
      'error',
    ],
    [
      'with a sunset that cannot be read',
      ', deprecated: true, x-deprecated-since: "2020-01-01", x-sunset: soon',
      'error',
    ],
    ['since nobody knows when', ', deprecated: true', 'error'],
  ])('deprecated %s', async (_, says, expected) => {
    expect((await level(document({ property: says }), WARNING))[0]).toBe(expected);
  });

  test('counts days only where they are given', async () => {
    const says = document({ property: ', deprecated: true, x-deprecated-since: "2020-01-01"' });
    expect((await level(says, { level: 'info' }))[0]).toBe('error');
    expect((await level(says, { level: 'info', days: 0 }))[0]).toBe('info');
  });

  test('is told as any other without a setting', async () => {
    const base = await readText(document({ property: ', deprecated: true, x-sunset: "2020-01-01"' }));
    const { findings } = await diffDocuments(base, await readText(NOTHING));
    expect(findings.map(({ level: told }) => told)).toEqual(['error']);
  });
});

describe('a levels file', () => {
  const read = (text: string) => readLevels('levels.yaml', Buffer.from(text), ruleIds(allRules));

  test('sets it', () => {
    expect(read('deprecation: {level: info, days: 90}\n')).toEqual({
      entries: [],
      deprecation: { level: 'info', days: 90 },
    });
  });

  test.each([
    [
      'deprecation: info',
      'levels.yaml:1:14 [type] #/deprecation "deprecation" must be a mapping with "level", not a string.',
    ],
    ['deprecation: {days: 1}', 'levels.yaml:1:14 [level-missing] #/deprecation Give "level": warning or info.'],
    [
      'deprecation: {level: off}',
      'levels.yaml:1:22 [value] #/deprecation/level "level" is one of warning, info, not "off".',
    ],
    [
      'deprecation: {level: info, days: -1}',
      'levels.yaml:1:34 [value] #/deprecation/days "days" must be a whole number that is not negative.',
    ],
    [
      'deprecation: {level: info, day: 1}',
      'levels.yaml:1:28 [unknown-key] #/deprecation/day "day" means nothing here. Did you mean "days"?',
    ],
  ])('%s is refused', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
