import { readEvents } from './events.js';
import { readLines } from './lines.js';
import { accepts, essence, isJson, isLines, isText, JSON_TYPE } from './media-type.js';
import type { Operation } from './operation.js';
import type { Fail, Read } from './read-answer.js';
import { readBlob, readText } from './read-native.js';

/** Reads an answer as its content type says: JSON, events, lines of JSON, text, or else a Blob. */
export const readByType: Read = (response, operation, signal, fail) => {
  const { accept = JSON_TYPE } = operation;
  const stated = essence(response.headers.get('content-type') ?? '').replace(/^application\/octet-stream$/, '');
  const type = stated || essence(accept.split(',')[0] ?? '');
  // JSON under a wrong type shows itself by parsing.
  if (isJson(type) || (isJson(accept) && !accepts(accept, type))) return parse(response, operation, fail);
  if (type === 'text/event-stream') return readEvents(response, operation, signal, fail);
  if (isLines(type)) return readLines(response, operation, signal, fail);
  return (isText(type) ? readText : readBlob)(response, operation, signal, fail);
};

async function parse(response: Response, operation: Operation, fail: Fail): Promise<unknown> {
  const text = await response.text();
  if (!text && operation.empty) return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    return fail(text, text, cause);
  }
}
