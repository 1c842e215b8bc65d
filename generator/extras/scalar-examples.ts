import { field, type Json, type JsonObject } from '../../openapi/source/json.js';
import { patternExample } from './pattern-example.js';

/** A text of each format that is checked by somebody. */
const BY_FORMAT: Readonly<Record<string, string>> = {
  'date-time': '2026-01-15T09:30:00Z',
  date: '2026-01-15',
  time: '09:30:00Z',
  duration: 'P1D',
  email: 'ada@example.com',
  'idn-email': 'ada@example.com',
  hostname: 'example.com',
  'idn-hostname': 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com/',
  url: 'https://example.com/',
  'uri-reference': '/path',
  iri: 'https://example.com/',
  'iri-reference': '/path',
  'uri-template': '/path/{id}',
  uuid: '123e4567-e89b-42d3-a456-426614174000',
  byte: 'aGVsbG8=',
  'json-pointer': '/a',
  'relative-json-pointer': '1/a',
  regex: '^a$',
};

const USUAL = [
  'text',
  '',
  '1',
  'a',
  'A',
  '123456',
  'ABC',
  'en',
  'US',
  'a-b',
  'a_b',
  '#336699',
  '2026-01-15',
  '+15550100',
];

/** Texts of which one fits most schemas. */
export function textExamples(schema: JsonObject): readonly string[] {
  const format = field(schema, 'format');
  const byFormat = typeof format === 'string' && Object.hasOwn(BY_FORMAT, format) ? BY_FORMAT[format] : undefined;
  const [least, most] = [sizeOf(field(schema, 'minLength')), sizeOf(field(schema, 'maxLength'))];
  const sized = [least, most].flatMap((size) =>
    size !== undefined && size <= 10_000 ? ['a', '1', 'A'].map((unit) => unit.repeat(size)) : [],
  );
  const pattern = field(schema, 'pattern');
  const matching = typeof pattern === 'string' ? (patternExample(pattern) ?? []) : [];
  if (byFormat === undefined) return [...USUAL, ...sized].concat(matching);
  return typeof pattern === 'string' ? [byFormat, ...USUAL].concat(matching) : [byFormat];
}

/** Numbers of which one fits most schemas. */
export function numberExamples(schema: JsonObject): readonly (number | bigint)[] {
  const near = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'].flatMap(
    (keyword): readonly (number | bigint)[] => {
      const bound = field(schema, keyword);
      if (typeof bound === 'bigint') return [bound, bound + 1n, bound - 1n];
      return typeof bound === 'number'
        ? [bound, Math.ceil(bound), Math.floor(bound), bound + 1, bound - 1, bound + 0.5, bound - 0.5]
        : [];
    },
  );
  const step = field(schema, 'multipleOf');
  const steps =
    typeof step === 'number' && step > 0
      ? [
          step,
          0,
          ...near.map(Number).flatMap((bound) => [Math.ceil(bound / step) * step, Math.floor(bound / step) * step]),
        ]
      : [];
  return [1, ...steps, 0, ...near].filter((value) => typeof value === 'bigint' || Number.isFinite(value));
}

function sizeOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}
