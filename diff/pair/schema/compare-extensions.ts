import type { Json } from '../../../openapi/source/json.js';
import { canonical } from '../../../openapi/source/stringify.js';
import { extensionChanges, extensionDetail } from '../../extensions/extension-changes.js';
import type { View } from '../../schema/view.js';
import type { PairFacts } from './pair-facts.js';

/** Compares the extensions that say something about the value. */
export function compareSchemaExtensions(facts: PairFacts): void {
  const { base, revision } = facts;
  const isNullTold = base.conjunction.nullable !== revision.conjunction.nullable;
  for (const change of extensionChanges('schema', ownerOf(base), ownerOf(revision))) {
    // A value that comes to stand for null is told with null.
    if (change.meaning === 'sentinel' && isNullTold) continue;
    facts.note(change, extensionDetail(change));
  }
}

/** The extensions of all schemas that hold together; of several values the first in the order of their text. */
function ownerOf({ conjunction, values }: View): Parameters<typeof extensionChanges>[1] {
  const extensions = new Map<string, Json>();
  for (const member of conjunction.members) {
    for (const [name, value] of member.extensions) {
      const known = extensions.get(name);
      if (known === undefined || canonical(value) < canonical(known)) extensions.set(name, value);
    }
  }
  return { extensions, ...(values === undefined ? {} : { enum: values }) };
}
