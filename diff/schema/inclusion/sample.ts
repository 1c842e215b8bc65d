import type { Schema } from '../../../openapi/model/schema.js';
import type { Json } from '../../../openapi/source/json.js';
import { schemaWith } from '../part.js';
import { evaluate } from './evaluate.js';
import type { Reading } from './inclusion.js';
import { Solver, TooMuchWork } from './solver.js';

/** A small valid value of schemas that hold together; `undefined` when none is found. */
export function sample(schemas: readonly Schema[], reading: Reading): Json | undefined {
  return sampleOfBoth(schemas, [], reading);
}

/**
 * A valid value that has a given one at a path of property names and positions of items, else as small as can be. `undefined` when
 * none is found.
 */
export function sampleContaining(
  schemas: readonly Schema[],
  path: readonly (string | number)[],
  value: Json,
  reading: Reading,
): Json | undefined {
  return sampleOfBoth(schemas, [holding(path, value)], reading);
}

/** A small value that is valid for the schemas, which are read that way, and for others, which are plain JSON Schema. */
export function sampleOfBoth(
  schemas: readonly Schema[],
  others: readonly Schema[],
  reading: Reading,
): Json | undefined {
  const solver = new Solver();
  const demands = schemas.map((schema) => solver.literals.of(schema, false, reading === 'closed'));
  for (const schema of others) demands.push(solver.literals.of(schema));
  try {
    const answer = solver.solve(demands);
    if (answer.kind !== 'value' || evaluate([...schemas, ...others], answer.value) !== true) return undefined;
    return answer.value;
  } catch (error) {
    if (error instanceof TooMuchWork || error instanceof RangeError) return undefined;
    throw error;
  }
}

const MAX_INDEX = 1_000;

/** Accepts what has the value at the path. */
function holding(path: readonly (string | number)[], value: Json): Schema {
  let schema = schemaWith({ const: value });
  for (const step of [...path].reverse()) {
    if (typeof step === 'string') {
      schema = schemaWith({ types: ['object'], required: [step], properties: new Map([[step, schema]]) });
    } else {
      const before = Array.from({ length: Math.min(step, MAX_INDEX) }, () => schemaWith({}));
      schema = schemaWith({ types: ['array'], facets: { minItems: step + 1 }, prefixItems: [...before, schema] });
    }
  }
  return schema;
}
