import { evaluate } from '../../diff/schema/inclusion/evaluate.js';
import type { MediaType, Operation } from '../../openapi/model/operation.js';
import type { Schema } from '../../openapi/model/schema.js';
import { field, isArray, isObject, type Json } from '../../openapi/source/json.js';

/** Schemas that are looked through for what holds for one value. */
const MOST_SCHEMAS = 50;
/** Examples that are kept of one schema. */
const MOST_VALUES = 4;
/** Values of examples that are looked at. */
const MOST_VISITS = 200_000;

/** The schemas that hold for a value together with the given ones: behind references and in `allOf`. */
export function together(schemas: readonly Schema[]): readonly Schema[] {
  const found = new Set<Schema>(schemas);
  for (const schema of found) {
    if (found.size > MOST_SCHEMAS) break;
    if (schema.ref !== undefined) found.add(schema.ref.target);
    for (const part of schema.allOf) found.add(part);
  }
  return [...found];
}

/** What is declared for a property of an object, by all that hold for it. */
export function declared(schemas: readonly Schema[], property: string): readonly Schema[] {
  return together(schemas).flatMap(({ properties }) => properties.get(property) ?? []);
}

/** The examples that documents give: of a schema itself, or inside the example of a whole payload. */
export class ExampleBook {
  readonly #operations: readonly Operation[];
  #values: Map<Schema, Json[]> | undefined;
  #visits = 0;

  constructor(operations: readonly Operation[]) {
    this.#operations = operations;
  }

  /** Valid examples of a value that keeps to all the schemas; what stands beside the schema itself comes first. */
  of(schemas: readonly Schema[]): readonly Json[] {
    if (schemas.length === 0) return [];
    this.#values ??= this.#read();
    const values = this.#values;
    return [
      ...together(schemas).flatMap(({ examples }) => examples),
      ...together(schemas).flatMap((schema) => values.get(schema) ?? []),
    ].filter((example) => evaluate(schemas, example) === true);
  }

  /** The values that documents give for what stands in a URL or header, so that nobody takes one of ours for theirs. */
  given(schemas: readonly Schema[]): readonly Json[] {
    const listed = together(schemas).flatMap(
      ({ default: usual, enum: values = [], const: only, types }): readonly Json[] => [
        ...(usual === undefined ? [] : [usual]),
        ...values,
        ...(only === undefined ? [] : [only]),
        ...(types?.length === 1 && types[0] === 'boolean' ? [true] : []),
      ],
    );
    return [...this.of(schemas), ...listed.filter((value) => evaluate(schemas, value) === true)];
  }

  #read(): Map<Schema, Json[]> {
    const values = new Map<Schema, Json[]>();
    for (const operation of this.#operations) {
      for (const { schema, examples } of mediaTypesOf(operation)) {
        if (schema !== undefined) for (const example of examples) this.#visit(schema, example, values, 0);
      }
    }
    return values;
  }

  #visit(schema: Schema, value: Json, values: Map<Schema, Json[]>, depth: number): void {
    if (depth > 60 || this.#visits++ > MOST_VISITS) return;
    for (const one of together([schema])) {
      const known = values.get(one) ?? [];
      if (known.length >= MOST_VALUES) continue;
      values.set(one, [...known, value]);
      for (const branch of [...one.anyOf, ...one.oneOf]) {
        if (evaluate([branch], value) === true) this.#visit(branch, value, values, depth + 1);
      }
      if (isObject(value)) {
        for (const [name, inner] of one.properties) {
          const member = field(value, name);
          if (member !== undefined) this.#visit(inner, member, values, depth + 1);
        }
      }
      if (isArray(value) && one.items !== undefined) {
        for (const item of value.slice(0, MOST_VALUES)) this.#visit(one.items, item, values, depth + 1);
      }
    }
  }
}

function mediaTypesOf({ requestBody, responses }: Operation): readonly MediaType[] {
  const contents = [requestBody?.content, ...[...responses.values()].map(({ content }) => content)];
  return contents.flatMap((content) => (content === undefined ? [] : [...content.values()]));
}
