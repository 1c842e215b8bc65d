import type { Schema } from '../../../openapi/model/schema.js';
import { field, isObject } from '../../../openapi/source/json.js';
import type { Origin } from '../../../openapi/source/origin.js';
import type { Direction, Openness } from '../../change.js';
import { conjunctionOf } from '../../schema/conjunction.js';
import { acceptsNothing } from '../../schema/inclusion/bare.js';
import { ownText } from '../../schema/own-text.js';
import { type View, viewOf } from '../../schema/view.js';
import type { PairFacts } from './pair-facts.js';

/** Compares properties, what is required, and what else an object may hold. */
export function compareProperties(facts: PairFacts): void {
  const { base, revision } = facts;
  const lifted: string[] = [];
  const differing = new Set<string>();
  base.properties.forEach((schemas, property) => {
    const others = revision.properties.get(property);
    // Nobody reads what is the same anyway.
    if (others !== undefined && facts.isWrittenAlike(schemas, others)) return;
    differing.add(property);
    if (compareProperty(facts, property, schemas, others)) lifted.push(property);
  });
  noteLifted(facts, lifted.sort());
  revision.properties.forEach((schemas, property) => {
    const before = base.properties.get(property);
    if (before === undefined || differing.has(property)) noteAdded(facts, property, schemas, before);
  });
  compareRequired(facts);
  compareAdditional(facts);
}

/** Compares a property of the base. Gives whether an object demands it on both sides and requests may hold it only now. */
function compareProperty(
  { base, revision, compare, noteAt }: PairFacts,
  property: string,
  schemas: readonly Schema[],
  others: readonly Schema[] | undefined,
): boolean {
  const only = directionOf(schemas);
  if (others !== undefined && isForbidden(schemas) && !isForbidden(others)) return false;
  if (others === undefined || (isForbidden(others) && !isForbidden(schemas))) {
    const [schema] = schemas;
    if (schema === undefined || isInBranch(revision, base, property)) return false;
    const required = base.required.has(property);
    const kind = isForbidden(schemas) ? 'schema.property.allowed' : 'schema.property.removed';
    const place = others?.[0]?.origin ?? containerOf(revision, 'properties') ?? schema.origin;
    noteAt({ kind, property, required, schema }, schema.origin, place, only);
    return false;
  }
  const now = directionOf(others);
  compare(schemas, others, only === now ? only : undefined);
  return only === 'response' && now !== 'response' && base.required.has(property) && revision.required.has(property);
}

function noteAdded(
  { base, revision, noteAt }: PairFacts,
  property: string,
  schemas: readonly Schema[],
  before: readonly Schema[] | undefined,
): void {
  const [schema] = schemas;
  if (schema === undefined || (before !== undefined && (!isForbidden(before) || isForbidden(schemas)))) return;
  if (isInBranch(base, revision, property)) return;
  // What was demanded before is not demanded anew by declaring it.
  const required = revision.required.has(property) && !base.required.has(property);
  const kind = isForbidden(schemas) ? 'schema.property.refused' : 'schema.property.added';
  const place = before?.[0]?.origin ?? containerOf(base, 'properties') ?? schema.origin;
  noteAt({ kind, property, required, schema }, place, schema.origin, directionOf(schemas));
}

/** Whether plainly no value is accepted. What is no `false`, negates nothing and leads to no such schema accepts some, as far as that can be seen. */
export function isNeverAccepted(schema: Schema): boolean {
  const { raw } = schema;
  if (isObject(raw) && REFUSING.every((key) => field(raw, key) === undefined)) return false;
  return acceptsNothing(schema);
}

/** Without these an object of a document accepts some value, as far as that can be seen. */
const REFUSING = ['$ref', 'allOf', 'not'] as const;

/** A property of which no value is accepted is one that an object must not have. */
function isForbidden(schemas: readonly Schema[]): boolean {
  return schemas.some(isNeverAccepted);
}

function propertyOf(view: View, name: string): readonly Schema[] | undefined {
  const schemas = view.properties.get(name);
  return schemas === undefined || isForbidden(schemas) ? undefined : schemas;
}

