import { field, isArray, type Json, type JsonObject } from '../../openapi/source/json.js';
import { readTypes } from './schema-shape.js';

/**
 * What a moment, day or duration is written in, as a sentence; `undefined` for everything else and where the document does
 * not tell.
 */
export function timeUnit(schema: JsonObject, name = ''): string | undefined {
  const format = field(schema, 'format');
  const { types } = readTypes(schema);
  if (types.includes('string')) {
    if (format === 'date-time') return 'Date and time of RFC 3339, such as `2026-01-31T12:00:00Z`.';
    if (format === 'date') return 'Date, such as `2026-01-31`.';
    if (format === 'time') return 'Time of day of RFC 3339, such as `12:00:00Z`.';
    return format === 'duration' ? 'Duration of ISO 8601, such as `P3DT12H`.' : undefined;
  }
  if (!types.some((type) => type === 'integer' || type === 'number')) return undefined;
  const isNamed = /(?:^|_)(?:at|timestamp)$|[a-z]At$|(?:^|_)(?:date|time)$/.test(name);
  const isMoment =
    typeof format === 'string' && /^(?:date-?time|date|timestamp|unix-?(?:time|timestamp)|epoch)/i.test(format);
  if (!isNamed && !isMoment) return undefined;
  const isUnix = typeof format === 'string' && /^unix/i.test(format);
  const unit = unitOfExamples(schema) ?? unitOfText(schema) ?? (isUnix ? 'seconds' : undefined);
  return unit === undefined ? undefined : `Unix time in ${unit}.`;
}

/** A moment between 2001 and 2286 has ten digits in seconds and thirteen in milliseconds. */
function unitOfExamples(schema: JsonObject): string | undefined {
  const examples = field(schema, 'examples');
  const values = [field(schema, 'example'), field(schema, 'default'), ...(isArray(examples) ? examples : [])];
  const digits = values.filter((value) => typeof value === 'number').map((value) => String(Math.trunc(value)).length);
  if (digits.includes(10)) return 'seconds';
  return digits.includes(13) ? 'milliseconds' : undefined;
}

function unitOfText(schema: JsonObject): string | undefined {
  const text: Json | undefined = field(schema, 'description');
  const start = typeof text === 'string' ? text.slice(0, 1000) : '';
  if (/\b(?:milliseconds|millis|ms)\b/i.test(start)) return 'milliseconds';
  return /\bseconds\b|\bunix\b|\bepoch\b/i.test(start) ? 'seconds' : undefined;
}
