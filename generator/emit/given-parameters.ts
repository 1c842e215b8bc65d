import { ignoredHeader } from '../../openapi/model/ignored-header.js';
import type { Operation, Parameter } from '../../openapi/model/operation.js';
import { NameAllocator } from './identifiers.js';
import { RESERVED_MEMBERS } from './reserved.js';

/** A parameter that a caller gives, and the key under which. */
export interface GivenParameter {
  readonly in: Parameter['in'];
  readonly name: string;
  readonly key: string;
  /** Absent for what the path names and the document does not declare. */
  readonly declared?: Parameter;
}

/**
 * The parameters a caller gives, those of the path first. A path parameter keeps its name; others give way to it by their location, as
 * in `query_id`. Headers that the client sends by itself are not given.
 *
 * @param pinned the header that chooses the version
 */
export function givenParameters(operation: Operation, pinned: string | undefined): readonly GivenParameter[] {
  const slots = new Set([...operation.path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? ''));
  const declared = operation.parameters.filter(({ in: place, name }) => {
    if (place === 'path') return slots.has(name);
    return place !== 'header' || (ignoredHeader(name) === undefined && name.toLowerCase() !== pinned?.toLowerCase());
  });
  const inPath = declared.filter(isInPath);
  const undeclared = [...slots].filter((slot) => !inPath.some(({ name }) => name === slot));
  const keys = new NameAllocator([...RESERVED_MEMBERS, 'body']);
  return [
    ...undeclared.map((name): GivenParameter => ({ in: 'path', name, key: allocateKey(keys, 'path', name) })),
    ...[...inPath, ...declared.filter((one) => !isInPath(one))].map((one): GivenParameter => {
      return { in: one.in, name: one.name, key: allocateKey(keys, one.in, one.name), declared: one };
    }),
  ];
}

function allocateKey(keys: NameAllocator, place: Parameter['in'], name: string): string {
  const wanted = name === '' ? `${place}_` : name;
  return keys.allocate(keys.isFree(wanted) ? wanted : `${place}_${name}`);
}

function isInPath({ in: place }: Parameter): boolean {
  return place === 'path';
}
