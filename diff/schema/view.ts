import type { Discriminator, JsonType, Schema, SchemaFacets } from '../../openapi/model/schema.js';
import type { Json } from '../../openapi/source/json.js';
import { canonical } from '../../openapi/source/stringify.js';
import { type Conjunction, isNull, onlyBranchBesideNull } from './conjunction.js';
import { commonMultiple } from './inclusion/decimal.js';
import { isListOfTypes, typesOf } from './types-of.js';

/** `anyOf` or `oneOf` of a conjunction, without its null branch. */
export interface Union {
  readonly keyword: 'anyOf' | 'oneOf';
  readonly branches: readonly Schema[];
  readonly owner: Schema;
}

/** What a conjunction says as a whole: its members merged, keyword by keyword. Null is left out of types and values. */
export interface View {
  readonly conjunction: Conjunction;
  /** Absent: any type. */
  readonly types: ReadonlySet<JsonType> | undefined;
  /** Absent: any value. */
  readonly values: readonly Json[] | undefined;
  readonly facets: SchemaFacets;
  readonly properties: ReadonlyMap<string, readonly Schema[]>;
  readonly required: ReadonlySet<string>;
  readonly additional: readonly Schema[];
  readonly items: readonly Schema[];
  readonly prefixItems: readonly (readonly Schema[])[];
  readonly unions: readonly Union[];
  readonly discriminator: Discriminator | undefined;
  readonly default: Json | undefined;
  readonly title: string | undefined;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly deprecated: boolean;
  /** Why the conjunction cannot be compared; absent when it can. */
  readonly undecidable: string | undefined;
  /** The member that declares a keyword, for its place. */
  readonly owner: (keyword: string) => Schema | undefined;
}

const UNIONS = ['anyOf', 'oneOf'] as const;

export function viewOf(conjunction: Conjunction): View {
  conjunction.view ??= makeView(conjunction);
  return conjunction.view;
}

function makeView(conjunction: Conjunction): View {
  const { members } = conjunction;
  const properties = new Map<string, Schema[]>();
  const prefixItems: Schema[][] = [];
  const required = new Set<string>();
  const unions: Union[] = [];
  const valueUnions: (readonly Json[])[] = [];
  const typeUnions: (readonly Schema[])[] = [];
  for (const member of members) {
    member.properties.forEach((schema, name) => {
      push(properties, name, schema);
    });
    for (const name of member.required) required.add(name);
    member.prefixItems.forEach((item, index) => {
      const position = prefixItems[index] ?? [];
      prefixItems[index] = position;
      position.push(item);
    });
    for (const keyword of UNIONS) {
      if (member[keyword].length === 0) continue;
      const branches = member[keyword].filter((branch) => !isNull(branch));
      const values = branches.length === 0 ? undefined : valuesOfBranches(branches);
      if (values !== undefined) valueUnions.push(values);
      // Without any other branch null is the only value: an empty list of types.
      else if (isListOfTypes(keyword, branches)) typeUnions.push(branches);
      // A branch that is all there is beside null is a member itself.
      else if (branches.length > 1 || (branches.length === 1 && onlyBranchBesideNull(member) === undefined)) {
        unions.push({ keyword, branches, owner: member });
      }
    }
  }
  const values = mergeValues(members, valueUnions);
  return {
    conjunction,
    types: typesOf(members, [...typeUnions, ...unions.map(({ branches }) => branches)], values),
    values,
    facets: mergeFacets(members),
    properties,
    required,
    additional: present(members.map((member) => member.additionalProperties)),
    items: present(members.map((member) => member.items)),
    prefixItems,
    unions,
    discriminator: first(
      members,
      (member) => member.discriminator,
      ({ propertyName }) => propertyName,
    ),
    default: first(members, (member) => member.default, canonical),
    title: titleOf(members),
    readOnly: members.some((member) => member.readOnly),
    writeOnly: members.some((member) => member.writeOnly),
    deprecated: members.some((member) => member.deprecated),
    undecidable: undecidable(members),
    owner: (keyword) => members.find((member) => declares(member, keyword)),
  };
}

/** Whether the object of a schema has a keyword as its own. */
export function declares(schema: Schema, keyword: string): boolean {
  return typeof schema.raw === 'object' && schema.raw !== null && Object.hasOwn(schema.raw, keyword);
}

