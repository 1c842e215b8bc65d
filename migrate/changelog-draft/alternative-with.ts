import { isSchemaChange } from '../../diff/change.js';
import { propertyOf } from './describe.js';
import { declared, together } from './example-book.js';
import type { Group } from './told.js';

/** The alternative of the new schema that still has the properties that went, by its name; `undefined` where none has them all. */
export function alternativeWith(group: Group): string | undefined {
  const [{ change, finding }] = group;
  if (finding.rule !== 'property-removed' || change === undefined || !isSchemaChange(change)) return undefined;
  const names = group.map((one) => propertyOf(one.finding.where)?.name);
  const branches = together(change.schemas.stated.revision).flatMap(({ oneOf, anyOf }) => [...oneOf, ...anyOf]);
  for (const branch of branches) {
    const name = branch.ref?.target.origin.key ?? branch.title;
    if (name === undefined) continue;
    if (names.every((one) => one !== undefined && declared([branch], one).length > 0)) return name;
  }
  return undefined;
}
