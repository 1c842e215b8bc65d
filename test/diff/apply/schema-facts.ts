import type { Schema, SchemaFacets } from '../../../openapi/model/schema.js';
import { isObject } from '../../../openapi/source/json.js';
import { canonical } from '../../../openapi/source/stringify.js';
import type { Gathered } from './gathered.js';

/** What a schema says of a value itself, one text for each thing said. */
export function factsOf({ members, nullable, values, types }: Gathered): ReadonlyMap<string, string> {
  const facts = new Map<string, string>([['null', String(nullable)]]);
  const say = (name: string, text: string | undefined): void => {
    if (text !== undefined) facts.set(name, text);
  };
  say('types', types && [...types].sort().join());
  say('values', values && [...values].sort().join());
  for (const [name, text] of limitsOf(members, types?.size === 1 && types.has('integer'))) say(name, text);
  for (const keyword of ['format', 'pattern', 'contentMediaType', 'contentEncoding'] as const) {
    say(keyword, together(members.flatMap(({ facets }) => facets[keyword] ?? [])));
  }
  say('title', together(members.flatMap(({ title }) => title ?? [])));
  const [fallback] = members
    .flatMap((member) => (member.default === undefined ? [] : [canonical(member.default)]))
    .sort();
  say('default', fallback);
  for (const keyword of ['readOnly', 'writeOnly', 'deprecated'] as const) {
    if (members.some((member) => member[keyword])) say(keyword, 'true');
  }
  for (const name of members.flatMap(({ required }) => required)) say(`required ${name}`, 'true');
  say('additional', opennessOf(members));
  const dependent = members.flatMap(({ dependentRequired }) =>
    [...dependentRequired].map(([name, names]) => `${name}: ${[...names].sort()}`),
  );
  say('dependentRequired', together(dependent));
  if (members.some(({ dynamicRef, unresolved }) => dynamicRef !== undefined || unresolved === true)) {
    say('unknown', together(members.map(({ raw }) => canonical(raw))));
  }
  return facts;
}

function opennessOf(members: readonly Schema[]): 'closed' | 'constrained' | undefined {
  const others = members.flatMap(({ additionalProperties }) => additionalProperties ?? []);
  if (others.some(({ always }) => always === false)) return 'closed';
  const isOpen = ({ always, raw }: Schema): boolean =>
    always === true || (isObject(raw) && Object.keys(raw).length === 0);
  return others.every(isOpen) ? undefined : 'constrained';
}

/** Texts that hold together, without an order. */
function together(texts: readonly string[]): string | undefined {
  return texts.length === 0 ? undefined : [...new Set(texts)].sort().join(' and ');
}

const LOWER = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minContains', 'minProperties'] as const;
const UPPER = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxContains', 'maxProperties'] as const;
const OF_SIZES: ReadonlySet<keyof SchemaFacets> = new Set(['minLength', 'minItems', 'minProperties']);

/** Bounds, of which the strictest holds. For integers an exclusive bound is the next inclusive one; a size of 0 is no bound. */
function limitsOf(members: readonly Schema[], isInteger: boolean): ReadonlyMap<string, string> {
  const limits = new Map<keyof SchemaFacets, number | bigint>();
  for (const { facets } of members) {
    for (const keyword of LOWER) tighten(limits, keyword, facets[keyword], (a, b) => a > b);
    for (const keyword of UPPER) tighten(limits, keyword, facets[keyword], (a, b) => a < b);
  }
  const [above, below] = [limits.get('exclusiveMinimum'), limits.get('exclusiveMaximum')];
  if (isInteger && typeof above === 'number') {
    limits.delete('exclusiveMinimum');
    tighten(limits, 'minimum', Math.floor(above) + 1, (a, b) => a > b);
  }
  if (isInteger && typeof below === 'number') {
    limits.delete('exclusiveMaximum');
    tighten(limits, 'maximum', Math.ceil(below) - 1, (a, b) => a < b);
  }
  const texts = new Map<string, string>();
  for (const [keyword, limit] of limits) if (limit !== 0 || !OF_SIZES.has(keyword)) texts.set(keyword, String(limit));
  const divisors = members.flatMap(({ facets: { multipleOf } }) =>
    multipleOf === undefined ? [] : [Number(multipleOf)],
  );
  if (divisors.length > 0) texts.set('multipleOf', String(divisors.reduce((a, b) => (a / divisor(a, b)) * b)));
  if (members.some(({ facets }) => facets.uniqueItems)) texts.set('uniqueItems', 'true');
  return texts;
}

/** The greatest number that divides both. */
function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function tighten(
  limits: Map<keyof SchemaFacets, number | bigint>,
  keyword: keyof SchemaFacets,
  limit: number | bigint | undefined,
  isStricter: (a: number | bigint, b: number | bigint) => boolean,
): void {
  const known = limits.get(keyword);
  if (limit !== undefined && (known === undefined || isStricter(limit, known))) limits.set(keyword, limit);
}
