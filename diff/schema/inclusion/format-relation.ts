/** Formats whose texts all have another format too, by the definitions of the validator. */
const WITHIN: Readonly<Record<string, readonly string[]>> = {
  uri: ['uri-reference'],
  'date-time': ['iso-date-time'],
  time: ['iso-time'],
};

/** Groups of formats that have no text in common. */
const APART: readonly (readonly string[])[] = [
  ['date', 'date-time', 'duration', 'uuid', 'ipv4', 'ipv6', 'email', 'time'],
  ['date', 'iso-date-time', 'duration', 'uuid', 'ipv4', 'ipv6', 'email', 'iso-time'],
  ['uri', 'date', 'ipv4'],
  ['date-time', 'hostname', 'email'],
  ['date', 'json-pointer-uri-fragment', 'ipv4'],
];

export function isWithin(format: string, other: string): boolean {
  return format === other || (WITHIN[format]?.includes(other) ?? false);
}

export function areApart(format: string, other: string): boolean {
  return format !== other && APART.some((group) => group.includes(format) && group.includes(other));
}

/** What texts of a format look like at least, for the formats that are not defined by an expression. */
export const APPROXIMATIONS: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  time: /^\d\d:\d\d:\d\d(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i,
  'date-time':
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[t\s]\d\d:\d\d:\d\d(?:\.\d+)?(?:z|[+-]\d\d(?::?\d\d)?)$/i,
  uri: /^[a-z][a-z0-9+\-.]*:[^\s]*$/i,
  byte: /^[A-Za-z0-9+/\n\r]*={0,2}$/,
};

/** Texts of each format, plain ones first. */
export const FORMAT_SAMPLES: Readonly<Record<string, readonly string[]>> = {
  date: ['2024-01-31', '1999-12-31'],
  time: ['12:30:00Z', '23:59:59.5+01:00'],
  'date-time': ['2024-01-31T12:30:00Z', '1999-12-31T23:59:59.5+01:00'],
  'iso-time': ['12:30:00', '12:30:00Z'],
  'iso-date-time': ['2024-01-31T12:30:00', '2024-01-31T12:30:00Z', '2024-01-31 12:30:00'],
  duration: ['P1D', 'PT5M', 'P1Y2M3DT4H5M6S'],
  uri: ['https://example.com', 'a:b', 'urn:a', 'https://example.com/a?b=c#d'],
  'uri-reference': ['/a', '', '#a', 'https://example.com', '%20'],
  'uri-template': ['/a/{b}', 'a', 'https://example.com/{a}'],
  url: ['https://example.com', 'ftp://example.com/a'],
  email: ['a@example.com', 'first.last+tag@sub.example.org'],
  hostname: ['example.com', 'a', '1'],
  ipv4: ['127.0.0.1', '192.168.100.200'],
  ipv6: ['::1', '2001:db8::8a2e:370:7334'],
  regex: ['a', '^a+$', '(?=a)'],
  uuid: ['00000000-0000-0000-0000-000000000000', 'urn:uuid:00000000-0000-0000-0000-000000000000'],
  'json-pointer': ['', '/a', '/a~1b/0'],
  'json-pointer-uri-fragment': ['#', '#/a'],
  'relative-json-pointer': ['0', '1/a', '0#'],
  byte: ['YQ==', '', 'aGVsbG8='],
};
