import { isJson } from './media-type.js';
import type { Encode } from './operation.js';
import { own } from './own.js';
import { scalar } from './style.js';

/** Writes a multipart form: a part for each property, for arrays one for each item; a FormData is sent as it is. */
export const encodeMultipart: Encode = (body, { encoding }) => {
  if (body instanceof FormData) return [body];
  const form = new FormData();
  for (const [name, value] of Object.entries(Object(body))) {
    // A part that is not a file has no content type of its own unless the document asks for one.
    const type = own(encoding, name)?.contentType?.split(',')[0];
    for (const item of Array.isArray(value) && !(type && isJson(type)) ? value : [value]) {
      if (item == null) continue;
      const binary = item instanceof ArrayBuffer || ArrayBuffer.isView(item);
      if (item instanceof Blob) form.append(name, item);
      else if (binary || type)
        form.append(name, new Blob([binary ? (item as BlobPart) : scalar(item)], type ? { type } : {}));
      else form.append(name, scalar(item));
    }
  }
  return [form];
};
