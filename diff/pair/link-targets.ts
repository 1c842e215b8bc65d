import type { ApiDocument } from '../../openapi/model/document.js';
import { operationIdentity } from '../../openapi/model/identity.js';
import type { Link } from '../../openapi/model/operation.js';
import { parsePointer } from '../../openapi/source/pointer.js';

/** The operation that a link leads to, the same text for each way to name it; `undefined` for one that is not found. */
export type LinkTargets = (link: Pick<Link, 'operationId' | 'operationRef'>) => string | undefined;

/** Follows the links of a document to its operations (Link Object: `operationId` and `operationRef` say the same). */
export function linkTargets({ operations }: Pick<ApiDocument, 'operations'>): LinkTargets {
  let targets: ReadonlyMap<string, string> | undefined;
  return ({ operationId, operationRef }) => {
    // Few documents have links.
    targets ??= new Map(
      operations.flatMap((operation) => {
        const identity = operationIdentity(operation);
        const place: [string, string] = [`${operation.method} ${operation.path}`, identity];
        return operation.id === undefined ? [place] : [place, [`#${operation.id}`, identity]];
      }),
    );
    if (operationId !== undefined) return targets.get(`#${operationId}`);
    return operationRef?.startsWith('#') ? targets.get(placeNamed(operationRef)) : undefined;
  };
}

/** The method and path of a pointer such as `#/paths/~1pets/get`. */
function placeNamed(reference: string): string {
  const [paths, path, method, other] = parsePointer(reference.slice(1)) ?? [];
  if (paths !== 'paths' || method === undefined) return '';
  return method === 'additionalOperations' ? `${other} ${path}` : `${method.toUpperCase()} ${path}`;
}
