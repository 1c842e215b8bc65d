import { isJson } from './media-type.js';
import type { Encode, Encoding } from './operation.js';
import { own } from './own.js';
import { expand, scalar } from './style.js';

/**
 * Writes a multipart form: a part for each property, for arrays one for each item, and as its style says where the document
 * gives one; a FormData is sent as it is.
 */
export const encodeMultipart: Encode = (body, { encoding }) => {
  if (body instanceof FormData) return [body];
  const form = new FormData();
  for (const [name, value] of Object.entries(Object(body))) {
    const rule = own(encoding, name) ?? {};
    if (value != null && (rule.style ?? rule.explode) !== undefined && !isFile(value)) {
      for (const [key, text] of styledPairs(name, value, rule)) form.append(key, text);
      continue;
    }
    const types = rule.contentType?.split(',').map((each) => each.trim()) ?? [];
    // A part that is not a file has no content type of its own unless the document asks for one. A range is none to send.
    const type = types.find((each) => !each.includes('*'));
    for (const item of Array.isArray(value) && !(type && isJson(type)) ? value : [value]) {
      if (item == null) continue;
      const binary = item instanceof ArrayBuffer || ArrayBuffer.isView(item);
      // Which of several types the bytes of a file have, only who made it can say.
      if (item instanceof Blob) form.append(name, type && !item.type && types.length === 1 ? typed(item, type) : item);
      else if (binary || type)
        form.append(name, new Blob([binary ? (item as BlobPart) : scalar(item)], type ? { type } : {}));
      else form.append(name, scalar(item));
    }
  }
  return [form];
};

function isFile(value: unknown): boolean {
  return value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}

function typed(file: Blob, type: string): Blob {
  return file instanceof File
    ? new File([file], file.name, { type, lastModified: file.lastModified })
    : file.slice(0, file.size, type);
}

/** What a style makes of a value, as in a query but for the percent signs. */
function styledPairs(
  name: string,
  value: unknown,
  { style = 'form', explode = style === 'form' }: Encoding,
): [string, string][] {
  const pairs = expand(name, value, style, explode, encodeURIComponent).split('&').filter(Boolean);
  return pairs.map((pair) => {
    const [key = '', text = ''] = pair.split('=').map(decodeURIComponent);
    return [key, text];
  });
}
