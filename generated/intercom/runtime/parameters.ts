import { addCookies } from './cookies.js';
import { formPairs } from './form.js';
import { setHeader } from './headers.js';
import { isJson } from './media-type.js';
import type { Operation, Parameter } from './operation.js';
import { own } from './own.js';
import type { Params, Place } from './place.js';
import { refuse } from './refuse.js';
import { refuseValue } from './refuse-value.js';
import { type Encode, expand, scalar } from './style.js';

const triplets = (text: string): string => text.replace(/%25(?=[\da-f]{2})/gi, '%');
// Reserved characters stay, but for those that would end the value or be read as a space.
const reserved = (text: string): string => triplets(encodeURI(text)).replace(/[#&+]/g, encodeURIComponent);
const octets = (text: string): string => text.replace(/[^!#-+\--:<-[\]-~]/gu, encodeURIComponent);

const ascii = (json: string): string =>
  json.replace(/[^\0-~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Places every parameter in any style. Throws a TypeError that names the parameter if a value cannot be sent. */
export const placeParameters: Place = (operation, params, query, headers, options) => {
  const given = Object.entries(options.headers ?? {}).filter(([, value]) => value !== undefined);
  const stated = new Set(given.map(([name]) => name.toLowerCase()));
  const [path, fixed] = fillPath(operation, params);
  if (fixed) query.push(fixed);
  const cookies: string[] = [];
  for (const parameter of operation.parameters ?? []) {
    const { name, in: place } = parameter;
    const text = place === 'path' ? '' : write(parameter, own(params, parameter.key));
    if (!text) continue;
    if (place === 'cookie') cookies.push(text);
    else if (place !== 'header') query.push(text);
    // OpenAPI 3.2, section 4.12.2.2: the body, the answers and the security schemes state these.
    else if (!/^(content-type|accept|authorization)$/i.test(name) && !stated.has(name.toLowerCase()))
      setHeader(operation, headers, name, text);
  }
  addCookies(operation, headers, ...cookies);
  return path;
};

/** The path with its values, and the fixed query of the template if it has one. */
function fillPath(operation: Operation, params: Params): readonly [string, string?] {
  const { name: where, path: template, parameters = [] } = operation;
  const [before = '', ...after] = template.split('?');
  const filled = before.split(/\{([^{}]*)\}/).map((part, index) => {
    if (index % 2 === 0) return literal(part);
    // An address writes a space as %20.
    const parameter = parameters.find(
      ({ name, in: place }) => place === 'path' && name.replaceAll(' ', '%20') === part,
    );
    const value = parameter && own(params, parameter.key);
    const text = parameter ? write(parameter, value) : '';
    // A dot segment or an empty one would address another resource.
    if ([text, scalar(value)].some((segment) => /^\.{0,2}$/.test(segment)))
      refuseValue(operation, parameter?.name ?? part);
    return text;
  });
  const path = filled.join('').replace(/^(?!\/)/, '/');
  // What the URL parser would change is a dot segment or the like: it would leave the base URL.
  if (new URL(`http://a/b${path}`).pathname !== `/b${path}`) refuse(`${where}: the path leaves the base URL.`);
  return [path, literal(after.join('?'))];
}

/** Literal text is the document's: it is sent as it stands and must not end the path. */
function literal(text: string): string {
  return triplets(encodeURI(text.replace(/\p{Cs}/gu, '\ufffd'))).replace(/#/g, '%23');
}

function write(parameter: Parameter, value: unknown): string {
  const { name, in: place, allowReserved, content = '' } = parameter;
  const { style = place === 'path' || place === 'header' ? 'simple' : 'form' } = parameter;
  const { explode = /form|cookie/.test(style) } = parameter;
  if (value == null) return '';
  let encode: Encode = encodeURIComponent;
  // OpenAPI 3.2, appendix D: headers are not percent-encoded. JSON has a way of its own to be ASCII, as they have to.
  if (place === 'header') encode = isJson(content) ? ascii : (text) => text;
  else if (style === 'cookie') encode = octets;
  else if (allowReserved && place === 'query') encode = reserved;
  try {
    const written = isJson(content) ? JSON.stringify(value) : value;
    if (place === 'querystring') return isJson(content) ? encode(scalar(written)) : formPairs(value);
    return expand(name, written, place === 'cookie' ? 'cookie' : style, explode, encode);
  } catch (cause) {
    throw new TypeError(`The ${place} parameter "${name}" cannot be encoded.`, { cause });
  }
}
