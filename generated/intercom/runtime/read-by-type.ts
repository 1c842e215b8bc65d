import { ResponseError } from './errors.js';
import { readEvents } from './events.js';
import { readLines } from './lines.js';
import { accepts, essence, isJson, isLines, isText, JSON_TYPE } from './media-type.js';
import type { Operation } from './operation.js';
import type { Read } from './read-answer.js';
import { readBlob, readText } from './read-native.js';

/** Reads an answer as its content type says: JSON, events, lines of JSON, text, or else a Blob. */
export const readByType: Read = (response, operation, signal) => {
  const { accept = JSON_TYPE } = operation;
  const stated = essence(response.headers.get('content-type') ?? '').replace(/^application\/octet-stream$/, '');
  const type = stated || essence(accept.split(',')[0] ?? '');
  // JSON under a wrong type shows itself by parsing.
  if (isJson(type) || (isJson(accept) && !accepts(accept, type))) return parse(response, operation);
  if (type === 'text/event-stream') return readEvents(response, operation, signal);
  if (isLines(type)) return readLines(response, operation, signal);
  return isText(type) ? readText(response, operation) : readBlob(response, operation);
};

async function parse(response: Response, operation: Operation): Promise<unknown> {
  const text = await response.text();
  if (!text && operation.empty) return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ResponseError(operation, response, text, text, cause);
  }
}
