import type { JsonType } from '../../openapi/model/schema.js';

const EVERY_TYPE: readonly JsonType[] = ['array', 'boolean', 'number', 'object', 'string'];

/** How the types of the revision stand to those of the base. Absent types are any type, and an integer is a number. */
export function typeRelation(
  before: readonly JsonType[] | undefined,
  after: readonly JsonType[] | undefined,
): 'wider' | 'narrower' | 'same' | 'other' {
  const keepsAll = contains(after, before);
  const addsNone = contains(before, after);
  if (keepsAll) return addsNone ? 'same' : 'wider';
  return addsNone ? 'narrower' : 'other';
}

function contains(outer: readonly JsonType[] = EVERY_TYPE, inner: readonly JsonType[] = EVERY_TYPE): boolean {
  return inner.every((type) => outer.includes(type) || (type === 'integer' && outer.includes('number')));
}

/** Types for a message. */
export function typeText(types: readonly JsonType[] | undefined): string {
  if (types === undefined) return 'any type';
  return types.length === 0 ? 'no type' : types.join(' or ');
}
