/** Elements of both sides by identity, and those that stand on one side only, in document order. */
export interface Pairs<Element> {
  readonly both: readonly (readonly [Element, Element])[];
  readonly removed: readonly Element[];
  readonly added: readonly Element[];
}

/** Pairs elements by what they are. Of several with one identity on a side, the first counts. */
export function pairBy<Element>(
  base: Iterable<Element>,
  revision: Iterable<Element>,
  identityOfBase: (element: Element) => string,
  identityOfRevision: (element: Element) => string = identityOfBase,
): Pairs<Element> {
  const left = byIdentity(base, identityOfBase);
  const right = byIdentity(revision, identityOfRevision);
  const both: (readonly [Element, Element])[] = [];
  const removed: Element[] = [];
  left.forEach((element, identity) => {
    const other = right.get(identity);
    if (other === undefined) removed.push(element);
    else both.push([element, other]);
  });
  const added: Element[] = [];
  // Where each has found its partner there is nothing to look for.
  if (both.length < right.size) {
    for (const [identity, element] of right) if (!left.has(identity)) added.push(element);
  }
  return { both, removed, added };
}

function byIdentity<Element>(
  elements: Iterable<Element>,
  identity: (element: Element) => string,
): Map<string, Element> {
  const map = new Map<string, Element>();
  for (const element of elements) {
    const key = identity(element);
    if (!map.has(key)) map.set(key, element);
  }
  return map;
}
