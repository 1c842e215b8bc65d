import type { ApiDocument } from '../../openapi/model/document.js';
import type { Operation } from '../../openapi/model/operation.js';
import type { Schema } from '../../openapi/model/schema.js';
import { type Json, setField } from '../../openapi/source/json.js';
import { formatPointer } from '../../openapi/source/pointer.js';
import { type Change, isSchemaChange } from '../change.js';
import type { Finding } from '../finding.js';
import { Inclusions } from '../schema/inclusion/inclusion.js';
import { schemaWith } from '../schema/part.js';
import { operationLabel } from '../where.js';
import { pathTo, rootsOf, type Step } from './payload-path.js';

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
  const operations = operationsByKey(isSent ? base : revision);
  const targets = new Set(change.schemas.stated[witness.validUnder]);
  const found = change.usages
    .filter((usage) => usage.direction === direction)
    .flatMap(({ operation: named }) => {
      const operation = operations.get(keyOf(named));
      const path = operation === undefined ? undefined : pathTo(targets, rootsOf(operation, direction));
      return operation === undefined || path === undefined ? [] : [{ operation, path }];
    })
    .sort((a, b) => a.path.steps.length - b.path.steps.length || (keyOf(a.operation) < keyOf(b.operation) ? -1 : 1));
  const [nearest] = found;
  if (nearest === undefined) return undefined;
  const { operation, path } = nearest;
  const { value, complete } = build(path.steps, witness.value);
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

/** Puts a value into containers, from the inside out; each is filled with what it needs to be valid. */
function build(steps: readonly Step[], witness: Json): { readonly value: Json; readonly complete: boolean } {
  const engine = new Inclusions('open');
  let value = witness;
  let complete = true;
  for (const step of [...steps].reverse()) {
    const whole = sampleWith(engine, step.container, holder(step, value));
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

const NOTHING = schemaWith({ always: false });

/** A small value of both schemas: a value that shows that not every value of theirs is one of a schema that has none. */
function sampleWith(engine: Inclusions, schema: Schema, other: Schema): Json | undefined {
  const answer = engine.decide([schema, other], [NOTHING]);
  return answer.kind === 'refuted' ? answer.witness : undefined;
}