/** Of one object, the properties that became required and those that became optional are told together, each way they travel. */
function compareRequired({ base, revision, noteAt }: PairFacts): void {
  const groups = new Map<
    string,
    { readonly properties: string[]; readonly after: boolean; readonly only?: Direction }
  >();
  for (const property of new Set([...base.required, ...revision.required])) {
    const after = revision.required.has(property);
    if (base.required.has(property) === after) continue;
    const left = propertyOf(base, property);
    const right = propertyOf(revision, property);
    // A property that comes with a demand, or goes with it, is said as such; a name without a property is still a demand.
    if (left === undefined && right !== undefined && after) continue;
    if (left !== undefined && right === undefined && !after) continue;
    const only = directionOf(right ?? left ?? []);
    const key = `${after} ${only}`;
    const group = groups.get(key) ?? { properties: [], after, ...(only === undefined ? {} : { only }) };
    group.properties.push(property);
    groups.set(key, group);
  }
  for (const { properties, after, only } of groups.values()) {
    const data = { kind: 'schema.required.changed', properties: properties.sort(), before: !after, after } as const;
    noteAt(data, demandOrigin(base, properties), demandOrigin(revision, properties), only);
  }
}

/** A request has to have what is required only once it is no longer read-only (Schema Object of 3.0, JSON Schema, section 9.4). */
function noteLifted({ base, revision, noteAt }: PairFacts, properties: readonly string[]): void {
  if (properties.length === 0) return;
  const data = { kind: 'schema.required.changed', properties, before: false, after: true, wereReadOnly: true } as const;
  noteAt(data, demandOrigin(base, properties), demandOrigin(revision, properties), 'request');
}

/** The item of `required` that names the only property, the list that names them all, or else where the properties stand. */
function demandOrigin(view: View, properties: readonly string[]): Origin | undefined {
  const [property, ...others] = properties;
  const single = property !== undefined && others.length === 0 ? requiredOrigin(view, property) : undefined;
  return single ?? view.owner('required')?.origin.at('required') ?? containerOf(view, 'properties');
}

/** The item of `required` that names a property. */
function requiredOrigin(view: View, property: string): Origin | undefined {
  for (const member of view.conjunction.members) {
    const index = member.required.indexOf(property);
    if (index >= 0) return member.origin.at('required').at(index);
  }
  return undefined;
}

function compareAdditional({ base, revision, note, compare }: PairFacts): void {
  const before = openness(base);
  const after = openness(revision);
  if (before === 'constrained' && after === 'constrained') {
    compare(base.additional, revision.additional);
    return;
  }
  if (before === after) return;
  const isMap = base.properties.size === 0 && revision.properties.size === 0;
  note({ kind: 'schema.additional-properties.changed', before, after, isMap }, 'additionalProperties');
}

function openness(view: View): Openness {
  if (view.additional.some((schema) => schema.always === false)) return 'closed';
  return view.additional.some((schema) => !acceptsAnything(schema)) ? 'constrained' : 'open';
}

function acceptsAnything(schema: Schema): boolean {
  if (schema.always === true) return true;
  return typeof schema.raw === 'object' && schema.raw !== null && Object.keys(schema.raw).length === 0;
}

/**
 * Whether a property moved into, or out of, the branches of a union that the other side does not have. That the union came or
 * went is a change of its own.
 */
function isInBranch(view: View, other: View, property: string): boolean {
  if (view.unions.length <= other.unions.length) return false;
  const branches = view.unions.flatMap((union) => union.branches);
  return branches.some((branch) => viewOf(conjunctionOf([branch])).properties.has(property));
}

/** The one direction a property travels in: a read-only one is never sent, a write-only one never received. */
export function directionOf(schemas: readonly Schema[]): Direction | undefined {
  const [schema] = schemas;
  const text = schema !== undefined && schemas.length === 1 ? ownText(schema) : undefined;
  if (text !== undefined) {
    if (field(text, 'readOnly') === true) return 'response';
    return field(text, 'writeOnly') === true ? 'request' : undefined;
  }
  const { members } = conjunctionOf(schemas);
  if (members.some(({ readOnly }) => readOnly)) return 'response';
  return members.some(({ writeOnly }) => writeOnly) ? 'request' : undefined;
}

function containerOf(view: View, keyword: string): Origin | undefined {
  const owner = view.owner(keyword);
  if (owner !== undefined) return owner.origin.at(keyword);
  return view.conjunction.members[0]?.origin;
}
