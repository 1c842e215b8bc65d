import type { Discriminator, Schema } from '../../../openapi/model/schema.js';
import type { Json } from '../../../openapi/source/json.js';
import { canonical } from '../../../openapi/source/stringify.js';
import { sayExtensions } from './extension-contract.js';
import { type Choice, type Gathered, gather } from './gathered.js';
import { newPart, type Part, put, putGroup, say } from './part.js';
import { factsOf } from './schema-facts.js';

/** The contracts of the schemas of one document. Schemas that hold together are one part, however they are spelt. */
export class SchemaContract {
  readonly #known = new Map<string, Part>();
  readonly #pending: [Part, Gathered][] = [];

  /** What schemas promise that hold together. None promise nothing. */
  part(schemas: readonly Schema[]): Part {
    const part = this.#partOf(schemas);
    for (let next = this.#pending.pop(); next !== undefined; next = this.#pending.pop()) this.#fill(...next);
    return part;
  }

  #partOf(schemas: readonly Schema[]): Part {
    const gathered = gather(schemas);
    const key = `${gathered.members.map(({ id }) => id)} ${gathered.nullable}`;
    let part = this.#known.get(key);
    if (part === undefined) {
      part = newPart(schemas);
      this.#known.set(key, part);
      this.#pending.push([part, gathered]);
    }
    return part;
  }

  #fill(part: Part, gathered: Gathered): void {
    for (const [name, text] of factsOf(gathered)) say(part, name, text);
    sayExtensions(part, extensionsOf(gathered.members));
    this.#fillInside(part, gathered.members);
    this.#fillWholes(part, gathered.members);
    putGroup(
      part,
      'unions',
      gathered.choices.map((choice) => this.#union(choice)),
    );
    const { members } = gathered;
    const said = members.flatMap(({ discriminator }) => discriminator ?? []);
    const [first] = said.sort((a, b) => (a.propertyName < b.propertyName ? -1 : 1));
    if (first !== undefined) this.#fillDiscriminator(part, first, gathered.choices);
  }

  #union({ keyword, branches }: Choice): Part {
    const union = newPart();
    say(union, 'keyword', keyword);
    putGroup(
      union,
      'branches',
      branches.map((branch) => this.#partOf([branch])),
    );
    return union;
  }

  /** The schemas of the pieces of a value. */
  #fillInside(part: Part, members: readonly Schema[]): void {
    const inside = new Map<string, Schema[]>();
    const add = (name: string, schema: Schema | undefined): void => {
      if (schema !== undefined) inside.set(name, [...(inside.get(name) ?? []), schema]);
    };
    for (const member of members) {
      for (const [name, schema] of member.properties) add(`property ${name}`, schema);
      member.prefixItems.forEach((schema, index) => {
        add(`item ${index}`, schema);
      });
      add('items', member.items);
      if (part.facts.get('additional') === 'constrained') add('additional', member.additionalProperties);
    }
    for (const [name, schemas] of inside) put(part, name, this.#partOf(schemas));
  }

  /** Keywords that hold as a whole, once for each schema that has them. */
  #fillWholes(part: Part, members: readonly Schema[]): void {
    const wholes = new Map<string, Part[]>();
    const add = (keyword: string, inner: readonly (readonly [string, Schema | undefined])[]): void => {
      const whole = newPart();
      for (const [name, schema] of inner) if (schema !== undefined) put(whole, name, this.#partOf([schema]));
      if (whole.parts.size > 0) wholes.set(keyword, [...(wholes.get(keyword) ?? []), whole]);
    };
    for (const member of members) {
      if (member.if !== undefined)
        add('if', [
          ['if', member.if],
          ['then', member.then],
          ['else', member.else],
        ]);
      for (const keyword of SINGLE) add(keyword, [['schema', member[keyword]]]);
      add('patternProperties', [...member.patternProperties]);
      add('dependentSchemas', [...member.dependentSchemas]);
    }
    for (const [keyword, parts] of wholes) putGroup(part, keyword, parts);
  }

  #fillDiscriminator(
    part: Part,
    { propertyName, mapping, defaultMapping }: Discriminator,
    choices: readonly Choice[],
  ): void {
    say(part, 'discriminator', propertyName);
    const branches = new Map<string, Schema>();
    for (const branch of choices.flatMap((choice) => choice.branches)) {
      const name = branch.ref?.target.origin.key;
      if (name !== undefined) branches.set(name, branch);
    }
    const target = (name: string, at: string): void => {
      const branch = branches.get(name);
      if (branch === undefined) say(part, at, name);
      else put(part, at, this.#partOf([branch]));
    };
    const mapped = new Set<string>();
    for (const [value, reference] of mapping) {
      const name = reference.slice(reference.lastIndexOf('/') + 1);
      mapped.add(name);
      target(name, `when ${value}`);
    }
    if (defaultMapping !== undefined) target(defaultMapping.slice(defaultMapping.lastIndexOf('/') + 1), 'else when');
    // A branch without a mapping is chosen by its name, unless it lists the values of the property.
    for (const [name, branch] of branches) {
      if (!mapped.has(name) && !listsValues(branch, propertyName)) target(name, `when ${name}`);
    }
  }
}

/** Of several statements of one extension the first in the order of their text holds. */
function extensionsOf(members: readonly Schema[]): ReadonlyMap<string, Json> {
  const extensions = new Map<string, Json>();
  for (const [name, value] of members.flatMap((member) => [...member.extensions])) {
    const known = extensions.get(name);
    if (known === undefined || canonical(value) < canonical(known)) extensions.set(name, value);
  }
  return extensions;
}

function listsValues(branch: Schema, propertyName: string): boolean {
  const property = gather([branch]).members.flatMap(({ properties }) => properties.get(propertyName) ?? []);
  return property.length > 0 && gather(property).values !== undefined;
}

const SINGLE = [
  'not',
  'contains',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
  'contentSchema',
] as const;
