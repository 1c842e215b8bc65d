import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeType, field, type Json, setField } from '../../../openapi/source/json.js';
import { canonical, stringify } from '../../../openapi/source/stringify.js';
import { runs, seed } from '../../fuzz.js';

describe('stringify and canonical', () => {
  test('keys keep their order, or are sorted', () => {
    const value: Json = { b: [1, { d: null, c: true }], a: 'x"\n' };
    expect(stringify(value)).toBe('{"b":[1,{"d":null,"c":true}],"a":"x\\"\\n"}');
    expect(canonical(value)).toBe('{"a":"x\\"\\n","b":[1,{"c":true,"d":null}]}');
  });

  test('big integers keep every digit', () => {
    expect(stringify([9007199254740993n, -18446744073709551616n])).toBe('[9007199254740993,-18446744073709551616]');
  });

  test.each([
    [1e21, 10n ** 21n],
    [-2.5e22, -25n * 10n ** 21n],
    [1e20, 10n ** 20n],
    [0, -0],
    [1, 1.0],
  ])('%d has one canonical text, whatever its spelling', (a, b) => {
    expect(canonical(a)).toBe(canonical(b));
  });

  test('numbers that are no integers stay as JSON writes them', () => {
    expect(stringify([1.5, 1e-7, -0.25])).toBe('[1.5,1e-7,-0.25]');
  });

  test('"__proto__" is a key like any other', () => {
    const value = JSON.parse('{"a":1,"__proto__":{"x":[]},"constructor":2}');
    expect(stringify(value)).toBe('{"a":1,"__proto__":{"x":[]},"constructor":2}');
    expect(canonical(value)).toBe('{"__proto__":{"x":[]},"a":1,"constructor":2}');
  });

  test('text is read back by JSON.parse, and canonical text does not depend on the order of keys', () => {
    const reversed = (value: Json): Json => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      const object: Record<string, Json> = {};
      for (const [key, member] of Object.entries(value).reverse()) setField(object, key, reversed(member as Json));
      return object;
    };
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const value = json as Json;
        expect(JSON.parse(stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonical(reversed(value))).toBe(canonical(value));
      }),
      { numRuns: runs(200), seed: seed(7) },
    );
  });
});

describe('fields', () => {
  test('only own fields are read', () => {
    expect(['toString', '__proto__', 'a'].map((key) => field({ a: 1 }, key))).toEqual([undefined, undefined, 1]);
  });

  test('"__proto__" can be written and changes no prototype', () => {
    const object: Record<string, Json> = {};
    setField(object, '__proto__', { polluted: true });
    expect(Object.keys(object)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
    expect(field(object, '__proto__')).toEqual({ polluted: true });
  });

  test('what a frozen prototype holds can be written', () => {
    const object: Record<string, Json> = Object.create(Object.freeze({ toString: 1 }));
    setField(object, 'toString', 2);
    setField(object, 'toString', 3);
    expect(Object.entries(object)).toEqual([['toString', 3]]);
  });

  test('types have names', () => {
    expect([undefined, null, [], {}, '', true, 1, 1n].map(describeType)).toEqual([
      'nothing',
      'null',
      'an array',
      'an object',
      'a string',
      'a boolean',
      'a number',
      'a number',
    ]);
  });
});
