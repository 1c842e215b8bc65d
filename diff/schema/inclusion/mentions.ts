import type { Schema } from '../../../openapi/model/schema.js';
import { matches } from './language.js';
import type { Literal } from './literal.js';

/** The names and patterns of properties that a schema speaks of for the very value it applies to. */
interface Mentions {
  readonly names: ReadonlySet<string>;
  readonly patterns: ReadonlySet<string>;
}

const known = new WeakMap<Schema, Mentions>();

function mentionsOf(schema: Schema): Mentions {
  let mentions = known.get(schema);
  if (mentions === undefined) {
    const names = new Set<string>();
    const patterns = new Set<string>();
    collect(schema, names, patterns, new Set());
    mentions = { names, patterns };
    known.set(schema, mentions);
  }
  return mentions;
}

function collect(schema: Schema, names: Set<string>, patterns: Set<string>, seen: Set<Schema>): void {
  if (seen.has(schema)) return;
  seen.add(schema);
  for (const name of schema.properties.keys()) names.add(name);
  for (const name of schema.required) names.add(name);
  for (const name of schema.dependentRequired.keys()) names.add(name);
  for (const name of schema.dependentSchemas.keys()) names.add(name);
  for (const pattern of schema.patternProperties.keys()) patterns.add(pattern);
  const parts = [...schema.allOf, ...schema.anyOf, ...schema.oneOf, ...schema.dependentSchemas.values()];
  for (const part of [schema.ref?.target, schema.not, schema.if, schema.then, schema.else, ...parts])
    if (part !== undefined) collect(part, names, patterns, seen);
}

/** Whether the receiving side speaks of a property by its name. */
export function isMentioned(name: string, state: readonly Literal[]): boolean {
  return state.some(({ schema, closed }) => {
    if (closed) return false;
    const { names, patterns } = mentionsOf(schema);
    return names.has(name) || [...patterns].some((pattern) => matches(pattern, name) !== false);
  });
}

/** The patterns by which the receiving side speaks of properties. */
export function mentionedPatterns(state: readonly Literal[]): readonly string[] {
  return [...new Set(state.flatMap(({ schema, closed }) => (closed ? [] : [...mentionsOf(schema).patterns])))];
}
