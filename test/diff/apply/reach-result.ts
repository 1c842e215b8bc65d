import { pathIdentity } from '../../../openapi/model/identity.js';
import type { Operation } from '../../../openapi/model/operation.js';
import type { Server } from '../../../openapi/model/server.js';
import { joinServers } from './default-servers.js';
import { type Part, put, say } from './part.js';
import type { Obligation } from './schema-result.js';
import { identityOf, type Reach, reachOf, reachPart, serverPart } from './server-contract.js';
import { isSamePlace, type Told } from './told.js';

type Entry = Reach['servers'] extends Map<string, infer One> ? One : never;

/** Where an operation is reached after the changes told of its servers, and where the revision reaches it. */
export function reachResult({ told }: { readonly told: Told }, base: Operation, revision: Operation): Obligation {
  const [left, right] = prefixesOf(base, revision);
  const [before, after] = [reachOf(base, left), reachOf(revision, right)];
  const isMoved = left !== right;
  const stated = [base, revision].map(({ servers: [first] }) => first?.origin.parent !== undefined);
  for (const kind of ['server.removed', 'server.url.changed', 'server.added'] as const) {
    for (const change of told.of(kind, revision)) {
      told.need(change);
      const gone =
        kind === 'server.added' ? undefined : keyAt(before, (server) => isSamePlace(server.origin, change.base));
      if (gone !== undefined) before.servers.delete(gone);
      const come =
        kind === 'server.removed' ? undefined : keyAt(after, (server) => isSamePlace(server.origin, change.revision));
      const entry = come === undefined ? undefined : after.servers.get(come);
      if (come !== undefined && entry !== undefined) before.servers.set(come, entry);
      if (kind === 'server.url.changed' && before.first === gone) before.first = come;
    }
  }
  joinServers(told, revision, before, after);
  for (const change of told.of('server.default.changed', revision)) {
    told.need(change);
    before.first = identityOf(change.after);
  }
  // A document without servers is reached where it was found: that says nothing, and nothing can come in its place or go from it.
  if (stated[0] === false) removeUnstated(before, base);
  if (stated[1] === false) removeUnstated(after, revision);
  if (stated.includes(false)) before.first = after.first;
  // That the first server went, or came, is told by that.
  if (!before.servers.has(before.first ?? '') || !reachOf(base, left).servers.has(after.first ?? ''))
    before.first = after.first;
  forgetUndeclared(before, after);
  for (const [name, entry] of before.servers) {
    const other = after.servers.get(name);
    if (other !== undefined) before.servers.set(name, withValues(told, revision, entry, other.server));
  }
  const [result, whole] = [reachPart(before), reachPart(after)];
  for (const [name, entry] of before.servers) {
    const other = after.servers.get(name);
    // Servers whose addresses others have as well are not told one by one.
    if (other === undefined) continue;
    put(whole, `server ${name}`, serverPart(other.server));
    put(result, `server ${name}`, serverAfter(told, revision, entry.server, other.server));
  }
  return [`servers of ${revision.method} ${revision.path}${isMoved ? ' (moved)' : ''}`, result, whole];
}

function removeUnstated({ servers }: Reach, { servers: own }: Operation): void {
  for (const [key, { server }] of [...servers]) if (own.includes(server)) servers.delete(key);
}

/** A variable that is used and not declared has no value to compare, in a document that is not valid. */
function forgetUndeclared(base: Reach, revision: Reach): void {
  const isWhole = (server: Server): boolean => variablesIn(server).every((name) => server.variables.has(name));
  for (const [key, left] of base.servers) {
    const right = revision.servers.get(key);
    if (right === undefined || (isWhole(left.server) && isWhole(right.server))) continue;
    for (const [reach, entry] of [
      [base, left],
      [revision, right],
    ] as const) {
      reach.servers.set(key, { ...entry, server: { ...entry.server, variables: new Map() } });
    }
  }
}

function keyAt(reach: Reach, isMeant: (server: Server) => boolean): string | undefined {
  return [...reach.servers].find(([, { server }]) => isMeant(server))?.[0];
}

function serverAfter(told: Told, operation: Operation, base: Server, revision: Server): Part {
  const part = serverPart(base);
  for (const change of told.of('server.renamed', operation)) {
    if (!isSamePlace(change.base, base.origin.at('name'))) continue;
    told.need(change);
    say(part, 'name', change.after);
  }
  const names = variablesIn(revision);
  for (const change of told.of('server.variable.default.changed', operation)) {
    if (change.url !== revision.url || !part.facts.has(`default ${names.indexOf(change.variable)}`)) continue;
    told.need(change);
    say(part, `default ${names.indexOf(change.variable)}`, change.after);
  }
  return part;
}

/** The server with the values that its variables are told to take. */
function withValues(told: Told, operation: Operation, entry: Entry, revision: Server): Entry {
  const variables = new Map(entry.server.variables);
  for (const change of told.of('server.variable.enum.changed', operation)) {
    const name = variablesIn(entry.server)[variablesIn(revision).indexOf(change.variable)];
    if (change.url !== revision.url || name === undefined) continue;
    told.need(change);
    variables.set(name, { default: variables.get(name)?.default ?? '', enum: change.after ?? [] });
  }
  return { ...entry, server: { ...entry.server, variables } };
}

function variablesIn({ url }: Server): readonly string[] {
  return [...url.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}

/** What the path of one side has before the path of the other, which its server has there. */
function prefixesOf(base: Operation, revision: Operation): readonly [string, string] {
  const [left, right] = [pathIdentity(base.path), pathIdentity(revision.path)];
  if (left.length > right.length) return [left.slice(0, left.length - right.length), ''];
  return ['', right.slice(0, right.length - left.length)];
}
