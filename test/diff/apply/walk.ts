import type { ChangeOf, Direction } from '../../../diff/change.js';
import type { ExtensionElement } from '../../../diff/extensions/extension-changes.js';
import type { Operation } from '../../../openapi/model/operation.js';
import type { Origin } from '../../../openapi/source/origin.js';
import type { DocumentContract } from './document-contract.js';
import { ELEMENT_EDITS, type ElementKind } from './element-edits.js';
import type { Part } from './part.js';
import type { SchemaResult } from './schema-result.js';
import { isSamePlace, type Told } from './told.js';

/** One operation on the way to the revision: what is told of it, and the contracts of both sides. */
export interface Walk {
  readonly base: DocumentContract;
  readonly revision: DocumentContract;
  readonly schemas: SchemaResult;
  readonly told: Told;
  /** The operation of the revision, which all usages carry. */
  readonly operation: Operation;
  /** Where what is walked through travels. */
  readonly direction: Direction;
}

interface Placed {
  readonly origin: Origin;
}

/** Edits a part by the changes of some kinds between two elements. */
export function edit(
  walk: Walk,
  part: Part,
  kinds: readonly ElementKind[],
  base: Origin,
  revision: Origin,
  isMeant: (change: ChangeOf<ElementKind>) => boolean = () => true,
): void {
  for (const kind of kinds) {
    for (const change of walk.told.at(kind, walk.operation, base, revision)) {
      if (!isMeant(change)) continue;
      walk.told.need(change);
      editBy(part, change, walk.revision);
    }
  }
}

/** Whether a change is one of an extension of an element, and not of something inside it; other changes are. */
export function isOf(element: ExtensionElement): (change: ChangeOf<ElementKind>) => boolean {
  return (change) => change.kind !== 'extension.changed' || change.element === element;
}

export function editBy<Kind extends ElementKind>(
  part: Part,
  change: { readonly kind: Kind },
  revision: DocumentContract,
): void {
  // The edit of a kind takes changes of that kind; the compiler cannot see that both come from one change.
  const by = ELEMENT_EDITS[change.kind] as (part: Part, change: object, revision: DocumentContract) => void;
  by(part, change, revision);
}

/** Whether an element of the base is told to be gone. */
export function isRemoved(
  walk: Walk,
  kind: ElementKind & `${string}.removed`,
  { origin }: Placed,
  isMeant: (change: ChangeOf<ElementKind>) => boolean = () => true,
): boolean {
  return isTold(
    walk,
    walk.told.of(kind, walk.operation).filter((change) => isSamePlace(change.base, origin) && isMeant(change)),
  );
}

/** Whether an element of the revision is told to be new. */
export function isAdded(
  walk: Walk,
  kind: ElementKind & `${string}.added`,
  { origin }: Placed,
  isMeant: (change: ChangeOf<ElementKind>) => boolean = () => true,
): boolean {
  return isTold(
    walk,
    walk.told.of(kind, walk.operation).filter((change) => isSamePlace(change.revision, origin) && isMeant(change)),
  );
}

function isTold(walk: Walk, changes: readonly ChangeOf<ElementKind>[]): boolean {
  for (const change of changes) walk.told.need(change);
  return changes.length > 0;
}
