import type { SchemaChange } from '../../../diff/change.js';
import type { Json } from '../../../openapi/source/json.js';
import { canonical } from '../../../openapi/source/stringify.js';
import { type Part, put, putGroup, say } from './part.js';
import type { UnionEdits } from './union-result.js';

type SchemaKind = SchemaChange['kind'];
type DataOf<Kind extends SchemaKind> = Omit<
  Extract<SchemaChange, { readonly kind: Kind }>,
  'base' | 'revision' | 'usages' | 'schemas'
>;

/** What an edit may look at besides the change: the schemas that the change itself names, and the unions of the pair. */
export interface EditContext {
  /** What the schemas of the revision promise that the change was found on. */
  readonly after: Part;
  readonly unions: UnionEdits;
}

/** A fact that stands for everything else that differs: the schema gave way to that of the revision. */
export type Replacing = 'replaced' | 'replaced but for null' | undefined;

/** Edits a schema by a fact. */
type Edit<Kind extends SchemaKind> = (part: Part, data: DataOf<Kind>, context: EditContext) => Replacing;

type Edits = { readonly [Kind in SchemaKind]: Edit<Kind> };

function flag(part: Part, name: string, isSet: boolean): undefined {
  say(part, name, isSet ? 'true' : undefined);
}

function text(part: Part, name: string, value: { toString(): string } | undefined): undefined {
  say(part, name, value?.toString());
}

/** Puts what the revision holds under a name. */
function adopt(part: Part, { after }: EditContext, name: string): void {
  put(part, name, after.parts.get(name));
}

const NUMERIC: ReadonlySet<string> = new Set(['integer', 'number']);

/** Of types that have nothing in common nothing else is compared: the one schema gave way to the other. */
function isDisjoint(before: readonly string[] | undefined, after: readonly string[] | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  return !before.some(
    (type) => after.includes(type) || (NUMERIC.has(type) && after.some((other) => NUMERIC.has(other))),
  );
}

function listOf(values: readonly Json[] | undefined): string | undefined {
  return values && [...new Set(values.map((value) => canonical(value)))].sort().join();
}

export const SCHEMA_EDITS: Edits = {
  'schema.type.changed': (part, { before, after }, context) => {
    say(part, 'types', after && [...after].sort().join());
    // A schema without any type accepts null among all the rest: the types say that null comes or goes.
    const isSaid = (types: typeof before, side: Part): boolean =>
      types === undefined && side.facts.get('null') === 'true';
    if (isSaid(before, part) || isSaid(after, context.after)) say(part, 'null', context.after.facts.get('null'));
    return isDisjoint(before, after) ? 'replaced but for null' : undefined;
  },
  'schema.null.changed': (part, { after }) => text(part, 'null', after),
  'schema.enum.changed': (part, { after }) => text(part, 'values', listOf(after)),
  'schema.format.changed': (part, { after }) => text(part, 'format', after),
  'schema.pattern.changed': (part, { after }) => text(part, 'pattern', after),
  'schema.bound.changed': (part, { keyword, after }) => text(part, keyword, after),
  'schema.multiple-of.changed': (part, { after }) => text(part, 'multipleOf', after),
  'schema.unique-items.changed': (part, { after }) => flag(part, 'uniqueItems', after),
  'schema.property.added': (part, { property, required }, context) => {
    adopt(part, context, `property ${property}`);
    if (required) flag(part, `required ${property}`, true);
    return undefined;
  },
  'schema.property.removed': (part, { property, required }, { after }) => {
    put(part, `property ${property}`, undefined);
    // That it is demanded still, without being described, is all the same to everybody.
    if (required) flag(part, `required ${property}`, after.facts.has(`required ${property}`));
    return undefined;
  },
  'schema.property.refused': (part, { property, required }, context) => {
    adopt(part, context, `property ${property}`);
    if (required) flag(part, `required ${property}`, true);
    return undefined;
  },
  'schema.property.allowed': (part, { property, required }, { after }) => {
    put(part, `property ${property}`, undefined);
    if (required) flag(part, `required ${property}`, after.facts.has(`required ${property}`));
    return undefined;
  },
  'schema.required.changed': (part, { properties, after }) => {
    for (const property of properties) flag(part, `required ${property}`, after);
    return undefined;
  },
  'schema.additional-properties.changed': (part, { after }, context) => {
    say(part, 'additional', after === 'open' ? undefined : after);
    adopt(part, context, 'additional');
    return undefined;
  },
  'schema.alternative.added': (_, { keyword, schema }, { unions }) => unions.add(keyword, schema),
  'schema.alternative.removed': (_, { schema }, { unions }) => unions.remove(schema),
  // The alternatives themselves are told one by one; this only asks whether a value fits several.
  'schema.alternatives.changed': () => undefined,
  'schema.union.added': (_, { keyword }, { unions }) => unions.adopt(keyword),
  'schema.union.removed': (_, { keyword }, { unions }) => unions.drop(keyword),
  'schema.default.changed': (part, { after }) => text(part, 'default', after === undefined ? after : canonical(after)),
  'schema.read-only.changed': (part, { after }) => flag(part, 'readOnly', after),
  'schema.write-only.changed': (part, { after }) => flag(part, 'writeOnly', after),
  'schema.deprecated.changed': (part, { after }) => flag(part, 'deprecated', after),
  'schema.title.changed': (part, { after }) => text(part, 'title', after),
  'schema.discriminator.changed': (part, { before, after }, context) => {
    say(part, 'discriminator', after);
    // A union told apart by a property for the first time, or no longer, has all its values or none.
    if (before === undefined || after === undefined) adoptValues(part, context.after);
    return undefined;
  },
  'schema.discriminator.mapping.changed': (part, { value }, context) => {
    adopt(part, context, `when ${value}`);
    text(part, `when ${value}`, context.after.facts.get(`when ${value}`));
    return undefined;
  },
  'schema.discriminator.default.changed': (part, _, { after }) => {
    put(part, 'else when', after.parts.get('else when'));
    say(part, 'else when', after.facts.get('else when'));
    return undefined;
  },
  'schema.content.changed': (part, { keyword, after }) => text(part, keyword, after),
  'schema.keyword.changed': (part, { keyword }, context) => {
    if (keyword === 'items') adopt(part, context, 'items');
    else if (keyword === 'prefixItems') adoptItems(part, context);
    else if (keyword === 'dependentRequired') text(part, keyword, context.after.facts.get(keyword));
    else putGroup(part, keyword, context.after.groups.get(keyword) ?? []);
    return undefined;
  },
  'schema.undecidable': () => 'replaced',
};

/** Takes over which schema each value of the discriminating property stands for. */
export function adoptValues(part: Part, after: Part): void {
  for (const name of [...part.facts.keys()]) if (isValue(name)) say(part, name, undefined);
  for (const name of [...part.parts.keys()]) if (isValue(name)) put(part, name, undefined);
  for (const [name, said] of after.facts) if (isValue(name)) say(part, name, said);
  for (const [name, inner] of after.parts) if (isValue(name)) put(part, name, inner);
}

function isValue(name: string): boolean {
  return name.startsWith('when ') || name === 'else when';
}

/** From the first position that has no schema on one side the tuple is another one. */
function adoptItems(part: Part, context: EditContext): void {
  for (let index = 0; part.parts.has(`item ${index}`) || context.after.parts.has(`item ${index}`); index++) {
    if (!part.parts.has(`item ${index}`) || !context.after.parts.has(`item ${index}`))
      adopt(part, context, `item ${index}`);
  }
}
