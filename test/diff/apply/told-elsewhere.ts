import type { SchemaPair } from '../../../diff/pair/schema/schema-comparison.js';
import { Inclusions } from '../../../diff/schema/inclusion/inclusion.js';
import { ANYTHING, schemaWith } from '../../../diff/schema/part.js';
import type { Schema } from '../../../openapi/model/schema.js';
import { canonical } from '../../../openapi/source/stringify.js';
import { differenceOf } from './equivalence.js';
import { gather } from './gathered.js';
import { newPart, type Part, put, putGroup, say } from './part.js';
import { adoptValues } from './schema-edits.js';
import { branchesOf } from './union-result.js';

/*
 * What a comparison does not tell because something else that it tells says it already, or because nothing differs in what it
 * means. Each of these is a function that says why.
 */

export function unionsOf(part: Part): readonly Part[] {
  return part.groups.get('unions') ?? [];
}

/** A value that stands for a branch goes and comes with it. */
export function followBranches(result: Part, base: Part, revision: Part, became: ReadonlyMap<Part, Part>): void {
  if (unionsOf(base).length !== unionsOf(revision).length) {
    // Where a union comes or goes as a whole, the values that choose from it do so with it.
    adoptValues(result, revision);
    return;
  }
  const left = new Set(unionsOf(result).flatMap(branchesOf));
  for (const name of valuesIn(base)) {
    const [before, after] = [base.parts.get(name), revision.parts.get(name)];
    const names = [base.facts.get(name) ?? nameOf(before), revision.facts.get(name) ?? nameOf(after)];
    // A value that goes on naming one component stands for the same, whether that is an alternative here or not.
    if ((before === undefined) === (after === undefined) || names[0] !== names[1]) continue;
    put(result, name, after);
    say(result, name, revision.facts.get(name));
  }
  for (const [name, part] of base.parts) {
    if (!name.startsWith('when ') || result.parts.get(name) !== part) continue;
    const now = became.get(part) ?? part;
    put(result, name, left.has(now) ? now : undefined);
  }
  for (const [name, part] of revision.parts) {
    if (name.startsWith('when ') && left.has(part) && !base.parts.has(name)) put(result, name, part);
  }
  adoptRepeated(result, base, revision);
}

/** That a value stands for an alternative which lists it says nothing new, nor takes it anything away. */
function adoptRepeated(result: Part, base: Part, revision: Part): void {
  const property = base.facts.get('discriminator') ?? '';
  for (const name of new Set([...valuesIn(base), ...valuesIn(revision)])) {
    const [told, other] = valuesIn(base).includes(name) ? [base, revision] : [revision, base];
    if (valuesIn(other).includes(name)) continue;
    const target = told.facts.get(name) ?? nameOf(told.parts.get(name));
    const isListed = (branch: Part): boolean => {
      const schemas = gather(branch.of).members.flatMap(({ properties }) => properties.get(property) ?? []);
      return nameOf(branch) === target && gather(schemas).values?.has(canonical(name.slice('when '.length))) === true;
    };
    if (!unionsOf(other).flatMap(branchesOf).some(isListed)) continue;
    put(result, name, revision.parts.get(name));
    say(result, name, revision.facts.get(name));
  }
}

function valuesIn({ facts, parts }: Part): readonly string[] {
  return [...facts.keys(), ...parts.keys()].filter((name) => name.startsWith('when '));
}

function nameOf(part: Part | undefined): string | undefined {
  return part?.of[0]?.ref?.target.origin.key;
}

/** A property that stands in a branch of a union from now on, or did until now: the union says that it moved. */
export function moveIntoBranches(result: Part, base: Part, revision: Part): void {
  if (unionsOf(base).length === unionsOf(revision).length) return;
  const inBranches = (part: Part, name: string): boolean =>
    unionsOf(part)
      .flatMap(branchesOf)
      .some(({ parts }) => parts.has(name));
  const names = new Set([...base.parts.keys(), ...revision.parts.keys()]);
  for (const name of names) {
    if (!name.startsWith('property ') || base.parts.has(name) === revision.parts.has(name)) continue;
    const [around, other] = base.parts.has(name) ? [revision, base] : [base, revision];
    if (unionsOf(around).length <= unionsOf(other).length || !inBranches(around, name)) continue;
    put(result, name, revision.parts.get(name));
    const required = name.replace('property', 'required');
    say(result, required, revision.facts.get(required));
  }
}

/** A value that comes to stand for null, or stands for it no longer, is told with null. */
export function adoptSentinel(result: Part, base: Part, revision: Part): void {
  const isNullTold = base.facts.get('null') !== result.facts.get('null');
  if (isNullTold) say(result, 'extension x-sentinel', revision.facts.get('extension x-sentinel'));
}

