import type { ApiDocument } from '../../openapi/model/document.js';
import type { MediaType, Operation } from '../../openapi/model/operation.js';
import type { Schema } from '../../openapi/model/schema.js';
import { type ChangeOf, DIRECTIONS, type Direction } from '../change.js';
import { conjunctionOf } from '../schema/conjunction.js';
import { viewOf } from '../schema/view.js';
import { type Recorder, schemaOf } from './recorder.js';
import { directionOf } from './schema/compare-structure.js';
import { type Subtypes, subtypesOf } from './subtypes.js';

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
  const choices = choicesOf(left, right);
  if (pairs.length + choices.length === 0) return;
  for (const [before, after] of operations) {
    for (const direction of DIRECTIONS) {
      const [carried, carriedNow] = [carriedBy(before, direction, left), carriedBy(after, direction, right)];
      for (const { supertypes, fact } of choices) {
        if (!carried.has(supertypes[0]) || !carriedNow.has(supertypes[1])) continue;
        recorder.record(fact, { operation: after, direction }, fact.value);
      }
      for (const [one, other] of pairs) {
        if (!carried.has(one) || !carriedNow.has(other)) continue;
        recorder.schemas(one, other, [one.origin, other.origin], { operation: after, direction });
      }
    }
  }
}

/** A schema that can be chosen on one side only, and the schemas that choose. */
interface Choice {
  readonly supertypes: readonly [Schema, Schema];
  readonly fact: Omit<ChangeOf<'schema.discriminator.mapping.changed'>, 'usages'>;
}

/** The schemas that a discriminator no longer chooses, or chooses from now on, by their name or by the values that they list. */
function choicesOf(left: Subtypes, right: Subtypes): readonly Choice[] {
  const byName = new Map([...right].map(([supertype, chosen]) => [nameOf(supertype), { supertype, chosen }]));
  return [...left].flatMap(([supertype, chosen]) => {
    const other = byName.get(nameOf(supertype));
    if (other === undefined) return [];
    const supertypes = [supertype, other.supertype] as const;
    const gone = without(chosen, other.chosen).flatMap((schema) => valuesOf(supertype, schema));
    const come = without(other.chosen, chosen).flatMap((schema) => valuesOf(other.supertype, schema));
    return [
      ...gone.map(({ value, name }) => choiceOf(supertypes, { value, before: name })),
      ...come.map(({ value, name }) => choiceOf(supertypes, { value, after: name })),
    ];
  });
}

function choiceOf(
  supertypes: Choice['supertypes'],
  choice: { readonly value: string; readonly before?: string; readonly after?: string },
): Choice {
  const sides = { base: [supertypes[0]], revision: [supertypes[1]] };
  const [base, revision] = supertypes;
  const places = { base: base.origin.at('discriminator'), revision: revision.origin.at('discriminator') };
  const kind = 'schema.discriminator.mapping.changed';
  return { supertypes, fact: { kind, ...choice, ...places, schemas: { ...sides, stated: sides } } };
}

function nameOf({ origin }: Schema): string {
  return String(origin.segments.at(-1));
}

function without(schemas: readonly Schema[], others: readonly Schema[]): readonly Schema[] {
  const names = new Set(others.map(nameOf));
  return schemas.filter((schema) => !names.has(nameOf(schema)));
}

/** The values that choose a schema. Those of a mapping are compared as such. */
function valuesOf({ discriminator }: Schema, subtype: Schema): readonly { value: string; name: string }[] {
  const name = nameOf(subtype);
  if (discriminator === undefined) return [];
  const mapped = [...discriminator.mapping.values()].map((text) => text.slice(text.lastIndexOf('/') + 1));
  if (mapped.includes(name)) return [];
  const property = viewOf(conjunctionOf([subtype])).properties.get(discriminator.propertyName);
  const listed = property && viewOf(conjunctionOf(property)).values;
  return (listed ?? [name]).map((value) => ({ value: String(value), name }));
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
