import type { Operation } from '../openapi/model/operation.js';
import type { Origin } from '../openapi/source/origin.js';
import type { Usage } from './change.js';

/**
 * The group a finding belongs to: the tag most of its operations have, else the first word of their path, else the component.
 * Of tags that are equally frequent the first in the alphabet counts.
 */
export function resourceOf(usages: readonly Usage[], origin: Origin): string {
  const counts = new Map<string, number>();
  for (const { operation } of usages) {
    const name = groupOf(operation);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  let best: string | undefined;
  for (const [name, count] of counts) {
    const bestCount = best === undefined ? 0 : (counts.get(best) ?? 0);
    if (count > bestCount || (count === bestCount && best !== undefined && name < best)) best = name;
  }
  if (best !== undefined) return best;
  const [section, kind, name] = origin.segments;
  return section === 'components' && kind !== undefined && name !== undefined
    ? 'Components without operations'
    : 'Document';
}

const groups = new WeakMap<Operation, string>();

function groupOf(operation: Operation): string {
  let group = groups.get(operation);
  if (group === undefined) {
    group = operation.tags[0] ?? firstWord(operation.path);
    groups.set(operation, group);
  }
  return group;
}

function firstWord(path: string): string {
  return path.split('/').find((segment) => segment !== '' && !segment.startsWith('{')) ?? 'root';
}
