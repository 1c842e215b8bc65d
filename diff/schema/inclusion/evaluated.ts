import type { Schema } from '../../../openapi/model/schema.js';
import { ANYTHING, schemaWith } from '../part.js';
import { withoutRest } from './bare.js';

/** One way in which the schemas beside `unevaluated…` can apply, and what they evaluate then. */
interface Way {
  readonly holds: readonly Schema[];
  readonly fails: readonly Schema[];
  readonly names: ReadonlySet<string>;
  readonly patterns: ReadonlySet<string>;
  readonly everyName: boolean;
  readonly prefix: number;
  readonly everyItem: boolean;
  readonly contained: readonly Schema[];
}

const MAX_WAYS = 64;

const rewritten = new WeakMap<Schema, Schema | null>();

/**
 * Says `unevaluatedProperties` and `unevaluatedItems` with other keywords: as a union over all ways in which the schemas beside
 * them can hold or fail, each with the properties and items that it evaluates. The same schema when it has neither keyword, and
 * `undefined` when there are too many ways.
 */
export function withoutUnevaluated(schema: Schema): Schema | undefined {
  if (schema.unevaluatedProperties === undefined && schema.unevaluatedItems === undefined) return schema;
  let result = rewritten.get(schema);
  if (result === undefined) {
    result = rewrite(schema) ?? null;
    rewritten.set(schema, result);
  }
  return result ?? undefined;
}

function rewrite(schema: Schema): Schema | undefined {
  const { unevaluatedProperties: properties, unevaluatedItems: items } = schema;
  const rest = withoutRest(schema);
  const ways = new WaysOf(schema).find(rest);
  if (ways === undefined) return undefined;
  const branches = ways.map((way) => {
    const parts = [...way.holds, ...way.fails.map((part) => schemaWith({ not: part }))];
    if (properties !== undefined && !way.everyName) parts.push(propertiesBeyond(way, properties));
    if (items !== undefined && !way.everyItem) parts.push(itemsBeyond(way, items));
    return schemaWith({ allOf: parts });
  });
  return schemaWith({ allOf: [rest], anyOf: branches });
}

function propertiesBeyond({ names, patterns }: Way, unevaluated: Schema): Schema {
  return schemaWith({
    properties: new Map([...names].map((name) => [name, ANYTHING])),
    patternProperties: new Map([...patterns].map((pattern) => [pattern, ANYTHING])),
    additionalProperties: unevaluated,
  });
}

function itemsBeyond({ prefix, contained }: Way, unevaluated: Schema): Schema {
  const items = contained.length === 0 ? unevaluated : schemaWith({ anyOf: [...contained, unevaluated] });
  return schemaWith({ prefixItems: Array.from({ length: prefix }, () => ANYTHING), items });
}

/** Finds the ways of a schema, and of each that it leads to once. */
class WaysOf {
  readonly #known = new Map<Schema, readonly Way[] | undefined>();
  /** One part of which the ways cannot be told is enough. */
  #isGivenUp = false;

  /** @param outer must not be met again */
  constructor(outer: Schema) {
    this.#known.set(outer, undefined);
  }

  /** `undefined` when there are too many ways, or a schema leads back to itself. */
  find(schema: Schema): readonly Way[] | undefined {
    if (this.#isGivenUp) return undefined;
    if (!this.#known.has(schema)) {
      // Until they are found there are none, as for a schema that leads back to itself.
      this.#known.set(schema, undefined);
      this.#known.set(schema, this.#follow(schema));
    }
    const ways = this.#known.get(schema);
    this.#isGivenUp ||= ways === undefined;
    return ways;
  }

  #follow(schema: Schema): readonly Way[] | undefined {
    let ways: readonly Way[] | undefined = [own(schema)];
    const follow = (choices: readonly (readonly Way[] | undefined)[]): void => {
      const flat: Way[] = [];
      for (const choice of choices) {
        if (choice === undefined) ways = undefined;
        else flat.push(...choice);
      }
      ways = ways && flat.length * ways.length <= MAX_WAYS ? product(ways, flat) : undefined;
      this.#isGivenUp ||= ways === undefined;
    };
    const held = (part: Schema): readonly Way[] | undefined => holding(part, this.find(part));
    const failed = (part: Schema): readonly Way[] => [{ ...NOTHING, fails: [part] }];
    if (schema.ref !== undefined) follow([this.find(schema.ref.target)]);
    for (const part of schema.allOf) follow([this.find(part)]);
    for (const part of schema.anyOf) follow([held(part), failed(part)]);
    for (const part of schema.oneOf) follow([held(part), failed(part)]);
    if (schema.if !== undefined) {
      const { if: condition, then, else: otherwise } = schema;
      const yes = held(condition);
      const consequence = then === undefined ? [NOTHING] : this.find(then);
      const no = otherwise === undefined ? [NOTHING] : this.find(otherwise);
      follow([yes && consequence && product(yes, consequence), no && product(failed(condition), no)]);
    }
    for (const [name, part] of schema.dependentSchemas) {
      const present = schemaWith({ required: [name], types: ['object'] });
      follow([holding(present, this.find(part)), failed(present)]);
    }
    return ways;
  }
}

function holding(part: Schema, ways: readonly Way[] | undefined): readonly Way[] | undefined {
  return ways?.map((way) => ({ ...way, holds: [part, ...way.holds] }));
}

function product(a: readonly Way[], b: readonly Way[]): readonly Way[] {
  return a.flatMap((one) => b.map((other) => both(one, other)));
}

const NOTHING: Way = {
  holds: [],
  fails: [],
  names: new Set(),
  patterns: new Set(),
  everyName: false,
  prefix: 0,
  everyItem: false,
  contained: [],
};

function own(schema: Schema): Way {
  return {
    ...NOTHING,
    names: new Set(schema.properties.keys()),
    patterns: new Set(schema.patternProperties.keys()),
    everyName: schema.additionalProperties !== undefined || schema.unevaluatedProperties !== undefined,
    prefix: schema.prefixItems.length,
    everyItem: schema.items !== undefined || schema.unevaluatedItems !== undefined,
    contained: schema.contains === undefined ? [] : [schema.contains],
  };
}

function both(a: Way, b: Way): Way {
  return {
    holds: distinct(a.holds, b.holds),
    fails: distinct(a.fails, b.fails),
    names: new Set([...a.names, ...b.names]),
    patterns: new Set([...a.patterns, ...b.patterns]),
    everyName: a.everyName || b.everyName,
    prefix: Math.max(a.prefix, b.prefix),
    everyItem: a.everyItem || b.everyItem,
    contained: distinct(a.contained, b.contained),
  };
}

function distinct(a: readonly Schema[], b: readonly Schema[]): readonly Schema[] {
  return a.length === 0 || b.length === 0 ? [...a, ...b] : [...new Set([...a, ...b])];
}
