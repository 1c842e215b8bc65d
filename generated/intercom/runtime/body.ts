import { encodeForm, encodeMultipart } from './form.js';
import { isJson } from './media-type.js';
import { nameOf, type Operation } from './operation.js';
import { scalar } from './style.js';

/** A body that the platform sends as it is. */
type Native =
  | FormData
  | URLSearchParams
  | Blob
  | ArrayBuffer
  | ArrayBufferView<ArrayBuffer>
  | ReadableStream<Uint8Array>;

function isNative(body: unknown): body is Native {
  return (
    ArrayBuffer.isView(body) ||
    [FormData, URLSearchParams, Blob, ArrayBuffer, ReadableStream].some((type) => body instanceof type)
  );
}

/** The body as it is sent, with its content type unless the platform states it. Throws a TypeError if it cannot be encoded. */
export function encodeBody(operation: Operation, body: unknown): readonly [body: BodyInit | null, type?: string] {
  const { body: type, encoding } = operation;
  if (type === undefined || body === undefined) return [null];
  if (isNative(body)) {
    if (body instanceof FormData || body instanceof URLSearchParams) return [body];
    const stated = body instanceof Blob ? body.type : '';
    return [body, type.includes('*') ? stated || 'application/octet-stream' : type];
  }
  try {
    if (isJson(type)) return [JSON.stringify(body), type];
    if (type.startsWith('multipart/form-data')) return [encodeMultipart(body, encoding)];
    if (type.startsWith('application/x-www-form-urlencoded')) {
      return [typeof body === 'string' ? body : encodeForm(body, encoding), type];
    }
  } catch (cause) {
    throw new TypeError(`${nameOf(operation)}: the body cannot be encoded as ${type}.`, { cause });
  }
  if (typeof body === 'object') {
    throw new TypeError(`${nameOf(operation)}: a ${type} body must be text, bytes, a Blob or a stream.`);
  }
  return [scalar(body), type];
}
