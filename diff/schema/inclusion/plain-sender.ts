import type { Schema } from '../../../openapi/model/schema.js';
import { saysNothing } from './bare.js';

/** What a sending schema says, with all that its values keep to. */
export interface PlainSender {
  /** What all of its values keep to. */
  readonly always: readonly Schema[];
  /** What any of its values keeps to, and at times perhaps only others. */
  readonly atAll: readonly Schema[];
  /** The properties that all of its values have. */
  readonly required: ReadonlySet<string>;
  /** Properties that one of these schemas needs and does not describe. */
  readonly undescribed: ReadonlySet<string>;
  /** Whether a closed sender writes no property but those that one of these schemas names. */
  readonly namesAll: boolean;
}

/** More schemas than this are left to the solver. */
const MOST = 300;

const known = new WeakMap<Schema, PlainSender | null>();

/** `undefined` for one that is put together from too many schemas. */
export function plainSender(schema: Schema): PlainSender | undefined {
  let sender = known.get(schema);
  if (sender === undefined) {
    sender = read(schema) ?? null;
    known.set(schema, sender);
  }
  return sender ?? undefined;
}

function read(schema: Schema): PlainSender | undefined {
  const always = reached(schema, joined);
  const atAll = always && reached(schema, applied);
  if (always === undefined || atAll === undefined) return undefined;
  const required = new Set(always.flatMap((one) => one.required));
  const undescribed = new Set(
    atAll.flatMap(({ required: names, properties }) => names.filter((name) => !properties.has(name))),
  );
  return { always, atAll, required, undescribed, namesAll: atAll.every(namesAll) };
}

function reached(schema: Schema, next: (schema: Schema) => readonly Schema[]): readonly Schema[] | undefined {
  const found = new Set([schema]);
  for (const one of found) {
    if (found.size > MOST) return undefined;
    for (const part of next(one)) found.add(part);
  }
  return [...found];
}

function joined({ ref, allOf }: Schema): readonly Schema[] {
  return ref === undefined ? allOf : [ref.target, ...allOf];
}

function applied(schema: Schema): readonly Schema[] {
  const { anyOf, oneOf, dependentSchemas } = schema;
  const isPlain = anyOf.length + oneOf.length + dependentSchemas.size === 0 && schema.if === undefined;
  if (isPlain) return joined(schema);
  const conditional = [schema.if, schema.then, schema.else].filter((part) => part !== undefined);
  return [...joined(schema), ...anyOf, ...oneOf, ...dependentSchemas.values(), ...conditional];
}

/** Whether a schema names what it lets a sender write. A list of values may hold any property. */
function namesAll(schema: Schema): boolean {
  const { patternProperties, additionalProperties, unevaluatedProperties } = schema;
  const isList = schema.enum !== undefined || schema.const !== undefined;
  if (isList || patternProperties.size > 0 || unevaluatedProperties !== undefined) return false;
  return (
    additionalProperties?.always !== undefined ||
    additionalProperties === undefined ||
    saysNothing(additionalProperties)
  );
}
