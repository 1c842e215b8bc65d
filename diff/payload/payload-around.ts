import type { ApiDocument } from '../../openapi/model/document.js';
import type { Operation } from '../../openapi/model/operation.js';
import type { Schema } from '../../openapi/model/schema.js';
import { type Json, setField } from '../../openapi/source/json.js';
import { formatPointer } from '../../openapi/source/pointer.js';
import { type Change, isSchemaChange } from '../change.js';
import type { Finding } from '../finding.js';
import { type Subtypes, subtypesOf } from '../pair/subtypes.js';
import { evaluate } from '../schema/inclusion/evaluate.js';
import { Inclusions } from '../schema/inclusion/inclusion.js';
import { NOTHING, schemaWith } from '../schema/part.js';
import { operationLabel } from '../where.js';
import { withChoices } from './discriminator-choice.js';
import { type Demands, pathTo, rootsOf, type Step, schemasOf } from './payload-path.js';

/** A witness in its place in what an operation carries. */
export interface Payload {
  readonly operation: string;
  /** `request body`, `response 200`, `query parameter id`. */
  readonly part: string;
  readonly value: Json;
  /** The place of the witness in the value, as a JSON Pointer that begins with `#`. */
  readonly pointer: string;
  /** Whether the whole was found valid; where not, only what leads to the witness is shown. */
  readonly complete: boolean;
}

/** The witness of a finding in a whole payload of an operation it reaches; `undefined` where no operation carries it. */
export function payloadAround(
  { witness }: Finding,
  change: Change,
  [base, revision]: readonly [ApiDocument, ApiDocument],
): Payload | undefined {
  if (witness === null || !isSchemaChange(change)) return undefined;
  const isSent = witness.validUnder === 'base';
  const direction = isSent ? 'request' : 'response';
  const document = isSent ? base : revision;
  const operations = operationsByKey(document);
  const subtypes = subtypesIn(document);
  const targets = new Set(change.schemas.stated[witness.validUnder]);
  const found = change.usages
    .filter((usage) => usage.direction === direction)
    .flatMap(({ operation: named }) => {
      const operation = operations.get(keyOf(named));
      const path = operation === undefined ? undefined : pathTo(targets, rootsOf(operation, direction), subtypes);
      return operation === undefined || path === undefined ? [] : [{ operation, path }];
    })
    .sort((a, b) => a.path.steps.length - b.path.steps.length || (keyOf(a.operation) < keyOf(b.operation) ? -1 : 1));
  const [nearest] = found;
  if (nearest === undefined) return undefined;
  const { operation, path } = nearest;
  const { stated } = change.schemas;
  const sides = isSent ? ([stated.base, stated.revision] as const) : ([stated.revision, stated.base] as const);
  const engine = new Inclusions('open');
  const { value, complete } = build(engine, path.steps, witnessAt(engine, path.end, witness.value, sides));
  const pointer = formatPointer(path.steps.map((step) => (step.kind === 'item' ? '0' : step.name)));
  return { operation: operationLabel(operation), part: path.root.part, value, pointer, complete };
}

/** Operations by what identifies them: the names of path parameters do not. */
function operationsByKey({ operations, webhooks }: ApiDocument): ReadonlyMap<string, Operation> {
  const all = [...operations, ...webhooks];
  const inner = all.flatMap(({ callbacks }) => callbacks.flatMap((callback) => callback.operations));
  return new Map([...all, ...inner].map((operation) => [keyOf(operation), operation]));
}

function keyOf(operation: Operation): string {
  return operationLabel(operation).replace(/\{[^{}]*\}/g, '{}');
}

const known = new WeakMap<ApiDocument, Subtypes>();

/** The findings of one comparison ask about two documents again and again. */
function subtypesIn(document: ApiDocument): Subtypes {
  const subtypes = known.get(document) ?? subtypesOf(document);
  known.set(document, subtypes);
  return subtypes;
}

interface Built {
  readonly value: Json;
  readonly complete: boolean;
}

/**
 * The witness as a value for which discriminators choose the schema it is a witness against: itself, with what makes the choices,
 * or another value that one side accepts and the other rejects.
 */
function witnessAt(
  engine: Inclusions,
  end: Demands,
  witness: Json,
  [accepting, rejecting]: readonly [readonly Schema[], readonly Schema[]],
): Built {
  if (end.choices.length === 0) return { value: witness, complete: true };
  const demanded = [...schemasOf(end), ...accepting];
  const isOne = (value: Json): boolean => evaluate(demanded, value) === true && evaluate(rejecting, value) === false;
  for (const value of [witness, withChoices(witness, end.choices)]) if (isOne(value)) return { value, complete: true };
  const answer = engine.decide(demanded, rejecting);
  if (answer.kind === 'refuted' && isOne(answer.witness)) return { value: answer.witness, complete: true };
  return { value: witness, complete: false };
}

/** Puts a value into containers, from the inside out; each is filled with what it needs to be valid. */
function build(engine: Inclusions, steps: readonly Step[], inner: Built): Built {
  let { value, complete } = inner;
  for (const step of [...steps].reverse()) {
    const place = holder(step, value);
    const whole = sampleOf(engine, [...schemasOf(step), place]) ?? sampleOf(engine, [step.container, place]);
    if (whole === undefined) complete = false;
    value = whole ?? bareHolder(step, value);
  }
  return { value, complete };
}

/** A schema that says only that the value stands in its place. */
function holder(step: Step, value: Json): Schema {
  const exactly = schemaWith({ const: value });
  return step.kind === 'item'
    ? schemaWith({ types: ['array'], prefixItems: [exactly], facets: { minItems: 1 } })
    : schemaWith({ types: ['object'], properties: new Map([[step.name, exactly]]), required: [step.name] });
}

function bareHolder(step: Step, value: Json): Json {
  if (step.kind === 'item') return [value];
  const object: Record<string, Json> = {};
  setField(object, step.name, value);
  return object;
}

/** A small value of all schemas: a value that shows that not every value of theirs is one of a schema that has none. */
function sampleOf(engine: Inclusions, schemas: readonly Schema[]): Json | undefined {
  const answer = engine.decide(schemas, [NOTHING]);
  return answer.kind === 'refuted' ? answer.witness : undefined;
}
