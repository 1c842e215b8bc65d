import { ApiError, ResponseError } from './errors.js';
import { isJson, isStream, isText } from './media-type.js';
import { nameOf, type Operation } from './operation.js';

/**
 * The data of a response: parsed JSON, text, a Blob, or for sequences such as server-sent events the unread stream;
 * undefined if it has no content. Throws an ApiError outside 2xx and a ResponseError for what was not declared.
 */
export async function readResponse(operation: Operation, response: Response): Promise<unknown> {
  const where = nameOf(operation);
  const { status } = response;
  let type = essence(response.headers.get('content-type') ?? '');
  if (!response.ok && status !== 304) {
    const text = await response.text();
    throw new ApiError(where, response, parseError(text, type));
  }
  if (operation.method === 'HEAD' || [204, 205, 304].includes(status)) return undefined;

  const expected = operation.accept ?? 'application/json';
  const ranges = expected.split(',').map(essence);
  if (!ranges.some((range) => range === type || range === '*/*' || range === type.replace(/[^/]*$/, '*'))) {
    // Servers that do not know send no type or octet-stream; JSON under a wrong type shows itself by parsing.
    if (/^$|octet-stream$/.test(type)) type = ranges[0] ?? '';
    else type = isJson(expected) ? 'application/json' : 'text/unexpected';
  }
  if (isStream(type)) return response.body;
  const empty = operation.empty || ranges.includes('*/*');
  if (!isJson(type) && !isText(type)) {
    const blob = await response.blob();
    return blob.size || !empty ? blob : undefined;
  }
  const text = await response.text();
  if (!text && empty) return undefined;
  let cause: unknown;
  try {
    if (isJson(type)) return JSON.parse(text);
    if (type !== 'text/unexpected') return text;
  } catch (error) {
    cause = error;
  }
  throw new ResponseError(where, response, expected, text, cause);
}

function essence(type: string): string {
  return type.replace(/;.*/, '').trim().toLowerCase();
}

function parseError(text: string, type: string): unknown {
  try {
    return type && !isJson(type) ? text || undefined : JSON.parse(text);
  } catch {
    return text || undefined;
  }
}
