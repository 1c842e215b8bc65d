import type { Server, ServerVariable } from '../../openapi/model/server.js';
import type { Fact } from './recorder.js';

/** Compares the variables of two servers with one template: they are paired by their place in it, whatever their names. */
export function compareServerVariables(
  base: Server,
  revision: Server,
  tell: (fact: Fact, detail: string) => void,
): void {
  const after = variablesIn(revision);
  variablesIn(base).forEach((name, slot) => {
    const variable = after[slot];
    const [left, right] = [
      base.variables.get(name),
      variable === undefined ? undefined : revision.variables.get(variable),
    ];
    // A variable that is used and not declared has no value to compare.
    if (variable === undefined || left === undefined || right === undefined) return;
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
  });
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
