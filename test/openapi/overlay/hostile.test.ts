import { describe, expect, test } from 'vitest';
import { overlaid, overlayOf } from './overlaid.js';

describe('names that objects inherit', () => {
  test('are keys like any other', () => {
    const document = '{"__proto__": {"a": 1}, "constructor": {"b": 1}}';
    const actions = `
  - target: $['__proto__']
    update: {x: 1, __proto__: {y: 1}}
  - target: $.constructor
    update: {toString: {z: 1}}
  - target: $.hasOwnProperty
    remove: true
`;
    const { value, warnings } = overlaid(document, overlayOf(actions));
    const expected = '{"__proto__":{"a":1,"x":1,"__proto__":{"y":1}},"constructor":{"b":1,"toString":{"z":1}}}';
    expect(JSON.stringify(value)).toBe(expected);
    expect(warnings?.length).toBe(1);
    expect(Object.hasOwn({}, 'x') || 'y' in {}).toBe(false);
  });

  test('are removed like any other', () => {
    const { value } = overlaid(
      '{"a": {"__proto__": {}, "b": {}}}',
      overlayOf('  - {target: "$.a[\'__proto__\']", remove: true}'),
    );
    expect(JSON.stringify(value)).toBe('{"a":{"b":{}}}');
  });
});

describe('what would take too long or too much', () => {
  const many = JSON.stringify({ list: Array.from({ length: 3_000 }, (_, id) => ({ id, of: [{ id }] })) });

  test('ways through a document are not counted one by one', () => {
    let deep = '{}';
    for (let depth = 0; depth < 400; depth++) deep = `{"a": ${deep}, "b": {}}`;
    const { warnings } = overlaid(deep, overlayOf('  - {target: $..*..*..*..*..*..*..none, remove: true}'));
    expect(warnings?.map((line) => line.slice(0, 36))).toEqual(['overlay.yaml:5:14 [overlay-no-target']);
  });

  test('filters inside filters are given up', () => {
    const { faults } = overlaid(many, overlayOf('  - {target: "$..[?$..[?$..[?@.id == 1]]]", update: {}}'));
    expect(faults).toEqual([
      'overlay.yaml:5:14 [overlay-too-large] #/actions/0/target To find what this target selects takes too long.',
    ]);
  });

  test('a large update of many targets is refused', () => {
    const items = Array.from({ length: 1_000 }, () => '{}').join(', ');
    const { faults } = overlaid(many, overlayOf(`  - target: $.list[*]\n    update: {more: [${items}]}`));
    expect(faults).toEqual([
      'overlay.yaml:6:13 [overlay-too-large] #/actions/0/update An overlay writes up to 1000000 values; with this it writes more.',
    ]);
  });

  test('actions that each double the document are refused', () => {
    const actions = Array.from(
      { length: 60 },
      (_, index) => `  - {target: $..*, update: {a${index}: {}, b${index}: {}}}`,
    );
    const { faults } = overlaid('{"a": {}}', overlayOf(actions.join('\n')));
    expect(faults?.length).toBe(1);
    expect(faults?.[0]).toMatch(/\[(?:overlay-too-large|too-deep)\]/);
  });

  test('aliases in an update are written out up to a limit', () => {
    const levels = Array.from(
      { length: 24 },
      (_, index) => `        l${index + 1}: &l${index + 1} [*l${index}, *l${index}]`,
    );
    const bomb = `  - target: $\n    update:\n        l0: &l0 [x]\n${levels.join('\n')}`;
    expect(overlaid('{"a": {}}', overlayOf(bomb)).faults?.length).toBe(1);
  });

  test('a document made too deep', () => {
    const nested = `${'{"a": '.repeat(990)}{}${'}'.repeat(990)}`;
    const update = `${'{a: '.repeat(20)}{}${'}'.repeat(20)}`;
    const { faults } = overlaid(nested, overlayOf(`  - target: $${'.a'.repeat(985)}\n    update: {b: ${update}}`));
    expect(faults).toEqual([
      expect.stringMatching(
        /^overlay\.yaml:6:\d+ \[too-deep\] .* With this the document is nested deeper than 1000 levels\.$/,
      ),
    ]);
  });
});

test('the same bytes on every run, whatever the order of keys', () => {
  const actions = '  - {target: $..*, update: {x: {y: [1, 2]}}}\n  - {target: "$..[?@.y]", remove: true}';
  const runs = [1, 2].map(() => JSON.stringify(overlaid('{"b": {"c": {}}, "a": {}}', overlayOf(actions)).value));
  expect(runs).toEqual(Array(2).fill('{"b":{"c":{}},"a":{}}'));
});

test('integers keep every digit', () => {
  const document = '{"a": [{"id": 9007199254740993}, {"id": 9007199254740992}]}';
  const { value } = overlaid(
    document,
    overlayOf('  - {target: "$.a[?@.id == 9007199254740993]", update: {n: 9007199254740995}}'),
  );
  expect(value).toEqual({ a: [{ id: 9007199254740993n, n: 9007199254740995n }, { id: 9007199254740992n }] });
});