/** The values of a union that only lists values: `anyOf` of constants means what `enum` means. */
function valuesOfBranches(branches: readonly Schema[]): readonly Json[] | undefined {
  const values: Json[] = [];
  for (const branch of branches) {
    const own = branch.const === undefined ? branch.enum : [branch.const];
    if (own === undefined || !isOnlyValues(branch)) return undefined;
    values.push(...own);
  }
  return values;
}

/** Whether a schema lists values and says nothing else of them. A name for a value is no more than that. */
function isOnlyValues({ raw, unknown }: Schema): boolean {
  if (typeof raw !== 'object' || raw === null) return false;
  return Object.keys(raw).every((key) => BESIDE_VALUES.has(key) || key.startsWith('x-') || unknown.has(key));
}

const BESIDE_VALUES: ReadonlySet<string> = new Set([
  'const',
  'enum',
  'type',
  'title',
  'description',
  'example',
  'examples',
  '$comment',
]);

function mergeValues(members: readonly Schema[], unions: readonly (readonly Json[])[]): readonly Json[] | undefined {
  const lists: (readonly Json[])[] = [...unions];
  for (const member of members) {
    if (member.enum !== undefined) lists.push(member.enum);
    if (member.const !== undefined) lists.push([member.const]);
  }
  const [only] = lists;
  if (only === undefined) return undefined;
  // Nearly every list is one of texts, which tell themselves apart.
  if (lists.length === 1 && only.every((value) => typeof value === 'string' || value === null)) {
    return [...new Set(only)].filter((value) => value !== null);
  }
  const [head, ...tail] = lists.map((list) => new Map(list.map((value) => [canonical(value), value])));
  if (head === undefined) return undefined;
  const values: Json[] = [];
  for (const [text, value] of head) if (value !== null && tail.every((other) => other.has(text))) values.push(value);
  return values;
}

/** Of two bounds the stricter one holds; two texts hold together, and so do two divisors. */
function mergeFacets(members: readonly Schema[]): SchemaFacets {
  const [only] = members;
  if (members.length === 1 && only !== undefined) return only.facets;
  const merged: Record<string, number | bigint | string | boolean> = {};
  const divisors = members
    .flatMap(({ facets }) => facets.multipleOf ?? [])
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  for (const member of members) {
    for (const [key, value] of Object.entries(member.facets)) {
      const known = merged[key];
      if (known === undefined) merged[key] = value;
      else if (typeof value === 'string' && typeof known === 'string') merged[key] = both(known, value);
      else if (typeof value !== 'string' && typeof known !== 'string') {
        const wantsLarger = key.startsWith('min') || key === 'exclusiveMinimum' || key === 'uniqueItems';
        merged[key] = wantsLarger === value > known ? value : known;
      }
    }
  }
  if (divisors.length > 0) merged['multipleOf'] = divisors.reduce((a, b) => commonMultiple(a, b) ?? b);
  // Each key was copied from SchemaFacets with its own type.
  return merged as SchemaFacets;
}

/** Two patterns, or formats, that both hold. */
function both(known: string, value: string): string {
  const texts = new Set([...known.split(AND), value]);
  return [...texts].sort().join(AND);
}

const AND = ' and ';

function undecidable(members: readonly Schema[]): string | undefined {
  const dynamic = members.find((member) => member.dynamicRef !== undefined);
  if (dynamic !== undefined) return `what "$dynamicRef" means here depends on the path to the schema`;
  const unresolved = members.some((member) => member.unresolved === true);
  return unresolved ? 'a reference in the document names nothing' : undefined;
}

function push(map: Map<string, Schema[]>, name: string, schema: Schema): void {
  const list = map.get(name);
  if (list === undefined) map.set(name, [schema]);
  else list.push(schema);
}

function present(schemas: readonly (Schema | undefined)[]): readonly Schema[] {
  return schemas.filter((schema) => schema !== undefined);
}

/** What a member states; of several statements the first in the order of their text, which no order of members changes. */
function first<Value>(
  members: readonly Schema[],
  read: (member: Schema) => Value | undefined,
  text: (value: Value) => string,
): Value | undefined {
  let best: Value | undefined;
  for (const member of members) {
    const value = read(member);
    if (value !== undefined && (best === undefined || text(value) < text(best))) best = value;
  }
  return best;
}

function titleOf(members: readonly Schema[]): string | undefined {
  if (members.length < 2) return members[0]?.title;
  const titles = new Set(members.flatMap(({ title }) => title ?? []));
  return titles.size === 0 ? undefined : [...titles].sort().join(AND);
}
