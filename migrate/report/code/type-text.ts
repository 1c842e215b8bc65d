import { typeOfValue } from '../../../diff/schema/types-of.js';
import type { JsonType, Schema } from '../../../openapi/model/schema.js';
import { together } from '../../changelog-draft/example-book.js';

const NAMES: ReadonlyMap<JsonType, string> = new Map([
  ['string', 'string'],
  ['integer', 'number'],
  ['number', 'number'],
  ['boolean', 'boolean'],
  ['null', 'null'],
]);

/** References and alternatives that are followed. */
const MOST_DEPTH = 6;

/** The type of a scalar in TypeScript, such as `number | null`; `undefined` for what is more than that. */
export function typeText(schemas: readonly Schema[], isMaybe: boolean): string | undefined {
  const types = scalarTypes(schemas, 0);
  if (types === undefined || types.size === 0) return undefined;
  const order = ['string', 'number', 'boolean', 'null'].filter((name) => types.has(name));
  return [...order, ...(isMaybe ? ['undefined'] : [])].join(' | ');
}

/** Whether a value may be null. */
export function mayBeNull(schemas: readonly Schema[]): boolean {
  const all = together(schemas);
  return (
    all.some(({ types }) => types?.includes('null') === true) ||
    all.some(({ anyOf, oneOf }) => [...anyOf, ...oneOf].some((one) => mayBeNullBranch(one)))
  );
}

function mayBeNullBranch(schema: Schema): boolean {
  return together([schema]).some(({ types }) => types?.includes('null') === true);
}

function scalarTypes(schemas: readonly Schema[], depth: number): ReadonlySet<string> | undefined {
  const types = new Set<string>();
  const all = together(schemas);
  const isUnion = all.some(({ anyOf, oneOf }) => anyOf.length + oneOf.length > 0);
  // What alternatives and other keywords leave together, generated types may say less exactly.
  if (isUnion && all.some(({ types: own, enum: values }) => own !== undefined || values !== undefined))
    return undefined;
  for (const { types: own, enum: values, const: constant, anyOf, oneOf, properties, items } of all) {
    if (properties.size > 0 || items !== undefined) return undefined;
    const listed = constant === undefined ? values : [constant];
    for (const type of own ?? listed?.map(typeOfValue) ?? []) {
      const name = NAMES.get(type);
      if (name === undefined) return undefined;
      types.add(name);
    }
    for (const branch of [...anyOf, ...oneOf]) {
      const inner = depth > MOST_DEPTH ? undefined : scalarTypes([branch], depth + 1);
      if (inner === undefined) return undefined;
      for (const name of inner) types.add(name);
    }
  }
  return types;
}
