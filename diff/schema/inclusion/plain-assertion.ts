import type { Schema } from '../../../openapi/model/schema.js';
import type { Json } from '../../../openapi/source/json.js';
import { canonical } from '../../../openapi/source/stringify.js';
import { exactJson, exactNumber, NotExpressible } from './exact-number.js';
import type { Assertion } from './parts.js';
import { THEN } from './then.js';

/** A JSON Schema 2020-12 as plain data. */
export type PlainSchema = boolean | { readonly [keyword: string]: unknown };

/** An assertion that needs no other schema, as a schema of its own. */
export function plainAssertion(assertion: Assertion): PlainSchema {
  switch (assertion.kind) {
    case 'above':
      return bound(assertion, 'minimum', 'exclusiveMinimum', -1n);
    case 'below':
      return bound(assertion, 'maximum', 'exclusiveMaximum', 1n);
    case 'multiple':
      return { multipleOf: exactNumber(assertion.of) };
    case 'longer':
      return { minLength: assertion.length };
    case 'shorter':
      return { maxLength: assertion.length };
    case 'pattern':
      return { pattern: assertion.pattern };
    case 'format':
      return { format: assertion.format };
    case 'unique':
      return { uniqueItems: true };
    case 'required':
      return { required: assertion.names };
    case 'dependentRequired':
      return { if: { required: [assertion.name] }, [THEN]: { required: assertion.names } };
    case 'minItems':
    case 'maxItems':
    case 'minProperties':
    case 'maxProperties':
      return { [assertion.kind]: assertion.count };
    default:
      throw new NotExpressible('It needs other schemas.');
  }
}

/** Binary numbers do not hold every integer; beside one that they do not hold may stand one that says the same of integers. */
function bound(
  { bound: at, exclusive }: { readonly bound: number | bigint; readonly exclusive: boolean },
  inclusiveName: string,
  exclusiveName: string,
  outward: bigint,
): PlainSchema {
  if (typeof at === 'bigint' && !exclusive && BigInt(Number(at)) !== at) {
    return { if: { type: 'integer' }, [THEN]: { [exclusiveName]: exactNumber(at + outward) } };
  }
  return { [exclusive ? exclusiveName : inclusiveName]: exactNumber(at) };
}

const TYPES: ReadonlySet<string> = new Set(['null', 'boolean', 'object', 'array', 'number', 'string', 'integer']);

/** The keyword `type`. A name that is no type allows nothing. */
export function plainTypes({ types = [] }: Schema): PlainSchema {
  const type = [...new Set(types)].filter((one) => TYPES.has(one));
  return type.length === 0 ? false : { type };
}

const MAX_LISTED = 50;

/** The keyword `enum`, cut down to the one value that is listed. */
export function plainMember(listed: ReadonlyMap<string, Json>, value: Json): PlainSchema | undefined {
  const same = listed.get(canonical(value));
  return same === undefined ? undefined : { enum: [exactJson(same)] };
}

/** The keyword `enum` for a value that is not listed. A long list is replaced by all that is not this value. */
export function plainList(listed: ReadonlyMap<string, Json>, value: Json): PlainSchema {
  if (listed.size > MAX_LISTED) return { not: { enum: [exactJson(value)] } };
  return { enum: [...listed.values()].map(exactJson) };
}