/** Where bytes stand as they are, and a schema describes no JSON value: as a part of a body, or as the whole of one. */
const PLACE_OF_BYTES =
  /\/content\/(?:multipart~1[^/]*\/schema\/properties\/[^/]+(?:\/items)?|(?:application~1octet-stream|image~1[^/]*)\/schema)$/;

/** Bytes are a text in OpenAPI 3.0, and have no type in later versions. */
export function adoptBytes(result: Part, base: Part, revision: Part): void {
  const told = ['format', 'types', 'null'] as const;
  const saysBytes = ({ of, facts }: Part): boolean =>
    facts.get('format') === 'binary' &&
    facts.get('types') === 'string' &&
    of.some(({ origin }) => PLACE_OF_BYTES.test(origin.pointer));
  const saysNothing = (part: Part): boolean =>
    unionsOf(part).length === 0 &&
    !['format', 'types', 'values', 'contentMediaType'].some((name) => part.facts.has(name));
  const isSame = (one: Part, other: Part): boolean => saysBytes(one) && saysNothing(other);
  if (!isSame(base, revision) && !isSame(revision, base)) return;
  for (const name of told) say(result, name, revision.facts.get(name));
}

/** The keywords that hold as a whole, with what decides together with each. */
const WHOLES: Readonly<Record<string, (member: Schema) => Partial<Schema>>> = {
  not: ({ not }) => (not === undefined ? {} : { not }),
  if: (member) => fieldsOf(member, ['if', 'then', 'else']),
  contains: ({ contains, facets: { minContains, maxContains } }) => ({
    ...(contains === undefined ? {} : { contains }),
    facets: {
      ...(minContains === undefined ? {} : { minContains }),
      ...(maxContains === undefined ? {} : { maxContains }),
    },
  }),
  propertyNames: ({ propertyNames }) => (propertyNames === undefined ? {} : { propertyNames }),
  patternProperties: ({ properties, patternProperties, additionalProperties }) => ({
    properties: new Map([...properties.keys()].map((name) => [name, ANYTHING])),
    patternProperties,
    ...(additionalProperties === undefined ? {} : { additionalProperties }),
  }),
  dependentSchemas: ({ dependentSchemas }) => ({ dependentSchemas }),
  dependentRequired: ({ dependentRequired }) => ({ dependentRequired }),
  unevaluatedItems: (member) => member,
  unevaluatedProperties: (member) => member,
};

function fieldsOf(member: Schema, keys: readonly ('if' | 'then' | 'else')[]): Partial<Schema> {
  return Object.fromEntries(keys.flatMap((key) => (member[key] === undefined ? [] : [[key, member[key]]])));
}

/** What is said in another way with the same meaning is no change: each side provably accepts what the other does. */
export function adoptProven(result: Part, { facts }: SchemaPair, base: Part, revision: Part): void {
  const noted = new Set<string>(
    facts.flatMap(({ data }) => (data.kind === 'schema.keyword.changed' ? [data.keyword] : [])),
  );
  for (const keyword of [...Object.keys(WHOLES), 'contentSchema']) {
    if (noted.has(keyword) || !isSaid(base, keyword) || !isSaid(revision, keyword)) continue;
    if (differenceOf(only(base, keyword), only(revision, keyword)) === undefined) continue;
    const [left, right] = [saidBy(base, keyword), saidBy(revision, keyword)];
    if (!accepts(left, right) || !accepts(right, left)) continue;
    putGroup(result, keyword, revision.groups.get(keyword) ?? []);
    say(result, keyword, revision.facts.get(keyword));
  }
}

function isSaid({ groups, facts }: Part, keyword: string): boolean {
  return groups.has(keyword) || facts.has(keyword);
}

function only({ groups, facts }: Part, keyword: string): Part {
  const part = newPart();
  putGroup(part, keyword, groups.get(keyword) ?? []);
  say(part, keyword, facts.get(keyword));
  return part;
}

function saidBy({ of, groups }: Part, keyword: string): readonly Schema[] {
  // What a text holds is no matter of which texts are accepted.
  if (keyword === 'contentSchema')
    return (groups.get(keyword) ?? []).flatMap((whole) => whole.parts.get('schema')?.of ?? []);
  const { members } = gather(of);
  const pick = WHOLES[keyword];
  return pick === undefined ? [] : members.map((member) => schemaWith(pick(member)));
}

const inclusions = new Inclusions('open');

function accepts(receiver: readonly Schema[], sender: readonly Schema[]): boolean {
  return inclusions.decide(sender, receiver).kind === 'included';
}
