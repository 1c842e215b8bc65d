import type { Operation, Parameter } from './operation.js';

/**
 * What makes two elements of two documents the same element: never their position, never a name that callers do not see.
 */

/** A path with its parameter names erased: `/a/{x}` and `/a/{y}` are one path. */
export function pathIdentity(path: string): string {
  return path.includes('{') ? path.replace(/\{[^{}]*\}/g, '{}') : path;
}

export function operationIdentity(operation: Pick<Operation, 'kind' | 'method' | 'path'>): string {
  const path = operation.kind === 'operation' ? pathIdentity(operation.path) : operation.path;
  return `${operation.method} ${path}`;
}

/** The slot of each path parameter, counted along the template: a renamed path parameter keeps its slot. */
export function pathSlots(path: string): ReadonlyMap<string, number> {
  const slots = new Map<string, number>();
  for (const match of path.matchAll(/\{([^{}]*)\}/g)) {
    const name = match[1] ?? '';
    if (!slots.has(name)) slots.set(name, slots.size);
  }
  return slots;
}

/** Location and name, where a header ignores case; a path parameter is its slot in the template. */
export function parameterIdentity(
  parameter: Pick<Parameter, 'in' | 'name'>,
  slots: ReadonlyMap<string, number>,
): string {
  if (parameter.in === 'path') return `path ${slots.get(parameter.name) ?? `"${parameter.name}"`}`;
  return `${parameter.in} ${parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name}`;
}

/** A media type that is written as it is known, which nearly every one is. */
const PLAIN_MEDIA_TYPE = /^[a-z\d.+*/-]*$/;

/** Type and subtype in lower case, parameters in lower-case order without spaces. */
export function mediaTypeIdentity(mediaType: string): string {
  if (PLAIN_MEDIA_TYPE.test(mediaType)) return mediaType;
  const [essence = '', ...parameters] = mediaType.split(';').map((part) => part.trim());
  const sorted = parameters
    .filter((parameter) => parameter !== '')
    .map((parameter) => {
      const [name = '', value = ''] = parameter.split('=', 2);
      return `${name.trim().toLowerCase()}=${value.trim().replace(/^"(.*)"$/, '$1')}`;
    })
    .sort();
  return [essence.toLowerCase(), ...sorted].join(';');
}
