import { operationIdentity, pathIdentity } from '../../openapi/model/identity.js';
import type { Operation } from '../../openapi/model/operation.js';
import { type Pairs, pairBy } from './pair-by.js';
import { basePath } from './server-url.js';

/** The most segments of a path that are looked for in the addresses of servers. */
const MOST_SEGMENTS = 8;

/**
 * Pairs operations by method and path. What is left is paired by where a request goes: `/v1/pets` at one server is `/pets` at
 * a server that ends in `/v1`.
 */
export function pairOperations(base: readonly Operation[], revision: readonly Operation[]): Pairs<Operation> {
  const pairs = pairBy(base, revision, operationIdentity);
  if (pairs.added.length === 0) return pairs;
  const added = new Map<string, Operation>();
  const ends = new Set(pairs.added.flatMap(endsOf));
  const wholes = new Set(pairs.added.map(operationIdentity));
  const tails = new Set(pairs.added.map(tailOf));
  for (const operation of pairs.added)
    for (const target of targetsOf(operation)) if (!added.has(target)) added.set(target, operation);
  const both: (readonly [Operation, Operation])[] = [];
  const removed: Operation[] = [];
  const moved = new Set<Operation>();
  const left = new Set<Operation>();
  const movedTo = (operation: Operation): Operation | undefined => {
    // Comparing paths costs less than reading an operation, and paths with one end have one last segment.
    if (!tails.has(tailOf(operation))) return undefined;
    if (!ends.has(operationIdentity(operation)) && !endsOf(operation).some((end) => wholes.has(end))) return undefined;
    const found = targetsOf(operation)
      .map((target) => added.get(target))
      .find((other) => other !== undefined && !moved.has(other));
    return found !== undefined && prefixes(operation.path, found.path) !== undefined ? found : undefined;
  };
  for (const [before, after] of pairs.both) {
    // A path of the same text at another server is another operation when the request to the former goes elsewhere now.
    const other = movedTo(before);
    if (other === undefined || isSharedTarget(before, after)) {
      both.push([before, after]);
    } else {
      both.push([before, other]);
      moved.add(other);
      left.add(after);
    }
  }
  for (const before of pairs.removed) {
    const other = movedTo(before);
    if (other === undefined) {
      removed.push(before);
    } else {
      both.push([before, other]);
      moved.add(other);
    }
  }
  return { both, removed, added: [...pairs.added.filter((operation) => !moved.has(operation)), ...left] };
}

/** The last segment of a path. */
function tailOf({ path }: Operation): string {
  const tail = path.slice(path.lastIndexOf('/'));
  if (!tail.includes('}')) return tail;
  const identity = pathIdentity(path);
  return identity.slice(identity.lastIndexOf('/'));
}

/** Method and path without its first segments. */
function endsOf({ method, path }: Operation): readonly string[] {
  const ends: string[] = [];
  let rest = pathIdentity(path);
  for (let count = 0; count < MOST_SEGMENTS; count++) {
    const next = rest.indexOf('/', 1);
    if (next < 0) break;
    rest = rest.slice(next);
    ends.push(`${method} ${rest}`);
  }
  return ends;
}

/** Method and path of a request, the path of the server included. */
function targetsOf({ method, path, servers }: Operation): readonly string[] {
  return [...new Set(servers.map((server) => `${method} ${basePath(server)}${pathIdentity(path)}`))];
}

function isSharedTarget(base: Operation, revision: Operation): boolean {
  const targets = targetsOf(revision);
  return targetsOf(base).some((target) => targets.includes(target));
}

/**
 * What each of two paths has before the part that they share: one of the two is empty. `undefined` where neither path ends as
 * the other does, or where what stands before it is not the same for every request.
 */
export function prefixes(base: string, revision: string): readonly [string, string] | undefined {
  const [left, right] = [pathIdentity(base), pathIdentity(revision)];
  if (left === right) return ['', ''];
  const prefix = left.endsWith(right)
    ? left.slice(0, left.length - right.length)
    : right.endsWith(left)
      ? right.slice(0, right.length - left.length)
      : '{}';
  if (prefix.includes('{')) return undefined;
  return left.length > right.length ? [prefix, ''] : ['', prefix];
}
