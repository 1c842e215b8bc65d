import { isJson } from './media-type.js';
import type { Encoding } from './operation.js';
import { own } from './own.js';
import { expand, scalar } from './style.js';

type Rules = Readonly<Record<string, Encoding>>;

/** `body` as `application/x-www-form-urlencoded`; arrays repeat the name and objects are JSON unless `rules` say otherwise. */
export function encodeForm(body: unknown, rules?: Rules): string {
  const parts = Object.entries(Object(body)).map(([name, value]) => {
    const { style = 'form', explode = style === 'form' } = own(rules, name) ?? {};
    if (value == null) return '';
    const plain = !own(rules, name)?.style && !Array.isArray(value);
    return expand(name, plain ? scalar(value) : value, style, explode, encodeURIComponent);
  });
  return parts.filter(Boolean).join('&');
}

/** `body` as a multipart form: a part for each property, for arrays one for each item. */
export function encodeMultipart(body: unknown, rules?: Rules): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(Object(body))) {
    // A part that is not a file has no content type of its own unless the document asks for one.
    const type = own(rules, name)?.contentType?.split(',')[0];
    for (const item of Array.isArray(value) && !(type && isJson(type)) ? value : [value]) {
      if (item == null) continue;
      const binary = item instanceof ArrayBuffer || ArrayBuffer.isView(item);
      if (item instanceof Blob) form.append(name, item);
      else if (binary || type)
        form.append(name, new Blob([binary ? (item as BlobPart) : scalar(item)], type ? { type } : {}));
      else form.append(name, scalar(item));
    }
  }
  return form;
}
