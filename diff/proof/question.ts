import type { JsonType, Schema } from '../../openapi/model/schema.js';
import type { Json } from '../../openapi/source/json.js';
import type { ChangeOf, Direction, SchemaChange } from '../change.js';
import { conjunctionOf } from '../schema/conjunction.js';
import type { Reading } from '../schema/inclusion/inclusion.js';
import { keywordPart, namesPart, overlapPart } from '../schema/keyword-part.js';
import { isNullOnlyMeant } from '../schema/null-meant.js';
import { NOT_NULL, schemaWith } from '../schema/part.js';
import { type View, viewOf } from '../schema/view.js';
import { isTakenAsText, isWrittenAsText, refusedAsText } from './written-as-text.js';

/** Does the receiver accept all that the sender may send? */
export interface Question {
  readonly reading: Reading;
  readonly sender: readonly Schema[];
  /** The part of the receiving schema that the change is about: a schema accepts what each of its parts accepts. */
  readonly receiver: readonly Schema[];
}

/** The two sides of a change by what they do with values. */
interface Sides {
  readonly sender: readonly Schema[];
  readonly receiver: readonly Schema[];
  readonly from: View;
  readonly to: View;
  /** Whether the receiver is the revision, as it is for requests. */
  readonly isRequest: boolean;
}

/**
 * The question that a change raises in one direction. For requests the base is the sender, for responses the revision.
 * `undefined` when there is nothing to ask, because the change takes nothing from what the receiver accepts, and adds nothing to
 * what the sender sends.
 */
export function questionOf(change: SchemaChange, direction: Direction): Question | undefined {
  const sides = sidesOf(change, direction);
  if (change.kind === 'schema.null.changed') {
    // Where the specification and its readers differ, no value proves anything.
    return isNullOnlyMeant(sides.sender) ? undefined : question([...sides.sender, NULL], sides.receiver);
  }
  if (change.kind === 'schema.type.changed' && isTakenAsText(change, direction)) return undefined;
  const { reading = 'closed', sender = sides.sender, receiver, isAboutNull = false } = partOf(change, sides) ?? {};
  if (receiver === undefined || receiver.length === 0) return undefined;
  // Whether null is accepted is a change of its own, with few exceptions. A parameter or header that takes any value does not mean
  // null by it, for that is no text.
  const values =
    sides.from.conjunction.nullable && !(isAboutNull && !isWrittenAsText(change)) ? [...sender, NOT_NULL] : sender;
  return question(values, receiver, reading);
}

const NULL: Schema = schemaWith({ const: null });

function question(sender: readonly Schema[], receiver: readonly Schema[], reading: Reading = 'closed'): Question {
  return { reading, sender, receiver };
}

function sidesOf({ schemas }: SchemaChange, direction: Direction): Sides {
  const isRequest = direction === 'request';
  const { base, revision } = schemas.stated;
  const [sender, receiver] = isRequest ? [base, revision] : [revision, base];
  return { sender, receiver, from: viewOf(conjunctionOf(sender)), to: viewOf(conjunctionOf(receiver)), isRequest };
}

interface Part {
  readonly receiver: readonly Schema[];
  /** Absent: the sending side as it is. */
  readonly sender?: readonly Schema[];
  /** Absent: closed. */
  readonly reading?: Reading;
  /** Set where the change says what becomes of null, too. */
  readonly isAboutNull?: boolean;
}

function partOf(change: Exclude<SchemaChange, { kind: 'schema.null.changed' }>, sides: Sides): Part | undefined {
  const { to, isRequest } = sides;
  switch (change.kind) {
    case 'schema.type.changed':
      return typePart(sides, refusedAsText(change, isRequest ? 'request' : 'response'));
    case 'schema.enum.changed': {
      const refused = refusedAsText(change, isRequest ? 'request' : 'response');
      return to.values && enumPart(to.values, sides, ownValues(change, isRequest) ?? refused);
    }
    case 'schema.format.changed':
    case 'schema.pattern.changed':
    case 'schema.multiple-of.changed':
    case 'schema.unique-items.changed':
      return { receiver: facetPart(to, FACETS[change.kind]) };
    case 'schema.bound.changed':
      return boundPart(change, sides);
    case 'schema.property.added':
    case 'schema.property.removed':
    case 'schema.property.refused':
    case 'schema.property.allowed':
      return propertyPart(change, sides);
    case 'schema.required.changed':
      return change.wereReadOnly === undefined && change.after === isRequest
        ? { receiver: [schemaWith({ required: change.properties })] }
        : undefined;
    case 'schema.additional-properties.changed':
      // Who declares nothing about other properties allows them: closing an object takes something away.
      return { receiver: namesPart(to, sides.from), reading: 'open' };
    case 'schema.alternative.added':
      return isRequest ? undefined : { sender: [...sides.sender, change.schema], receiver: sides.receiver };
    case 'schema.alternative.removed':
      return isRequest ? { sender: [...sides.sender, change.schema], receiver: sides.receiver } : undefined;
    case 'schema.alternatives.changed':
      return { receiver: overlapPart(to) };
    case 'schema.union.added':
    case 'schema.union.removed': {
      // What the types say is a change of its own.
      const sender = to.types === undefined ? sides.sender : [...sides.sender, schemaWith({ types: [...to.types] })];
      return { sender, receiver: [...keywordPart(to, change.keyword), ...movedPart(to, sides.from)] };
    }
    case 'schema.keyword.changed': {
      // As above: what nobody described was allowed.
      const reading = change.keyword.startsWith('unevaluated') ? 'open' : 'closed';
      return { receiver: keywordPart(to, change.keyword), reading };
    }
    default:
      return undefined;
  }
}

