import type { SchemaFacets } from '../../../openapi/model/schema.js';
import type { Origin } from '../../../openapi/source/origin.js';
import { canonical } from '../../../openapi/source/stringify.js';
import { BOUNDS, type BoundKeyword } from '../../schema/bounds.js';
import { isMultipleOf } from '../../schema/inclusion/decimal.js';
import type { View } from '../../schema/view.js';
import { restatedBytes } from './byte-spelling.js';
import type { PairFacts } from './pair-facts.js';

/** Lower bounds that say nothing, because no value is below them. */
const VACUOUS: ReadonlySet<string> = new Set(['minLength', 'minItems', 'minProperties']);

/** Compares the keywords that hold one scalar, and the annotations. */
export function compareFacets(facts: PairFacts): void {
  compareBounds(facts);
  compareTexts(facts);
  compareAnnotations(facts);
}

function compareBounds({ base, revision, note, noteAt }: PairFacts): void {
  const left = boundsOf(base);
  const right = boundsOf(revision);
  for (const keyword of BOUNDS) {
    const before = left[keyword];
    const after = right[keyword];
    if (before === after) continue;
    const isLower = keyword.startsWith('min') || keyword === 'exclusiveMinimum';
    const [from, to] = keyword === 'minContains' ? [before ?? 1, after ?? 1] : [before, after];
    const isTighter = from === undefined || (to !== undefined && (isLower ? to > from : to < from));
    const values = { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
    const data = {
      kind: 'schema.bound.changed',
      keyword,
      ...values,
      effect: isTighter ? 'tightened' : 'loosened',
    } as const;
    noteAt(data, boundOrigin(base, keyword, before), boundOrigin(revision, keyword, after));
  }
  const before = left.multipleOf;
  const after = right.multipleOf;
  if (before !== after) {
    const values = { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
    note({ kind: 'schema.multiple-of.changed', ...values, effect: multipleEffect(before, after) }, 'multipleOf');
  }
  if ((left.uniqueItems ?? false) !== (right.uniqueItems ?? false)) {
    const values = { before: left.uniqueItems ?? false, after: right.uniqueItems ?? false };
    note({ kind: 'schema.unique-items.changed', ...values }, 'uniqueItems');
  }
}

/** Of several schemas that state a bound, the one whose value holds; else any that states it. */
function boundOrigin(view: View, keyword: BoundKeyword, value: number | bigint | undefined): Origin | undefined {
  const owner = view.conjunction.members.find(({ facets }) => value !== undefined && facets[keyword] === value);
  return (owner ?? view.owner(keyword))?.origin.at(keyword);
}

/** The bounds as they hold: for integers an exclusive bound is the inclusive one next to it, and a bound of nothing is none. */
function boundsOf(view: View): SchemaFacets {
  const facets: { -readonly [Key in keyof SchemaFacets]: SchemaFacets[Key] } = { ...view.facets };
  const isInteger = view.types?.size === 1 && view.types.has('integer');
  if (isInteger && typeof facets.exclusiveMinimum === 'number') {
    const bound = Math.floor(facets.exclusiveMinimum) + 1;
    if (facets.minimum === undefined || facets.minimum < bound) facets.minimum = bound;
    delete facets.exclusiveMinimum;
  }
  if (isInteger && typeof facets.exclusiveMaximum === 'number') {
    const bound = Math.ceil(facets.exclusiveMaximum) - 1;
    if (facets.maximum === undefined || facets.maximum > bound) facets.maximum = bound;
    delete facets.exclusiveMaximum;
  }
  for (const keyword of BOUNDS) if (VACUOUS.has(keyword) && facets[keyword] === 0) delete facets[keyword];
  return facets;
}

function multipleEffect(
  before: number | bigint | undefined,
  after: number | bigint | undefined,
): 'tightened' | 'loosened' | 'other' {
  if (before === undefined) return 'tightened';
  if (after === undefined) return 'loosened';
  if (isMultipleOf(after, before)) return 'tightened';
  return isMultipleOf(before, after) ? 'loosened' : 'other';
}

function compareTexts({ base, revision, note }: PairFacts): void {
  const restated = restatedBytes(base, revision);
  const pairOf = (keyword: 'format' | 'pattern' | 'contentMediaType' | 'contentEncoding') => {
    const before = base.facets[keyword];
    const after = revision.facets[keyword];
    if (before === after || (keyword !== 'pattern' && restated.has(keyword))) return undefined;
    return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
  };
  const format = pairOf('format');
  if (format !== undefined) note({ kind: 'schema.format.changed', ...format }, 'format');
  const pattern = pairOf('pattern');
  if (pattern !== undefined) note({ kind: 'schema.pattern.changed', ...pattern }, 'pattern');
  for (const keyword of ['contentMediaType', 'contentEncoding'] as const) {
    const content = pairOf(keyword);
    if (content !== undefined) note({ kind: 'schema.content.changed', keyword, ...content }, keyword);
  }
}

function compareAnnotations({ base, revision, note }: PairFacts): void {
  if (base.deprecated !== revision.deprecated) {
    note({ kind: 'schema.deprecated.changed', before: base.deprecated, after: revision.deprecated }, 'deprecated');
  }
  if (base.readOnly !== revision.readOnly) {
    note({ kind: 'schema.read-only.changed', before: base.readOnly, after: revision.readOnly }, 'readOnly');
  }
  if (base.writeOnly !== revision.writeOnly) {
    note({ kind: 'schema.write-only.changed', before: base.writeOnly, after: revision.writeOnly }, 'writeOnly');
  }
  const before = base.default;
  const after = revision.default;
  if (before === undefined ? after !== undefined : after === undefined || canonical(before) !== canonical(after)) {
    const values = { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
    note({ kind: 'schema.default.changed', ...values }, 'default');
  }
  const [left, right] = [base.title, revision.title];
  if (left !== right) {
    const titles = {
      ...(left === undefined ? {} : { before: left }),
      ...(right === undefined ? {} : { after: right }),
    };
    note({ kind: 'schema.title.changed', ...titles }, 'title');
  }
}
