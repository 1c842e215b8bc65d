import type { SchemaChange } from '../../diff/change.js';
import type { Finding } from '../../diff/finding.js';
import { evaluate } from '../../diff/schema/inclusion/evaluate.js';
import { sample, sampleOfBoth } from '../../diff/schema/inclusion/sample.js';
import { schemaWith } from '../../diff/schema/part.js';
import type { Schema } from '../../openapi/model/schema.js';
import type { Json } from '../../openapi/source/json.js';
import { canonical } from '../../openapi/source/stringify.js';
import type { ExampleBook } from './example-book.js';

export type Side = 'base' | 'revision';

/**
 * A valid value of a changed schema on one side, that shows the change as well as can be: one that only this side has, by preference
 * one that the document itself gives. `undefined` where none is found.
 */
export function exampleValue(
  change: SchemaChange,
  { witness }: Finding,
  side: Side,
  book: ExampleBook,
): Json | undefined {
  const other = side === 'base' ? 'revision' : 'base';
  const schemas = change.schemas.stated[side];
  const isHere = (value: Json): boolean => evaluate(schemas, value) === true;
  const isOnlyHere = (value: Json): boolean => evaluate(change.schemas.stated[other], value) === false;
  const typical = typicalValue(change, side);
  if (typical !== undefined && isHere(typical)) return typical;
  const own = book.of(schemas);
  const telling = own.find(isOnlyHere);
  if (telling !== undefined) return telling;
  if (witness !== null && witness.validUnder === side && isHere(witness.value)) return witness.value;
  return own[0] ?? sampleValue(change, side);
}

/** The value that came or went, where the change is about single values. */
function typicalValue(change: SchemaChange, side: Side): Json | undefined {
  const isBase = side === 'base';
  switch (change.kind) {
    case 'schema.enum.changed':
      return isBase ? (change.removed[0] ?? change.before?.[0]) : (change.added[0] ?? change.after?.[0]);
    case 'schema.null.changed':
      if (change.sentinel !== undefined && !isBase) return change.sentinel.value;
      return (isBase ? change.before : change.after) ? null : undefined;
    case 'schema.default.changed':
      return isBase ? change.before : change.after;
    default:
      return undefined;
  }
}

const NOT_NULL = schemaWith({ types: ['array', 'boolean', 'number', 'object', 'string'] });

function sampleValue(change: SchemaChange, side: Side): Json | undefined {
  const schemas: readonly Schema[] = change.schemas.stated[side];
  if (change.kind === 'schema.alternative.added' && side === 'revision')
    return sampleOfBoth(schemas, [change.schema], 'open');
  if (change.kind === 'schema.alternative.removed' && side === 'base')
    return sampleOfBoth(schemas, [change.schema], 'open');
  return sampleOfBoth(schemas, [NOT_NULL], 'open') ?? sample(schemas, 'open');
}

/** Whether two values are the same. */
export function isEqual(left: Json | undefined, right: Json | undefined): boolean {
  return left === undefined || right === undefined ? left === right : canonical(left) === canonical(right);
}
