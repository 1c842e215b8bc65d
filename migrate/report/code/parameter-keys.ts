import { NameAllocator } from '../../../generator/emit/identifiers.js';
import { RESERVED_MEMBERS } from '../../../generator/emit/reserved.js';
import { ignoredHeader } from '../../../openapi/model/ignored-header.js';
import type { Operation, Parameter } from '../../../openapi/model/operation.js';

/**
 * The keys under which callers of a generated client give parameters, by location and name. A path parameter keeps its name; others
 * give way to it by their location. Headers that the client sends by itself have none.
 */
export function parameterKeys(operation: Operation, pinned: string | undefined): ReadonlyMap<string, string> {
  const slots = new Set([...operation.path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? ''));
  const given = operation.parameters.filter(({ in: place, name }) => {
    if (place === 'path') return slots.has(name);
    return place !== 'header' || (ignoredHeader(name) === undefined && name.toLowerCase() !== pinned?.toLowerCase());
  });
  const isInPath = ({ in: place }: Pick<Parameter, 'in'>): boolean => place === 'path';
  const declared = new Set(given.filter(isInPath).map(({ name }) => name));
  const undeclared = [...slots].filter((name) => !declared.has(name)).map((name) => ({ in: 'path' as const, name }));
  const allocator = new NameAllocator([...RESERVED_MEMBERS, 'body']);
  const ordered = [...undeclared, ...given.filter(isInPath), ...given.filter((one) => !isInPath(one))];
  return new Map(
    ordered.map(({ in: place, name }) => {
      const wanted = name === '' ? `${place}_` : name;
      return [`${place} ${name}`, allocator.allocate(allocator.isFree(wanted) ? wanted : `${place}_${name}`)];
    }),
  );
}
