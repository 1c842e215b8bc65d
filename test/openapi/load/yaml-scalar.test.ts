import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadFile } from '../../../openapi/load/load-file.js';
import { DocumentError, formatDiagnostic } from '../../../openapi/source/diagnostic.js';
import { runs, seed } from '../../fuzz.js';

function value(text: string): unknown {
  return loadFile('a.yaml', Buffer.from(text)).value;
}

function fault(text: string): string {
  try {
    value(text);
  } catch (error) {
    if (error instanceof DocumentError) return error.diagnostics.map(formatDiagnostic).join('\n');
    throw error;
  }
  return '';
}

function isText(plain: string): boolean {
  try {
    return typeof parse(plain) === 'string';
  } catch {
    return false;
  }
}

const SCALARS = [
  ...['null', 'Null', 'NULL', '~', 'nULL', 'true', 'True', 'TRUE', 'tRUE', 'false', 'yes', 'no', 'on', 'off', 'y', 'n'],
  ...['0', '00', '012', '+12', '-12', '-012', '0o17', '0O17', '-0o17', '0x1F', '0X1F', '0xG', '0b11', '1_000', '1:30'],
  ...['1.', '.5', '+.5', '-.5', '.', '..', '+', '1e3', '1E3', '1.5e-3', '1e', 'e1', '1.2.3', '12e03', '1,5'],
  ...['2001-12-14', '2001-12-14t21:59:43.10-05:00', '3.1.0', '3.10', '1.0', '0.0', '=', '<', '==', 'a: b'.slice(0, 1)],
  ...['.infinity', '.nans', '-.nan', 'NaN', 'Infinity', 'constructor', '__proto__', 'a#b', 'a:b', 'http://x/y?z=1#w'],
];

describe('plain scalars in the core schema', () => {
  test.each(SCALARS)('%s is what the yaml package says', (scalar) => {
    expect(value(`a: ${scalar}\nb: [${scalar}]\n`)).toEqual(parse(`a: ${scalar}\nb: [${scalar}]\n`));
  });

  test('generated scalars are what the yaml package says', () => {
    const character = fc.constantFrom(...'0123456789+-.eExXoOabfFnulNtrTs_:~');
    // A name is kept as it is written, be it one of null or of a number.
    const scalar = fc
      .string({ unit: character, minLength: 1, maxLength: 7 })
      .filter((text) => !text.endsWith(':') || isText(text.slice(0, -1)));
    fc.assert(
      fc.property(scalar, (text) => {
        const document = `- ${text} x\n- "${text}"\n- '${text}'\n- !!str ${text}\n- ${text}`;
        let expected: unknown;
        try {
          expected = parse(document, { logLevel: 'error' });
        } catch {
          return;
        }
        const numbers = JSON.stringify(expected, (_, member) => (Number.isFinite(member) ? 0 : member));
        if (Array.isArray(expected) && expected.some((item) => typeof item === 'number' && !Number.isFinite(item))) {
          expect(fault(document)).toMatch(/^a\.yaml:5:3 \[not-json\]/);
        } else {
          expect(value(document), numbers).toEqual((expected as unknown[]).map((item) => (item === 0 ? 0 : item)));
        }
      }),
      { numRuns: runs(1_500), seed: seed(7) },
    );
  });

  test.each([
    ['9007199254740991', 9007199254740991],
    ['9007199254740993', 9007199254740993n],
    ['-9007199254740993', -9007199254740993n],
    ['+9007199254740993', 9007199254740993n],
    ['0xFFFFFFFFFFFFFFFF', 18446744073709551615n],
    ['0o1777777777777777777777', 18446744073709551615n],
    ['-0', 0],
  ])('the integer %s is exact', (text, expected) => {
    expect(value(text)).toEqual(expected);
  });

  test.each(['.inf', '-.Inf', '+.INF', '.nan', '.NaN', '1e400', '-1e999'])('%s has no JSON meaning', (text) => {
    expect(fault(`a: ${text}`)).toBe(
      `a.yaml:1:4 [not-json] # "${text}" is a number that JSON cannot hold. Quote it if it is text.`,
    );
    expect(value(`a: "${text}"`)).toEqual({ a: text });
  });
});

describe('tags', () => {
  test('those of JSON are obeyed', () => {
    expect(
      value(
        '- !!str 12\n- !!int "12"\n- !!float 3\n- !!bool true\n- !!null ""\n- !!map {a: 1}\n- !!seq [1]\n- ! 12\n- !!str\n- !<tag:yaml.org,2002:str> 1\n',
      ),
    ).toEqual(['12', 12, 3, true, null, { a: 1 }, [1], '12', '', '1']);
  });

  test.each([
    ['a: !!binary aGk=', '1:4', '!!binary'],
    ['a: !!timestamp 2001-12-14', '1:4', '!!timestamp'],
    ['a: !!set {x}', '1:4', '!!set'],
    ['a:\n  - !Ref b', '2:5', '!Ref'],
    ['!!js/function a: 1', '1:1', '!!js/function'],
    ['a: !!map 1', '1:4', 'map'],
    ['a: !!str [1]', '1:4', 'str'],
  ])('%j is refused', (text, place, tag) => {
    expect(fault(text)).toMatch(`a.yaml:${place} [yaml-tag] `);
    expect(fault(text)).toMatch(`The tag "${tag}" has no meaning in an OpenAPI document. Remove it.`);
  });
});

describe('texts', () => {
  test.each([
    ['literal', 'a: |\n  x\n  y\n'],
    ['literal, stripped', 'a: |-\n  x\n\n  y\n\n'],
    ['literal, kept', 'a: |+\n  x\n\n'],
    ['literal with indentation', 'a: |2\n    x\n  y\n'],
    ['folded', 'a: >\n  x\n  y\n\n  z\n    w\n'],
    ['double quotes over lines', 'a: "x\n  y\\\n  z\\n \\u00e9\\x41\\U0001F600"'],
    ['single quotes over lines', "a: 'it''s\n\n  y'"],
    ['plain over lines', 'a: x\n  y\n\n  z\nb: 1'],
    ['comments', '# c\na: x # d\n#e\nb: "#f" # g\n'],
    ['document markers', '%YAML 1.2\n---\na: 1\n...\n'],
    ['CRLF', 'a: |\r\n  x\r\n  y\r\nb: "p\r\n  q"\r\nc: [1,\r\n 2]\r\n'],
    ['tabs between tokens', 'a:\t1\nb: [1, 2]\t# c\nc:\t\n  d: 1\t\n'],
    ['flow and block', 'a: {b: [c, {d: e}], "f": , g}\nh:\n- i\n-   j: k\n    l: m\n'],
    ['complex keys', '? a\n: b\n? "c"\n:\n  - d\n'],
    ['empty values', 'a:\nb:\n  -\n  - x\n  -\nc: ""\n'],
    ['U+2028 and NEL', 'a: "x\u2028y\u0085z"\n'],
  ])('%s', (_, text) => {
    expect(value(text)).toEqual(parse(text));
  });

  test('names of the prototype are keys like any others', () => {
    const loaded = value('__proto__: {x: 1}\nconstructor: 2\n"": 3\ntoString: 4\n') as object;
    expect(Object.entries(loaded)).toEqual([
      ['__proto__', { x: 1 }],
      ['constructor', 2],
      ['', 3],
      ['toString', 4],
    ]);
    expect(Object.getPrototypeOf(loaded)).toBe(Object.prototype);
  });
});
