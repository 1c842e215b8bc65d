/** Writes one scalar, or throws a URIError if it is not well-formed Unicode. */
export type Encode = (text: string) => string;

/** A scalar as text; what is nested deeper than its style can say is JSON. */
export function scalar(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function fields(value: unknown): [string, unknown][] | undefined {
  if (typeof value !== 'object' || !value || value instanceof Date) return undefined;
  return Object.entries(value).filter(([, item]) => item != null);
}

/** The leaves of `value` under names such as `filter[age][0]`. */
function leaves(name: string, value: unknown): [string, unknown][] {
  return fields(value)?.flatMap(([key, item]) => leaves(`${name}[${key}]`, item)) ?? [[name, value]];
}

/** `value` in one of the styles of OpenAPI 3.2, section 4.12.2; empty if an array or object holds nothing. */
export function expand(name: string, value: unknown, style: string, explode: boolean, encode: Encode): string {
  const named = !/simple|label/.test(style);
  const lead = style === 'label' ? '.' : style === 'matrix' ? ';' : '';
  const glue = lead || (style === 'simple' ? ',' : style === 'cookie' ? '; ' : '&');
  const bare = (item: unknown): string => encode(scalar(item));
  const pair = ([key, item]: [string, unknown]): string => `${encode(key)}=${bare(item)}`;
  const label = ([, item]: [string, unknown]): string => (named ? pair([name, item]) : bare(item));
  const entries = style === 'deepObject' ? leaves(name, value) : fields(value);
  const array = Array.isArray(value);

  if (!entries) return lead + label(['', value]);
  if (!entries.length) return '';
  if (style === 'deepObject') return entries.map(pair).join(glue);
  if (explode) return lead + entries.map(array ? label : pair).join(glue);
  const comma = style === 'spaceDelimited' ? '%20' : style === 'pipeDelimited' ? '%7C' : ',';
  const list = entries.map(([key, item]) => (array ? '' : encode(key) + comma) + bare(item)).join(comma);
  return lead + (named ? `${encode(name)}=` : '') + list;
}
