import { encodeForm } from './form.js';
import { isJson } from './media-type.js';
import { nameOf, type Operation, type Parameter } from './operation.js';
import { own } from './own.js';
import { type Encode, expand, scalar } from './style.js';

/** Where the values of the parameters go. */
export interface Placed {
  /** The path with its values, then the fixed query of the template if it has one. */
  readonly path: string;
  readonly query: string[];
  readonly cookies: string[];
  readonly headers: readonly (readonly [name: string, value: string])[];
}

type Params = Readonly<Record<string, unknown>>;

const triplets = (text: string): string => text.replace(/%25(?=[\da-f]{2})/gi, '%');
// Reserved characters stay, but for those that would end the value or be read as a space.
const reserved = (text: string): string => triplets(encodeURI(text)).replace(/[#&+]/g, encodeURIComponent);
const octets = (text: string): string => text.replace(/[^!#-+\--:<-[\]-~]/gu, encodeURIComponent);

/** Serialises `params` for `operation`. Throws a TypeError that names the parameter if a value cannot be sent. */
export function placeParameters(operation: Operation, params: Params): Placed {
  const { parameters = [] } = operation;
  const query: string[] = [];
  const cookies: string[] = [];
  const headers: [string, string][] = [];
  for (const parameter of parameters) {
    const { name, in: place } = parameter;
    const text = place === 'path' ? '' : write(parameter, own(params, parameter.key));
    if (!text) continue;
    if (place === 'cookie') cookies.push(text);
    else if (place !== 'header') query.push(text);
    // OpenAPI 3.2, section 4.12.2.2: the body, the answers and the security schemes state these.
    else if (!/^(content-type|accept|authorization)$/i.test(name)) headers.push([name, text]);
  }
  const path = operation.path.split(/\{([^{}]*)\}/).map((part, index) => {
    // Literal text is the document's: it is sent as it stands and must not end the path.
    if (index % 2 === 0) return triplets(encodeURI(part.replace(/\p{Cs}/gu, '\ufffd'))).replace(/#/g, '%23');
    const parameter = parameters.find(({ name, in: place }) => place === 'path' && name === part);
    const value = parameter && own(params, parameter.key);
    const text = parameter ? write(parameter, value) : '';
    // A dot segment or an empty one would address another resource.
    if ([text, scalar(value)].some((segment) => /^\.{0,2}$/.test(segment))) {
      throw new TypeError(`${nameOf(operation)}: the path parameter "${part}" must not be empty, "." or "..".`);
    }
    return text;
  });
  return { path: path.join(''), query, cookies, headers };
}

function write(parameter: Parameter, value: unknown): string {
  const { name, in: place, allowReserved, content = '' } = parameter;
  const { style = place === 'path' || place === 'header' ? 'simple' : 'form' } = parameter;
  const { explode = /form|cookie/.test(style) } = parameter;
  if (value == null) return '';
  let encode: Encode = encodeURIComponent;
  // OpenAPI 3.2, appendix D: headers are not percent-encoded.
  if (place === 'header') encode = (text) => text;
  else if (style === 'cookie') encode = octets;
  else if (allowReserved && place === 'query') encode = reserved;
  try {
    const written = isJson(content) ? JSON.stringify(value) : value;
    if (place === 'querystring') return isJson(content) ? encode(scalar(written)) : encodeForm(value);
    return expand(name, written, place === 'cookie' ? 'cookie' : style, explode, encode);
  } catch (cause) {
    throw new TypeError(`The ${place} parameter "${name}" cannot be encoded.`, { cause });
  }
}
