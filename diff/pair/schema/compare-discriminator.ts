import type { Discriminator, Schema } from '../../../openapi/model/schema.js';
import type { Json } from '../../../openapi/source/json.js';
import { conjunctionOf } from '../../schema/conjunction.js';
import { type View, viewOf } from '../../schema/view.js';
import type { PairFacts } from './pair-facts.js';

/** Compares the property by which a union is told apart, and the schemas its values stand for. */
export function compareDiscriminator(facts: PairFacts): void {
  const [before, after] = [facts.base.discriminator, facts.revision.discriminator];
  const [left, right] = [before?.propertyName, after?.propertyName];
  if (left !== right) {
    const values = {
      ...(left === undefined ? {} : { before: left }),
      ...(right === undefined ? {} : { after: right }),
    };
    facts.note({ kind: 'schema.discriminator.changed', ...values }, 'discriminator');
  }
  if (before !== undefined && after !== undefined) compareMappings(facts, before, after);
}

/** The schema that other values, or none, stand for (Discriminator Object of OpenAPI 3.2). */
function compareDefault(facts: PairFacts, before: string | undefined, after: string | undefined): void {
  const [from, to] = [before, after].map((reference) => reference?.slice(reference.lastIndexOf('/') + 1));
  if (from === to) return;
  const targets = { ...(from === undefined ? {} : { before: from }), ...(to === undefined ? {} : { after: to }) };
  facts.note({ kind: 'schema.discriminator.default.changed', ...targets }, 'discriminator');
}

/** What a value of the discriminating property stands for. */
interface Target {
  readonly name: string;
  /** Absent when the mapping names a schema that is no alternative here. */
  readonly schema?: Schema;
}

function compareMappings(facts: PairFacts, before: Discriminator, after: Discriminator): void {
  compareDefault(facts, before.defaultMapping, after.defaultMapping);
  const left = targetsOf(facts.base, before);
  const right = targetsOf(facts.revision, after);
  for (const value of new Set([...left.keys(), ...right.keys()])) {
    const [from, to] = [left.get(value), right.get(value)];
    if (from !== undefined && to !== undefined ? isSameTarget(facts, from, to) : isToldByUnion(facts, from, to, before))
      continue;
    if (isNamedByBoth(facts, from, to, value, before)) continue;
    const targets = {
      ...(from === undefined ? {} : { before: from.name }),
      ...(to === undefined ? {} : { after: to.name }),
    };
    facts.note({ kind: 'schema.discriminator.mapping.changed', value, ...targets }, 'discriminator');
  }
}

/** The values of the mapping, and the names of the alternatives that it leaves out (Discriminator Object). */
function targetsOf({ unions }: View, { mapping, propertyName }: Discriminator): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  const branches = unions.flatMap((union) => union.branches);
  const byName = new Map<string, Schema>();
  for (const branch of branches) {
    const name = branch.ref?.target.origin.segments.at(-1);
    if (name !== undefined) byName.set(name, branch);
  }
  for (const [value, reference] of mapping) {
    const name = reference.slice(reference.lastIndexOf('/') + 1);
    const schema = byName.get(name);
    targets.set(value, { name, ...(schema === undefined ? {} : { schema }) });
  }
  const mapped = new Set([...targets.values()].map(({ name }) => name));
  for (const [name, schema] of byName) {
    if (!mapped.has(name) && !namesItsValue(schema, propertyName)) targets.set(name, { name, schema });
  }
  return targets;
}

/** A schema that lists the values of the property itself is not chosen by its name. */
function namesItsValue(schema: Schema, propertyName: string): boolean {
  return valuesNamed(schema, propertyName) !== undefined;
}

function valuesNamed(schema: Schema, propertyName: string): readonly Json[] | undefined {
  const property = viewOf(conjunctionOf([schema])).properties.get(propertyName);
  return property && viewOf(conjunctionOf(property)).values;
}

/** Whether a mapping only repeats, or no longer repeats, what the alternative says itself: that the value stands for it. */
function isNamedByBoth(
  facts: PairFacts,
  from: Target | undefined,
  to: Target | undefined,
  value: string,
  { propertyName }: Discriminator,
): boolean {
  if (from !== undefined && to !== undefined) return false;
  const target = from ?? to;
  const others = (from === undefined ? facts.base : facts.revision).unions.flatMap(({ branches }) => branches);
  return others.some((schema) => {
    const other = { name: schema.ref?.target.origin.segments.at(-1) ?? '', schema };
    if (target === undefined || !valuesNamed(schema, propertyName)?.includes(value)) return false;
    return from === undefined ? isSameTarget(facts, other, target) : isSameTarget(facts, target, other);
  });
}

function isSameTarget(facts: PairFacts, from: Target, to: Target): boolean {
  if (from.name === to.name) return true;
  return from.schema !== undefined && to.schema !== undefined && facts.areSame(from.schema, to.schema);
}

/**
 * A value that came with its alternative is told by the alternative. So is one that went, where the schema of the alternative names
 * the value: else the others seem to take what was sent under it, and nothing tells that no schema is chosen for it any more.
 */
function isToldByUnion(
  facts: PairFacts,
  from: Target | undefined,
  to: Target | undefined,
  { propertyName }: Discriminator,
): boolean {
  const { schema, name } = from ?? to ?? {};
  if (schema === undefined) return false;
  if (from !== undefined && !namesItsValue(schema, propertyName)) return false;
  const others = (from === undefined ? facts.base : facts.revision).unions.flatMap(({ branches }) => branches);
  // An alternative of the same name is still there, whatever else became of it.
  if (others.some(({ ref }) => ref?.target.origin.segments.at(-1) === name)) return false;
  return !others.some((other) => (from === undefined ? facts.areSame(other, schema) : facts.areSame(schema, other)));
}
