import { accepts, essence, JSON_TYPE } from './media-type.js';
import type { Operation } from './operation.js';
import type { Fail } from './read-answer.js';

/**
 * The media type of an answer, empty where the server does not know it. Fails if the operation does not declare it, as for
 * the page of a proxy.
 */
export async function expectType(response: Response, operation: Operation, fail: Fail): Promise<string> {
  const { accept = JSON_TYPE } = operation;
  const type = essence(response.headers.get('content-type') ?? '').replace(/^application\/octet-stream$/, '');
  if (!type || accepts(accept, type)) return type;
  const text = await response.text();
  return fail(text, text);
}
