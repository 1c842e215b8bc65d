import { type Json, setField } from '../../../../openapi/source/json.js';

const SCALARS: readonly Json[] = [
  null,
  true,
  false,
  0,
  1,
  2,
  3,
  4,
  6,
  -1,
  0.5,
  1.5,
  2.5,
  0.25,
  '',
  'a',
  'b',
  'ab',
  'ba',
  'abc',
  'aaaa',
  'c',
  'x-1',
  '2024-01-31',
];

/** Values of every type, small ones in all combinations. */
export const UNIVERSE: readonly Json[] = [...SCALARS, ...arrays(), ...objects()];

function arrays(): readonly Json[] {
  const items: readonly Json[] = [null, true, 0, 1, 0.5, '', 'a', 'ab', [], {}, { a: 1 }];
  const two = items.flatMap((one) => items.map((other) => [one, other]));
  return [
    [],
    ...items.map((one) => [one]),
    ...two,
    [1, 1, 1],
    [1, 2, 3],
    ['a', 'b', 1],
    ['a', 1, 'a', 1],
    [1, 'a', null],
  ];
}

function objects(): readonly Json[] {
  const values: readonly Json[] = [null, 0, 1, 0.5, '', 'a', 'ab', true, [], {}, { a: 'ab' }];
  const found: Json[] = [{}];
  const names = ['a', 'b', 'x-1', 'other', 'ab'];
  for (const name of names) for (const one of values) found.push(object([[name, one]]));
  for (const [index, name] of names.entries()) {
    for (const other of names.slice(index + 1)) {
      for (const one of values)
        for (const two of values.slice(0, 7))
          found.push(
            object([
              [name, one],
              [other, two],
            ]),
          );
    }
  }
  found.push({ a: 1, b: 1, 'x-1': 1 }, { a: 'a', b: 0, other: null }, { a: {}, b: {}, 'x-1': {}, ab: {} });
  return found;
}

function object(entries: readonly (readonly [string, Json])[]): Json {
  const made: Record<string, Json | undefined> = {};
  for (const [name, one] of entries) setField(made, name, one);
  return made;
}
