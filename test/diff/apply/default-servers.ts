import type { ChangeOf } from '../../../diff/change.js';
import type { Operation } from '../../../openapi/model/operation.js';
import type { Server, ServerVariable } from '../../../openapi/model/server.js';
import type { Reach } from './server-contract.js';
import { isWithin, type Told } from './told.js';

type VariableChange = ChangeOf<'server.variable.enum.changed'>;

/**
 * Servers that a change tells to be one although their templates differ: variables of the base that the revision has not keep what
 * is told of their values, and those that came begin with their defaults.
 */
export function joinServers(told: Told, operation: Operation, before: Reach, after: Reach): void {
  const changes = [
    ...told.of('server.variable.enum.changed', operation),
    ...told.of('server.variable.default.changed', operation),
    ...told.of('server.renamed', operation),
  ];
  for (const change of changes) {
    const [gone, left] = [...before.servers].find(([, { server }]) => isWithin(change.base, server.origin)) ?? [];
    const [come, right] = [...after.servers].find(([, { server }]) => isWithin(change.revision, server.origin)) ?? [];
    if (gone === undefined || come === undefined || left === undefined || right === undefined) continue;
    if (before.servers.has(come) || after.servers.has(gone)) continue;
    before.servers.delete(gone);
    const ended = told
      .of('server.variable.enum.changed', operation)
      .filter(({ url, base }) => url !== right.url && isWithin(base, left.server.origin));
    for (const one of ended) told.need(one);
    before.servers.set(`${gone} of the base`, { ...left, server: narrowed(left.server, right.server, ended) });
    before.servers.set(come, { ...right, server: begun(left.server, right.server) });
    if (before.first === gone) before.first = come;
  }
}

function narrowed(base: Server, revision: Server, changes: readonly VariableChange[]): Server {
  const variables = new Map<string, ServerVariable>();
  for (const [name, variable] of base.variables) {
    const change = changes.find((one) => one.variable === name);
    variables.set(name, revision.variables.get(name) ?? { ...variable, enum: change?.after ?? variable.enum });
  }
  return { ...base, variables };
}

function begun(base: Server, revision: Server): Server {
  const variables = new Map<string, ServerVariable>();
  for (const [name, variable] of revision.variables) {
    variables.set(name, base.variables.get(name) ?? { ...variable, enum: [variable.default] });
  }
  const { name: _, ...rest } = revision;
  return { ...rest, ...(base.name === undefined ? {} : { name: base.name }), origin: base.origin, variables };
}
