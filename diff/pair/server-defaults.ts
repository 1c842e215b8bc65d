import type { Addresses } from './server-addresses.js';
import { fillUrl, identityOfUrl, type ServerUrl } from './server-url.js';

/** The most pairs of servers that are looked at. */
const MOST_PAIRS = 10_000;

/** Two servers that are one address where the variables that only one of them has take their defaults. */
export interface DefaultPair {
  readonly before: ServerUrl;
  readonly after: ServerUrl;
  /** What a variable of the base takes besides its default and the revision has no address for. */
  readonly gone: readonly VariableValues[];
  /** What a variable of the revision takes besides its default and the base has no address for. */
  readonly come: readonly VariableValues[];
}

/** A variable, and those of its values that only its own side has; `undefined` where it takes any value. */
export interface VariableValues {
  readonly name: string;
  readonly values: readonly string[] | undefined;
}

/**
 * Pairs servers of which one says by variables what the other has as text: `https://a/{v}` with the default `v1`, and `https://a/v1`.
 * @param base all addresses of the base
 * @param revision all addresses of the revision
 */
export function pairByDefaults(
  removed: readonly ServerUrl[],
  added: readonly ServerUrl[],
  base: Addresses,
  revision: Addresses,
): readonly DefaultPair[] {
  if (removed.length * added.length > MOST_PAIRS) return [];
  const pairs: DefaultPair[] = [];
  const taken = new Set<ServerUrl>();
  for (const before of removed) {
    const after = added.find((candidate) => !taken.has(candidate) && isOneByDefault(before, candidate));
    if (after === undefined) continue;
    const gone = valuesAlone(before, after, revision);
    const come = valuesAlone(after, before, base);
    if (gone === undefined || come === undefined) continue;
    taken.add(after);
    pairs.push({ before, after, gone, come });
  }
  return pairs;
}

/** The variables of both, which keep their place in the address whatever the others become. */
export function sharedVariables({ server }: ServerUrl, other: ServerUrl): readonly string[] {
  return [...server.variables.keys()].filter((name) => other.server.variables.has(name));
}

function isOneByDefault(before: ServerUrl, after: ServerUrl): boolean {
  if (before.server.variables.size + after.server.variables.size === 0) return false;
  return atDefaults(before, after) === atDefaults(after, before);
}

/** The address where every variable that the other server has not takes its default. */
function atDefaults(own: ServerUrl, other: ServerUrl): string {
  return identityOfUrl(fillUrl(own.url, defaultsOf(own, other)));
}

function defaultsOf({ server }: ServerUrl, other: ServerUrl): Map<string, string> {
  const alone = [...server.variables].filter(([name]) => !other.server.variables.has(name));
  return new Map(alone.map(([name, variable]) => [name, variable.default]));
}

/** `undefined` where single values of single variables do not say which addresses only this side has. */
function valuesAlone(own: ServerUrl, other: ServerUrl, others: Addresses): readonly VariableValues[] | undefined {
  const defaults = defaultsOf(own, other);
  const fixed = new Map([...defaults, ...commonValues(own, other)]);
  const at = (name: string, value: string | undefined): string => {
    const values = new Map(fixed);
    if (value === undefined) values.delete(name);
    else values.set(name, value);
    return identityOfUrl(fillUrl(own.url, values));
  };
  const alone: VariableValues[] = [];
  let varying = 0;
  for (const name of defaults.keys()) {
    const listed = own.server.variables.get(name)?.enum ?? [];
    if (!own.url.includes(`{${name}}`)) continue;
    if (listed.length !== 1) varying++;
    if (listed.length > 0) {
      const values = listed.filter((value) => !others.covers(at(name, value)));
      if (values.length > 0) alone.push({ name, values });
    } else if (!others.covers(at(name, undefined))) {
      if (others.countOf(at(name, undefined)) > 1) return undefined;
      alone.push({ name, values: undefined });
    }
  }
  return alone.length === 0 && varying > 1 ? undefined : alone;
}

/** A value of each variable of both that both take; nothing for those that take any value in both, or have none in common. */
function commonValues(own: ServerUrl, other: ServerUrl): ReadonlyMap<string, string> {
  const common = new Map<string, string>();
  for (const [name, { default: fallback, enum: listed }] of own.server.variables) {
    const variable = other.server.variables.get(name);
    if (variable === undefined) continue;
    const values = [fallback, ...listed, ...(listed.length === 0 ? [variable.default] : [])];
    const isOpen = listed.length + variable.enum.length === 0;
    const value = isOpen ? undefined : values.find((one) => variable.enum.length === 0 || variable.enum.includes(one));
    if (value !== undefined) common.set(name, value);
  }
  return common;
}
