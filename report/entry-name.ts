import type { AcceptedTarget } from '../diff/gate/acceptance.js';

/** What an entry names, in words; not encoded. */
export function entryName(target: AcceptedTarget): string {
  switch (target.kind) {
    case 'fingerprint':
      return `fingerprint ${target.fingerprint}`;
    case 'place':
      return `${target.rule} at ${target.pointer}${target.operation === null ? '' : ` in ${target.operation}`}`;
    case 'element':
      return `${target.rule} at ${target.pointer} and inside`;
  }
}
