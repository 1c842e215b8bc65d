import type { HeaderOwner } from '../element-change.js';
import { quote } from './values.js';

/** What carries a header, for a message: `the response "200"`. */
export function ownerOf({ status, part }: HeaderOwner): string {
  return part === undefined ? `the response ${quote(status ?? 'default')}` : `the part ${quote(part)}`;
}
