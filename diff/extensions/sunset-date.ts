import type { Json } from '../../openapi/source/json.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A date as text that sorts by time: `2030-01-31`, a date and time in UTC, or the HTTP date of the header Sunset (RFC 8594,
 * section 3). `undefined` for what cannot be put in order without guessing a time zone.
 */
export function sunsetDate(value: Json | undefined): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const iso = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d{1,9})?Z)?$/i.exec(text);
  if (iso !== null) return `${iso[1]}T${iso[2] ?? '00:00:00'}`;
  const http = /^[a-z]{3}, (\d{2}) ([a-z]{3}) (\d{4}) (\d{2}:\d{2}:\d{2}) GMT$/i.exec(text);
  if (http === null) return undefined;
  const month = MONTHS.indexOf((http[2] ?? '').toLowerCase()) + 1;
  return month === 0 ? undefined : `${http[3]}-${String(month).padStart(2, '0')}-${http[1]}T${http[4]}`;
}

/** Whether callers have at least as much time as before. */
export function isNotEarlier(before: Json | undefined, after: Json | undefined): boolean {
  const [left, right] = [sunsetDate(before), sunsetDate(after)];
  return left !== undefined && right !== undefined && right >= left;
}
