import type { Schema } from '../../../openapi/model/schema.js';
import { field, isObject, type Json } from '../../../openapi/source/json.js';
import { canonical } from '../../../openapi/source/stringify.js';
import { declares, type View } from '../../schema/view.js';
import type { SchemaKeyword } from '../../schema-change.js';
import type { PairFacts } from './pair-facts.js';

/** Keywords compared as a whole, each with the keywords it decides together with. */
const OTHER_KEYWORDS: readonly (readonly [SchemaKeyword, readonly string[]])[] = [
  ['not', ['not']],
  ['if', ['if', 'then', 'else']],
  ['contains', ['contains']],
  ['propertyNames', ['propertyNames']],
  ['patternProperties', ['patternProperties']],
  ['unevaluatedItems', ['unevaluatedItems']],
  ['unevaluatedProperties', ['unevaluatedProperties']],
  ['dependentRequired', ['dependentRequired']],
  ['dependentSchemas', ['dependentSchemas']],
  ['contentSchema', ['contentSchema']],
];

const COMPARED: ReadonlySet<string> = new Set(OTHER_KEYWORDS.map(([keyword]) => keyword));

/** Compares the keywords whose schemas do not describe a part of the value, or not always. */
export function compareOthers(facts: PairFacts): void {
  const members = [...facts.base.conjunction.members, ...facts.revision.conjunction.members];
  // Few schemas have any of them.
  if (!members.some(({ raw }) => isObject(raw) && Object.keys(raw).some((key) => COMPARED.has(key)))) return;
  for (const [keyword, together] of OTHER_KEYWORDS) {
    if (!members.some((member) => declares(member, keyword))) continue;
    const before = keywordValue(facts.base, together);
    const after = keywordValue(facts.revision, together);
    if (canonical(before ?? null) === canonical(after ?? null) && !refersElsewhere(before)) continue;
    if (before !== undefined && after !== undefined && meansTheSame(facts, keyword)) continue;
    const values = { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
    facts.note({ kind: 'schema.keyword.changed', keyword, ...values }, keyword);
  }
}

/** What a text holds is no matter of which texts are accepted: the schemas of the content are asked for themselves. */
function meansTheSame(facts: PairFacts, keyword: SchemaKeyword): boolean {
  if (keyword !== 'contentSchema') return facts.isSame(keyword);
  const [left, right] = [facts.base, facts.revision].map(({ conjunction }) =>
    conjunction.members.flatMap(({ contentSchema }) => contentSchema ?? []),
  );
  const [before, ...others] = left ?? [];
  const [after, ...more] = right ?? [];
  if (before === undefined || after === undefined || others.length + more.length > 0) return false;
  return facts.areSame(before, after);
}

/** The same text means the same only while what it refers to is the same. */
function refersElsewhere(value: Json | undefined): boolean {
  return value !== undefined && canonical(value).includes('"$ref"');
}

/** What a conjunction says with keywords that decide together, as it is written. */
function keywordValue({ conjunction }: View, keywords: readonly string[]): Json | undefined {
  const values: Json[] = [];
  for (const { raw } of conjunction.members) {
    if (!isObject(raw)) continue;
    const own = keywords.map((keyword) => [keyword, field(raw, keyword)] as const);
    const [only] = own;
    if (only?.[1] === undefined) continue;
    values.push(own.length === 1 ? only[1] : Object.fromEntries(own.filter(([, value]) => value !== undefined)));
  }
  return values.length < 2 ? values[0] : values;
}

/** Compares the items of arrays, by position where the position means something. */
export function compareItems(facts: PairFacts): void {
  const { base, revision } = facts;
  const positions = Math.max(base.prefixItems.length, revision.prefixItems.length);
  for (let index = 0; index < positions; index++) {
    const left = base.prefixItems[index] ?? base.items;
    const right = revision.prefixItems[index] ?? revision.items;
    if (!comparePart(facts, left, right, 'prefixItems')) break;
  }
  comparePart(facts, base.items, revision.items, 'items');
}

/** Compares the schemas of one part. Schemas for a part that had none, or has none any more, are one change. */
function comparePart(
  facts: PairFacts,
  base: readonly Schema[],
  revision: readonly Schema[],
  keyword: 'items' | 'prefixItems',
): boolean {
  if (base.length > 0 && revision.length > 0) {
    facts.compare(base, revision);
    return true;
  }
  if (base.length === revision.length) return true;
  const values = base.length > 0 ? { before: base[0]?.raw ?? null } : { after: revision[0]?.raw ?? null };
  facts.note({ kind: 'schema.keyword.changed', keyword, ...values }, keyword);
  return false;
}