/** Where one side has no types, null comes or goes with all other values and is no change of its own. */
function typePart({ sender, from, to }: Sides, refused: readonly Json[] | undefined): Part | undefined {
  if (to.types === undefined) return undefined;
  const isAboutNull = from.types === undefined && from.conjunction.nullable;
  const types: JsonType[] = isAboutNull && to.conjunction.nullable ? [...to.types, 'null'] : [...to.types];
  const sent = refused === undefined ? sender : [...sender, schemaWith({ enum: refused })];
  return { sender: sent, receiver: [schemaWith({ types })], isAboutNull };
}

/** The values that a change is about where it is a part of what came and went, and the sender may send. */
function ownValues(
  { part, added, removed }: ChangeOf<'schema.enum.changed'>,
  isRequest: boolean,
): readonly Json[] | undefined {
  return part === undefined ? undefined : isRequest ? removed : added;
}

function enumPart(values: readonly Json[], { sender }: Sides, refused: readonly Json[] | undefined): Part {
  const sent = refused === undefined ? sender : [...sender, schemaWith({ enum: refused })];
  return { sender: sent, receiver: [schemaWith({ enum: values })] };
}

const FACETS = {
  'schema.format.changed': 'format',
  'schema.pattern.changed': 'pattern',
  'schema.multiple-of.changed': 'multipleOf',
  'schema.unique-items.changed': 'uniqueItems',
} as const;

function facetPart(to: View, keyword: (typeof FACETS)[keyof typeof FACETS]): readonly Schema[] {
  const members = to.conjunction.members.filter(({ facets }) => facets[keyword] !== undefined);
  return members.map(({ facets }) => schemaWith({ facets: { [keyword]: facets[keyword] } }));
}

/** The properties that the receiver alone declares for itself: the sender has them in the alternatives of a union, or not at all. */
function movedPart(to: View, from: View): readonly Schema[] {
  const moved = [...to.properties].filter(([name]) => !from.properties.has(name));
  const required = moved.flatMap(([name]) => (to.required.has(name) && !from.required.has(name) ? [name] : []));
  const declared = moved.flatMap(([name, schemas]) =>
    schemas.map((schema) => schemaWith({ properties: new Map([[name, schema]]) })),
  );
  const demanded = required.length === 0 ? [] : [schemaWith({ required })];
  // What stands in an alternative is no property of the object itself, which may be closed to all others.
  const gone = [...from.properties.keys()].filter((name) => !to.properties.has(name) && isInBranch(to, name));
  return [...declared, ...demanded, ...gone.flatMap((name) => namesPart(to, from, name))];
}

function isInBranch({ unions }: View, name: string): boolean {
  return unions.some(({ branches }) => branches.some((one) => viewOf(conjunctionOf([one])).properties.has(name)));
}

/** The bound as it holds, which may be written another way: for integers an exclusive bound is the inclusive one beside it. */
function boundPart(change: ChangeOf<'schema.bound.changed'>, { to, isRequest }: Sides): Part | undefined {
  const { keyword } = change;
  if (keyword === 'minContains' || keyword === 'maxContains') return { receiver: keywordPart(to, 'contains') };
  const bound = isRequest ? change.after : change.before;
  return bound === undefined ? undefined : { receiver: [schemaWith({ facets: { [keyword]: bound } })] };
}

type PropertyChange =
  | ChangeOf<'schema.property.added' | 'schema.property.refused'>
  | ChangeOf<'schema.property.removed' | 'schema.property.allowed'>;

/** A property on one side only: the receiver either declares it, or says what it does with names it does not declare. */
function propertyPart({ kind, property, required }: PropertyChange, { sender, to, from, isRequest }: Sides): Part {
  const isDeclared = (kind === 'schema.property.added' || kind === 'schema.property.refused') === isRequest;
  if (!isDeclared) {
    const demand = schemaWith({ required: [property] });
    return { sender: [...sender, demand], receiver: namesPart(to, from, property) };
  }
  const schemas = to.properties.get(property) ?? [];
  const declared = schemas.map((schema) => schemaWith({ properties: new Map([[property, schema]]) }));
  return { receiver: required ? [...declared, schemaWith({ required: [property] })] : declared };
}
