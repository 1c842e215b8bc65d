import { pathIdentity } from '../../openapi/model/identity.js';
import type { Operation } from '../../openapi/model/operation.js';

/** An operation as claims name it: `GET /contacts/{}`, `WEBHOOK contact.created`, `CALLBACK {$request.body#/url}`. */
export interface OperationReference {
  /** As it was written. */
  readonly text: string;
  /** Equal for all spellings of one operation: names of path parameters do not matter. */
  readonly identity: string;
}

/** Reads the name of an operation; `undefined` for what is none. */
export function parseOperation(text: string): OperationReference | undefined {
  const match = /^(\S+) +(\S.*)$/.exec(text.trim());
  const [, method = '', target = ''] = match ?? [];
  if (method === 'WEBHOOK' || method === 'CALLBACK') return { text, identity: `${method} ${target}` };
  if (method === '' || !target.startsWith('/') || method !== method.toUpperCase()) return undefined;
  return { text, identity: `${method} ${pathIdentity(target)}` };
}

/** What claims call an operation. The method of a webhook or callback says nothing to whoever receives it. */
export function referenceIdentity({ kind, method, path }: Pick<Operation, 'kind' | 'method' | 'path'>): string {
  if (kind === 'operation') return `${method} ${pathIdentity(path)}`;
  return `${kind === 'webhook' ? 'WEBHOOK' : 'CALLBACK'} ${path}`;
}
