import { field, isObject, type Json } from '../../../openapi/source/json.js';
import { canonical } from '../../../openapi/source/stringify.js';
import { declares, type View } from '../../schema/view.js';
import type { PairFacts } from './pair-facts.js';

const OTHER_KEYWORDS = [
  'not',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
  'patternProperties',
  'unevaluatedItems',
  'unevaluatedProperties',
  'dependentRequired',
  'dependentSchemas',
  'contentSchema',
] as const;

/** Keywords whose effect is not worked out: equal text is no change, other text is one. */
export function compareOthers(facts: PairFacts): void {
  const members = [...facts.base.conjunction.members, ...facts.revision.conjunction.members];
  for (const keyword of OTHER_KEYWORDS) {
    if (!members.some((member) => declares(member, keyword))) continue;
    const before = keywordValue(facts.base, keyword);
    const after = keywordValue(facts.revision, keyword);
    if (canonical(before ?? null) === canonical(after ?? null)) continue;
    const values = { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
    facts.note({ kind: 'schema.keyword.changed', keyword, ...values }, keyword);
  }
}

function keywordValue(view: View, keyword: string): Json | undefined {
  const values: Json[] = [];
  for (const { raw } of view.conjunction.members) {
    const value = isObject(raw) ? field(raw, keyword) : undefined;
    if (value !== undefined) values.push(value);
  }
  return values.length < 2 ? values[0] : values;
}
