import type { PreparedSchema } from './prepared-schema.js';

/** A schema with a discriminator, and what it tells apart. */
interface Told {
  readonly schema: PreparedSchema;
  readonly property: string;
  /** The references of its alternatives, or of the schemas that inherit from it. */
  readonly targets: ReadonlySet<string>;
  readonly isBase: boolean;
}

/**
 * Lets all discriminators of one property tell a schema by the same texts, or its type would have to hold several at once: what a mapping
 * says anywhere holds everywhere. Where a union maps nothing, the name of the schema is one more, unless a mapping of what it
 * inherits from says better.
 *
 * @param tree where discriminators are; their mappings are completed
 * @param schemas by reference
 */
export function agreeOnTags(tree: unknown, schemas: ReadonlyMap<string, PreparedSchema>): void {
  const heirs = heirsOf(schemas);
  const all = [...discriminated(tree)].map((schema) => told(schema, heirs));
  const tags = new Map<string, Set<string>>();
  const settled = new Set<string>();
  const note = ({ property }: Told, target: string, tag: string): void => {
    const key = `${property}\n${target}`;
    const known = tags.get(key);
    if (known === undefined) tags.set(key, new Set([tag]));
    else known.add(tag);
  };
  for (const each of all) {
    for (const [tag, target] of Object.entries(each.schema.discriminator?.mapping ?? {})) {
      note(each, target, tag);
      if (each.isBase) settled.add(`${each.property}\n${target}`);
    }
  }
  const explicit = new Set(tags.keys());
  for (const each of all) {
    const mapped = new Set(Object.values(each.schema.discriminator?.mapping ?? {}));
    for (const target of each.targets) {
      const key = `${each.property}\n${target}`;
      const name = /\/([\w.-]+)$/.exec(target)?.[1];
      if (name !== undefined && explicit.has(key) && !settled.has(key) && !mapped.has(target)) note(each, target, name);
    }
  }
  for (const { schema, property, targets } of all) {
    const { discriminator } = schema;
    if (discriminator === undefined) continue;
    const mapping = new Map(Object.entries(discriminator.mapping ?? {}));
    for (const target of new Set([...targets, ...mapping.values()])) {
      for (const tag of tags.get(`${property}\n${target}`) ?? []) if (!mapping.has(tag)) mapping.set(tag, target);
    }
    if (mapping.size > 0) schema.discriminator = { ...discriminator, mapping: Object.fromEntries(mapping) };
  }
}

function told(schema: PreparedSchema, heirs: ReadonlyMap<PreparedSchema, readonly string[]>): Told {
  const alternatives = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].flatMap(({ $ref }) => $ref ?? []);
  const isBase = alternatives.length === 0;
  const targets = new Set(isBase ? (heirs.get(schema) ?? []) : alternatives);
  return { schema, property: schema.discriminator?.propertyName ?? '', targets, isBase };
}

/** Which schemas are made of one and more. */
function heirsOf(schemas: ReadonlyMap<string, PreparedSchema>): ReadonlyMap<PreparedSchema, readonly string[]> {
  const heirs = new Map<PreparedSchema, string[]>();
  for (const [reference, { allOf = [] }] of schemas) {
    for (const { $ref = '' } of allOf) {
      const base = schemas.get($ref);
      if (base?.discriminator === undefined) continue;
      const known = heirs.get(base);
      if (known === undefined) heirs.set(base, [reference]);
      else known.push(reference);
    }
  }
  return heirs;
}

function discriminated(tree: unknown): ReadonlySet<PreparedSchema> {
  const found = new Set<PreparedSchema>();
  const seen = new Set<unknown>();
  const waiting = [tree];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (isDiscriminated(value)) found.add(value);
    for (const each of value instanceof Map ? value.values() : Object.values(value)) waiting.push(each);
  }
  return found;
}

function isDiscriminated(value: object): value is PreparedSchema {
  const { discriminator } = value as PreparedSchema;
  // A property may have this name, too; its value is a schema.
  return typeof discriminator?.propertyName === 'string';
}
