import { essence } from './media-type.js';
import type { Encode } from './operation.js';
import { refuse } from './refuse.js';

/** A body that the platform sends as it is. */
type Native = BufferSource | Blob | ReadableStream<Uint8Array>;

function isNative(body: unknown): body is Native {
  return ArrayBuffer.isView(body) || [Blob, ArrayBuffer, ReadableStream].some((type) => body instanceof type);
}

/** Sends text, bytes, a Blob or a stream as it is; throws a TypeError for an object. */
export const encodeRaw: Encode = (body, { name, body: type = 'application/octet-stream' }) => {
  // A range such as image/* is what the document allows, and no type to send.
  const unstated = typeof body === 'string' ? 'text/plain' : 'application/octet-stream';
  const own = body instanceof Blob && body.type ? body.type : unstated;
  // What a Blob adds to its type, such as the boundary of its parts, belongs to its bytes.
  const sent = type.includes('*') || essence(own) === type ? own : type;
  if (isNative(body)) return [body as BodyInit, sent, body instanceof ReadableStream ? 'half' : undefined];
  if (typeof body === 'object') {
    refuse(`${name}: a ${type} body must be text, bytes, a Blob or a stream.`);
  }
  return [String(body), sent];
};
