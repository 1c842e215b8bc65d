import type { Schema } from '../../../openapi/model/schema.js';
import type { Inclusion } from './inclusion.js';
export async function secondOpinion(
  list: readonly { left: readonly Schema[]; right: readonly Schema[] }[],
): Promise<readonly Inclusion[]> {
  return list.map(() => ({ kind: 'undecided', reason: 'not there yet' }));
}
