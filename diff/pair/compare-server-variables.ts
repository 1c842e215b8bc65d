import type { Server, ServerVariable } from '../../openapi/model/server.js';
import type { Origin } from '../../openapi/source/origin.js';
import type { Fact } from './fact.js';
import { type DefaultPair, sharedVariables } from './server-defaults.js';

type Tell = (fact: Fact, detail: string) => void;

/** Compares the variables of two servers with one template: they are paired by their place in it, whatever their names. */
export function compareServerVariables(base: Server, revision: Server, tell: Tell): void {
  const after = variablesIn(revision);
  const slots = variablesIn(base).map((name, slot) => [name, after[slot]] as const);
  comparePairs(base, revision, slots, tell);
}

/** Compares two servers that are one address where the variables that only one of them has take their defaults. */
export function compareByDefaults({ before, after, gone, come }: DefaultPair, tell: Tell): void {
  const [base, revision] = [before.server, after.server];
  comparePairs(
    base,
    revision,
    sharedVariables(before, after).map((name) => [name, name]),
    tell,
  );
  for (const { name, values } of gone) {
    const own = base.variables.get(name);
    if (own === undefined) continue;
    const left = values === undefined ? [own.default] : own.enum.filter((value) => !values.includes(value));
    const lists = {
      ...(values === undefined ? {} : { before: own.enum }),
      after: left,
      added: [],
      removed: values ?? [],
    };
    const places = { base: variableOrigin(base, name, values), revision: revision.origin.at('url') };
    tell({ kind: 'server.variable.enum.changed', url: before.url, variable: name, ...lists, ...places }, name);
  }
  for (const { name, values } of come) {
    const own = revision.variables.get(name);
    if (own === undefined) continue;
    const left = values === undefined ? [own.default] : own.enum.filter((value) => !values.includes(value));
    const lists = {
      before: left,
      ...(values === undefined ? {} : { after: own.enum }),
      added: values ?? [],
      removed: [],
    };
    const places = { base: base.origin.at('url'), revision: variableOrigin(revision, name, values) };
    tell({ kind: 'server.variable.enum.changed', url: after.url, variable: name, ...lists, ...places }, name);
  }
}

function variableOrigin({ origin }: Server, name: string, values: readonly string[] | undefined): Origin {
  const variable = origin.at('variables').at(name);
  return values === undefined ? variable : variable.at('enum');
}

function comparePairs(
  base: Server,
  revision: Server,
  pairs: readonly (readonly [name: string, variable: string | undefined])[],
  tell: Tell,
): void {
  for (const [name, variable] of pairs) {
    const [left, right] = [
      base.variables.get(name),
      variable === undefined ? undefined : revision.variables.get(variable),
    ];
    // A variable that is used and not declared has no value to compare.
    if (variable === undefined || left === undefined || right === undefined) continue;
    const origin = {
      base: base.origin.at('variables').at(name),
      revision: revision.origin.at('variables').at(variable),
    };
    const at = (key: string) => {
      return { base: origin.base.at(key), revision: origin.revision.at(key), url: revision.url, variable };
    };
    if (left.default !== right.default) {
      const values = { before: left.default, after: right.default };
      tell({ kind: 'server.variable.default.changed', ...at('default'), ...values }, variable);
    }
    const values = enumChange(left, right);
    if (values !== undefined) tell({ kind: 'server.variable.enum.changed', ...at('enum'), ...values }, variable);
  }
}

function variablesIn({ url }: Server): readonly string[] {
  return [...new Set([...url.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name))];
}

/** The reader gives an empty list where there is none, and an empty list is not allowed. */
function enumChange({ enum: before }: ServerVariable, { enum: after }: ServerVariable) {
  if (before.length === 0 && after.length === 0) return undefined;
  if (before.length === 0) return { after, added: [], removed: [] };
  if (after.length === 0) return { before, added: [], removed: [] };
  const [old, now] = [new Set(before), new Set(after)];
  const added = after.filter((value) => !old.has(value));
  const removed = before.filter((value) => !now.has(value));
  return added.length + removed.length === 0 ? undefined : { before, after, added, removed };
}
