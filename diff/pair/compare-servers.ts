import type { ApiDocument } from '../../openapi/model/document.js';
import type { Operation } from '../../openapi/model/operation.js';
import type { Usage } from '../change.js';
import { compareByDefaults, compareServerVariables } from './compare-server-variables.js';
import type { Fact } from './fact.js';
import { pairBy } from './pair-by.js';
import { prefixes } from './pair-operations.js';
import type { Recorder } from './recorder.js';
import { Addresses } from './server-addresses.js';
import { pairByDefaults } from './server-defaults.js';
import { addressesOf, partsOf, type ServerUrl, serverUrl } from './server-url.js';

/** The most pairs of servers that are looked at to find which came for which. */
const MOST_PAIRS = 10_000;

/** Operations of two documents that are reached at the same two lists of servers. */
interface Group {
  readonly base: readonly ServerUrl[];
  readonly revision: readonly ServerUrl[];
  readonly usages: Usage[];
}

/** Compares where operations are reached: the servers of the documents, and those that paths and operations state. */
export function compareServers(
  recorder: Recorder,
  base: ApiDocument,
  revision: ApiDocument,
  operations: readonly (readonly [Operation, Operation])[],
): void {
  const groups = new Map<string, Group>();
  for (const [left, right] of operations) {
    const [before, after] = prefixes(left.path, right.path) ?? ['', ''];
    const isShared = left.serversFrom === 'document' && right.serversFrom === 'document';
    const key = isShared ? `${before} ${after}` : `${groups.size} own`;
    const group = groups.get(key) ?? {
      base: left.servers.map((server) => serverUrl(server, before)),
      revision: right.servers.map((server) => serverUrl(server, after)),
      usages: [],
    };
    group.usages.push({ operation: right, direction: 'request' });
    groups.set(key, group);
  }
  for (const group of groups.values()) {
    compareLists(group, [base, revision], (fact, detail = '') => {
      for (const usage of group.usages) recorder.record(fact, usage, detail);
    });
  }
}

type Tell = (fact: Fact, detail?: string) => void;

function compareLists({ base, revision }: Group, documents: readonly [ApiDocument, ApiDocument], tell: Tell): void {
  const { both, ...alone } = pairBy(base, revision, ({ identity }) => identity);
  const places = { base: listOrigin(base, documents[0]), revision: listOrigin(revision, documents[1]) };
  for (const [before, after] of both) {
    compareNames(before, after, tell);
    compareServerVariables(before.server, after.server, tell);
  }
  const byDefaults =
    isStated(base) && isStated(revision)
      ? pairByDefaults(alone.removed, alone.added, new Addresses(base), new Addresses(revision))
      : [];
  for (const pair of byDefaults) {
    compareNames(pair.before, pair.after, tell);
    compareByDefaults(pair, tell);
  }
  const isAlone = (server: ServerUrl) => !byDefaults.some(({ before, after }) => before === server || after === server);
  // A document without servers is reached where it was found: that says nothing, so nothing can be gone from it.
  const gone = isStated(base) ? uncovered(alone.removed.filter(isAlone), revision) : [];
  const come = isStated(revision) ? uncovered(alone.added.filter(isAlone), base) : [];
  const { changed, removed, added } = pairChanged(gone, come);
  for (const [before, after, part] of changed) {
    const at = { base: before.server.origin, revision: after.server.origin };
    tell({ kind: 'server.url.changed', part, before: before.url, after: after.url, ...at });
  }
  for (const { url, server } of removed) tell({ kind: 'server.removed', url, ...places, base: server.origin });
  for (const { url, server } of added) tell({ kind: 'server.added', url, ...places, revision: server.origin });
  compareFirst(
    base,
    revision,
    [...both, ...byDefaults.map(({ before, after }) => [before, after] as const)],
    places,
    tell,
  );
}

function isStated([first]: readonly ServerUrl[]): boolean {
  return first?.server.origin.parent !== undefined;
}

/** The list itself, or the document where it has none and `/` is meant. */
function listOrigin([first]: readonly ServerUrl[], document: ApiDocument): ApiDocument['origin'] {
  return first?.server.origin.parent ?? document.origin;
}

/** Servers of which some address is none of the other side's. */
function uncovered(servers: readonly ServerUrl[], others: readonly ServerUrl[]): readonly ServerUrl[] {
  if (servers.length === 0) return servers;
  const addresses = new Addresses(others);
  return servers.filter((server) => !addressesOf(server).every((address) => addresses.covers(address)));
}

type Part = 'scheme' | 'host' | 'path';

interface ChangedServers {
  readonly changed: readonly (readonly [ServerUrl, ServerUrl, Part])[];
  readonly removed: readonly ServerUrl[];
  readonly added: readonly ServerUrl[];
}

/** A server that went and one that came are one where they differ in one part and no other server comes near them. */
function pairChanged(removed: readonly ServerUrl[], added: readonly ServerUrl[]): ChangedServers {
  const changed: (readonly [ServerUrl, ServerUrl, Part])[] = [];
  // Among so many, one that looks like another says nothing.
  if (removed.length * added.length > MOST_PAIRS) return { changed, removed, added };
  for (const before of removed) {
    const [after, ...others] = added.filter((candidate) => differingPart(before, candidate) !== undefined);
    if (after === undefined || others.length > 0) continue;
    const part = differingPart(before, after);
    const isAlone = removed.every((other) => other === before || differingPart(other, after) === undefined);
    if (part !== undefined && isAlone) changed.push([before, after, part]);
  }
  return {
    changed,
    removed: removed.filter((server) => !changed.some(([before]) => before === server)),
    added: added.filter((server) => !changed.some(([, after]) => after === server)),
  };
}

/** The only part of the address that differs. */
function differingPart(base: ServerUrl, revision: ServerUrl): Part | undefined {
  const [left, right] = [partsOf(base.identity), partsOf(revision.identity)];
  const differing = (['scheme', 'host', 'path'] as const).filter((part) => left[part] !== right[part]);
  return differing.length === 1 ? differing[0] : undefined;
}

function compareNames(base: ServerUrl, revision: ServerUrl, tell: Tell): void {
  const at = (key: string) => ({ base: base.server.origin.at(key), revision: revision.server.origin.at(key) });
  const [before, after] = [base.server.name, revision.server.name];
  if (before !== after) {
    const names = { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
    tell({ kind: 'server.renamed', url: revision.url, ...names, ...at('name') });
  }
}

/** The first server is the one that tools take where a caller names none. */
function compareFirst(
  [first]: readonly ServerUrl[],
  [second]: readonly ServerUrl[],
  both: readonly (readonly [ServerUrl, ServerUrl])[],
  places: Pick<Fact, 'base' | 'revision'>,
  tell: Tell,
): void {
  if (first === undefined || second === undefined || first.identity === second.identity) return;
  const successor = both.find(([before]) => before.identity === first.identity)?.[1];
  const isThere = both.some(([, after]) => after.identity === second.identity);
  if (successor !== undefined && isThere && successor.identity !== second.identity)
    tell({ kind: 'server.default.changed', before: first.url, after: second.url, ...places });
}
