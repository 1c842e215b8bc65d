import type { JsonType, Schema } from '../../openapi/model/schema.js';
import { type ChangeOf, DIRECTIONS } from '../change.js';
import { isTakenAsText } from '../proof/written-as-text.js';
import { conjunctionOf } from '../schema/conjunction.js';

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

/** The types of both sides for a message. Null is none of them: whether it is accepted is told for itself. */
export function typeTexts({ before, after, schemas }: ChangeOf<'schema.type.changed'>): readonly [string, string] {
  return [typeText(before, schemas.base), typeText(after, schemas.revision)];
}

function typeText(types: readonly JsonType[] | undefined, schemas: readonly Schema[]): string {
  if (types === undefined) return 'any type';
  if (types.length > 0) return types.join(' or ');
  return schemas.length > 0 && conjunctionOf(schemas).nullable ? 'null alone' : 'no value at all';
}

/** Whether a type changed to another, or to less, of which those who read the text of the value notice nothing, wherever it is used. */
export function isSameText(change: ChangeOf<'schema.type.changed'>): boolean {
  const relation = typeRelation(change.before, change.after);
  if (relation !== 'other' && relation !== 'narrower') return false;
  const used = new Set(change.usages.map(({ direction }) => direction));
  const directions = used.size === 0 ? DIRECTIONS : DIRECTIONS.filter((direction) => used.has(direction));
  return directions.every((direction) => isTakenAsText(change, direction));
}
