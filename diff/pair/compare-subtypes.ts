import type { ApiDocument } from '../../openapi/model/document.js';
import type { MediaType, Operation } from '../../openapi/model/operation.js';
import type { Schema } from '../../openapi/model/schema.js';
import type { Direction } from '../change.js';
import { conjunctionOf } from '../schema/conjunction.js';
import { type Recorder, schemaOf } from './recorder.js';
import { directionOf } from './schema/compare-structure.js';

/** The component schemas that a discriminator may choose, under the schema that has it. */
type Subtypes = ReadonlyMap<Schema, readonly Schema[]>;

/**
 * Compares the component schemas that operations carry without a reference to them: a schema with a discriminator and without a
 * union stands for each schema that takes it in by `allOf` (Discriminator Object).
 */
export function compareSubtypes(
  recorder: Recorder,
  [base, revision]: readonly [ApiDocument, ApiDocument],
  operations: readonly (readonly [Operation, Operation])[],
): void {
  const [left, right] = [subtypesOf(base), subtypesOf(revision)];
  const chosen = new Set([...right.values()].flat());
  const pairs = [...revision.components.schemas].flatMap(([name, after]) => {
    const before = base.components.schemas.get(name);
    if (before === undefined || !chosen.has(after)) return [];
    return recorder.sameness.same(before, after) ? [] : [[before, after] as const];
  });
  if (pairs.length === 0) return;
  for (const [before, after] of operations) {
    for (const direction of ['request', 'response'] as const) {
      const [carried, carriedNow] = [carriedBy(before, direction, left), carriedBy(after, direction, right)];
      for (const [one, other] of pairs) {
        if (!carried.has(one) || !carriedNow.has(other)) continue;
        recorder.schemas(one, other, [one.origin, other.origin], { operation: after, direction });
      }
    }
  }
}

function subtypesOf({ components }: ApiDocument): Subtypes {
  const subtypes = new Map<Schema, Schema[]>();
  for (const schema of components.schemas.values()) {
    if (schema.allOf.length === 0) continue;
    for (const member of conjunctionOf([schema]).members) {
      if (member.discriminator === undefined || member.anyOf.length + member.oneOf.length > 0) continue;
      if (member === schema) continue;
      const known = subtypes.get(member);
      if (known === undefined) subtypes.set(member, [schema]);
      else known.push(schema);
    }
  }
  return subtypes;
}

/** All schemas of the values that an operation carries in one direction. */
function carriedBy(operation: Operation, direction: Direction, subtypes: Subtypes): ReadonlySet<Schema> {
  const seen = new Set<Schema>();
  const queue: Schema[] = [];
  const meet = (schema: Schema | undefined): void => {
    if (schema === undefined || seen.has(schema)) return;
    seen.add(schema);
    queue.push(schema);
  };
  for (const schema of sentOrReceived(operation, direction)) meet(schema);
  for (let schema = queue.pop(); schema !== undefined; schema = queue.pop()) {
    for (const property of schema.properties.values()) {
      if ((directionOf([property]) ?? direction) === direction) meet(property);
    }
    for (const inner of partsOf(schema)) meet(inner);
    for (const subtype of subtypes.get(schema) ?? []) meet(subtype);
  }
  return seen;
}

function sentOrReceived(operation: Operation, direction: Direction): readonly (Schema | undefined)[] {
  const isSent = (direction === 'request') === (operation.kind === 'operation');
  const ofContent = (content: ReadonlyMap<string, MediaType> | undefined): readonly (Schema | undefined)[] =>
    [...(content?.values() ?? [])].flatMap(({ schema, itemSchema }) => [schema, itemSchema]);
  if (isSent) return [...operation.parameters.map(schemaOf), ...ofContent(operation.requestBody?.content)];
  return [...operation.responses.values()].flatMap(({ content, headers }) => [
    ...ofContent(content),
    ...[...headers.values()].map(schemaOf),
  ]);
}

function partsOf(schema: Schema): readonly (Schema | undefined)[] {
  const { ref, additionalProperties, items, unevaluatedProperties, unevaluatedItems, then: met, else: unmet } = schema;
  const parts = [...schema.allOf, ...schema.anyOf, ...schema.oneOf, ...schema.prefixItems];
  const named = [...schema.patternProperties.values(), ...schema.dependentSchemas.values()];
  return [
    ref?.target,
    ...parts,
    ...named,
    additionalProperties,
    items,
    unevaluatedProperties,
    unevaluatedItems,
    met,
    unmet,
  ];
}
