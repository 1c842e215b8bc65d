import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { Schema } from '../../../openapi/model/schema.js';

type Check = boolean | RegExp | ((text: string) => boolean);

interface Definition {
  readonly validate: Check | ((value: number) => boolean);
}

/** The formats of strings that the validator asserts. `password`, `binary` and all others say nothing about values. */
const TEXT_FORMATS: ReadonlySet<string> = new Set([
  'date',
  'time',
  'date-time',
  'iso-time',
  'iso-date-time',
  'duration',
  'uri',
  'uri-reference',
  'uri-template',
  'url',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'regex',
  'uuid',
  'json-pointer',
  'json-pointer-uri-fragment',
  'relative-json-pointer',
  'byte',
]);

/** Formats of numbers that narrow what `type` allows. `float` and `double` allow every JSON number. */
const NUMBER_FORMATS: Readonly<Record<string, readonly [bigint, bigint]>> = {
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
};

/** The format when it decides about values, else `undefined`. */
export function assertedFormat(format: string | undefined): string | undefined {
  if (format === undefined) return undefined;
  return TEXT_FORMATS.has(format) || Object.hasOwn(NUMBER_FORMATS, format) ? format : undefined;
}

/** The lengths that texts of a format have. */
const LENGTHS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  date: [10, 10],
  time: [9, Number.POSITIVE_INFINITY],
  'date-time': [20, Number.POSITIVE_INFINITY],
  uuid: [36, 45],
  ipv4: [7, 15],
  ipv6: [2, 45],
  email: [5, Number.POSITIVE_INFINITY],
  uri: [2, Number.POSITIVE_INFINITY],
};

/**
 * The format of a schema when it decides about text. Beside lengths that no text of the format has, or a list of values, a format
 * is a hint that was not meant to be enforced: taken at its word the schema would accept nothing, and hide every change.
 */
export function decisiveFormat({ facets, enum: values, const: value }: Schema): string | undefined {
  const format = textFormat(facets.format);
  if (format === undefined || values !== undefined || value !== undefined) return undefined;
  const [least, most] = LENGTHS[format] ?? [0, Number.POSITIVE_INFINITY];
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = facets;
  return Math.max(least, minLength) > Math.min(most, maxLength) && minLength <= maxLength ? undefined : format;
}

export function textFormat(format: string | undefined): string | undefined {
  return format !== undefined && TEXT_FORMATS.has(format) ? format : undefined;
}

/** The smallest and the largest integer of a format of numbers. */
export function integerRange(format: string | undefined): readonly [bigint, bigint] | undefined {
  return format !== undefined && Object.hasOwn(NUMBER_FORMATS, format) ? NUMBER_FORMATS[format] : undefined;
}

/** The definitions that the validator uses too, so that both always agree. */
function definitions(): Readonly<Record<string, Check | Definition>> {
  // The formats of numbers, which have checks of other values, are not looked up here.
  return fullFormats as Readonly<Record<string, Check | Definition>>;
}

/** Longer text is not given to the expressions of formats, some of which would take very long. */
const LONGEST = 1_000;

/** Whether text has a format; `undefined` when that is not decided. */
export function hasFormat(text: string, format: string): boolean | undefined {
  if (text.length > LONGEST) return undefined;
  const definition = definitions()[format];
  if (definition === undefined) return true;
  const check = typeof definition === 'object' && 'validate' in definition ? definition.validate : definition;
  if (typeof check === 'boolean') return check;
  if (check instanceof RegExp) {
    check.lastIndex = 0;
    return check.test(text);
  }
  // Text formats are the only ones asked for, and theirs take text.
  return (check as (text: string) => boolean)(text);
}

/** The expression that defines a format exactly, where it is one. */
export function expressionOfFormat(format: string): RegExp | undefined {
  const definition = definitions()[format];
  return definition instanceof RegExp ? definition : undefined;
}
