import fc from 'fast-check';
import { JS } from 'refa';
import { expect, test } from 'vitest';
import { parsePlainPattern } from '../../../../diff/schema/inclusion/plain-pattern.js';
import { runs, seed } from '../../../fuzz.js';

/** What the parser of all expressions makes of one, without what is not asked for; `undefined` where it is none. */
function fullParse(source: string): unknown {
  try {
    const parser = JS.Parser.fromLiteral({ source, flags: 'u' });
    return parser.parse({ assertions: 'parse', backreferences: 'throw' }).expression.alternatives.map(asked);
  } catch {
    return undefined;
  }
}

function asked(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(asked);
  if (typeof node !== 'object' || node === null) return node;
  const { type, ...fields } = Object.fromEntries(Object.entries(node));
  const { parent: _, source, lazy, maximum, ...rest } = fields;
  const members = Object.entries(rest).map(([key, value]) => [key, asked(value)]);
  return Object.fromEntries(type === 'Concatenation' || type === undefined ? members : [['type', type], ...members]);
}

test.each([
  '',
  '^$',
  '^[a-z]+$',
  '^/v1/charges',
  '^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$',
  '^refs/(heads|tags|pull)/.*$',
  '^([0-9a-fA-F]{40}(?:[0-9a-fA-F]{24})?)$',
  '^(?:([a-z]+-)*([a-z]+)?)$',
  '^ssh-(rsa|dss) |^ecdsa (256|384) ',
  '\\d{3}-\\d{4}',
  '^[^\\s@]+@[^\\s@]+\\.\\w+$',
  '[\\]\\-^]+?',
  '((a|b))+',
  '(|a)(a|)()(?:){3}',
  'a{0}b{1}c{2,}d{0,1}(e|f){1}',
  '[b-da-c_a]',
  'ä😀[😀-😂]',
  'x\\.y\\/z\\n',
  '[^]',
])('%s is parsed without the parser of all expressions, to the same', (source) => {
  expect(parsePlainPattern(source)).toEqual(fullParse(source));
});

test.each(['(?=a)', '\\b', '(a)\\1', '\\p{L}', '\\u0041', '[]', '(?<n>a)', 'a{1001}', 'x'.repeat(301)])(
  '%s is left to the parser of all expressions',
  (source) => {
    expect(parsePlainPattern(source)).toBe(undefined);
  },
);

test('what is parsed is parsed to the same as by the parser of all expressions', () => {
  const piece = fc.constantFrom(
    ...'ab^$.|()[]{}*+?-\\/:,019'.split(''),
    ...['(?:', '[^', '\\d', '\\W', '\\s', '{2}', '{0}', '{1,}', '{2,3}', '\\.', '\\-', '[a-c]', '(a|b)', '[\\w-]'],
  );
  let parsed = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      const source = pieces.join('');
      const plain = parsePlainPattern(source);
      if (plain === undefined) return;
      parsed++;
      expect(plain).toEqual(fullParse(source));
    }),
    { seed: seed(5), numRuns: runs(20_000) },
  );
  expect(parsed).toBeGreaterThan(2_000);
});
