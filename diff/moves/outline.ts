import type { JsonType, Schema } from '../../openapi/model/schema.js';
import { canonical } from '../../openapi/source/stringify.js';

/** What of a schema can be recognised somewhere else: collected from the schema, what it refers to, and `allOf`. */
export interface Outline {
  /** Without null; empty where any type is allowed. */
  readonly types: ReadonlySet<JsonType>;
  readonly format?: string;
  readonly pattern?: string;
  /** Canonical texts of the listed values. */
  readonly values?: ReadonlySet<string>;
  readonly description?: string;
  readonly properties: ReadonlyMap<string, Schema>;
  readonly items?: Schema;
  /** Name of the component the schema refers to. */
  readonly component?: string;
  /** `x-renamed-from`: former names, said by the document itself. */
  readonly formerNames: readonly string[];
}

/** Schemas that are followed for one outline; what lies deeper says little about a name. */
const MOST_SCHEMAS = 30;
const MOST_VALUES = 1_000;
const MOST_PROPERTIES = 500;

const known = new WeakMap<Schema, Outline>();

/** The outline of a schema. It is made once. */
export function outlineOf(schema: Schema): Outline {
  const present = known.get(schema);
  if (present !== undefined) return present;
  const outline = makeOutline(schema);
  known.set(schema, outline);
  return outline;
}

function makeOutline(schema: Schema): Outline {
  const parts = follow(schema);
  const types = new Set<JsonType>();
  const properties = new Map<string, Schema>();
  for (const part of parts) {
    for (const type of part.types ?? []) if (type !== 'null') types.add(type);
    for (const [name, property] of part.properties) {
      if (properties.size < MOST_PROPERTIES && !properties.has(name)) properties.set(name, property);
    }
  }
  if (types.size === 0 && properties.size > 0) types.add('object');
  const format = first(parts, ({ facets }) => facets.format);
  const pattern = first(parts, ({ facets }) => facets.pattern);
  const values = first(parts, (part) => part.enum ?? (part.const === undefined ? undefined : [part.const]));
  const description = first(parts, (part) => part.description);
  const items = first(parts, (part) => part.items);
  const component = first(parts, ({ ref }) => componentName(ref?.target));
  return {
    types,
    properties,
    ...(format === undefined ? {} : { format }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(values === undefined ? {} : { values: new Set(values.slice(0, MOST_VALUES).map(canonical)) }),
    ...(description === undefined ? {} : { description }),
    ...(items === undefined ? {} : { items }),
    ...(component === undefined ? {} : { component }),
    formerNames: parts.flatMap(({ extensions }) => textsIn(extensions.get('x-renamed-from'))),
  };
}

/** The schema itself, and what applies to the same value through references and `allOf`, nearest first. */
function follow(schema: Schema): readonly Schema[] {
  const parts = new Set<Schema>([schema]);
  for (const part of parts) {
    if (parts.size >= MOST_SCHEMAS) break;
    if (part.ref !== undefined) parts.add(part.ref.target);
    for (const member of part.allOf.slice(0, MOST_SCHEMAS)) parts.add(member);
  }
  return [...parts];
}

function first<Value>(parts: readonly Schema[], read: (part: Schema) => Value | undefined): Value | undefined {
  for (const part of parts) {
    const value = read(part);
    if (value !== undefined) return value;
  }
  return undefined;
}

function componentName(target: Schema | undefined): string | undefined {
  const segments = target?.origin.segments ?? [];
  return segments.length === 3 && segments[0] === 'components' ? segments[2] : undefined;
}

/** The texts of an extension that holds one name or a list of names. */
export function textsIn(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((item): item is string => typeof item === 'string');
}
