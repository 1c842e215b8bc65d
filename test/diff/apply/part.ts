import type { Schema } from '../../../openapi/model/schema.js';

/**
 * A piece of a contract: what an element or a schema promises, and nothing of how it is written. Parts of recursive schemas form
 * cycles, so a contract is a graph with one root.
 */
export interface Part {
  /** The schemas that hold together here; empty for what is no schema. */
  readonly of: readonly Schema[];
  /** What is said in one text each. */
  readonly facts: Map<string, string>;
  /** Inner pieces, each of which has a name. */
  readonly parts: Map<string, Part>;
  /** Inner pieces without names or order, as the branches of a union. */
  readonly groups: Map<string, readonly Part[]>;
}

export function newPart(of: readonly Schema[] = []): Part {
  return { of, facts: new Map(), parts: new Map(), groups: new Map() };
}

/** A piece that says the same until it is edited. */
export function copyOf({ of, facts, parts, groups }: Part): Part {
  return { of, facts: new Map(facts), parts: new Map(parts), groups: new Map(groups) };
}

/** Says something, or takes it back where the text is absent. */
export function say({ facts }: Part, name: string, text: string | undefined): void {
  if (text === undefined) facts.delete(name);
  else facts.set(name, text);
}

/** Puts an inner piece, or takes it away where it is absent. */
export function put({ parts }: Part, name: string, part: Part | undefined): void {
  if (part === undefined) parts.delete(name);
  else parts.set(name, part);
}

/** Puts pieces without names, or takes them away where there are none. */
export function putGroup({ groups }: Part, name: string, parts: readonly Part[]): void {
  if (parts.length === 0) groups.delete(name);
  else groups.set(name, parts);
}
