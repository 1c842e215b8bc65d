import type { Operation } from '../../openapi/model/operation.js';
import type { ParameterPlan } from './parameter-plan.js';

/** What the literal text of a path may hold to be sent as it stands. */
const LITERAL = /^\/(?:[\w\-.~!$&'()*+,;=:@/]|\{[^{}]*\})*$/;

/** Where a call goes, and what puts its parameters there. */
export interface Address {
  /** The method and the path, with the names of the query parameters unless `place` takes descriptions of all. */
  readonly address: string;
  /** The function of the runtime that places the parameters. Absent: they are plain, and the address is all it takes. */
  readonly place?: 'placeObjects' | 'placeParameters';
}

/**
 * The method and the path, for an operation whose parameters are all in the path and the query and written in the usual style
 * with the names of its query parameters: `GET /contacts/{id}{?page,per_page}`. Others describe every parameter.
 */
export function addressOf(operation: Operation, parameters: readonly ParameterPlan[]): Address {
  const { method, path } = operation;
  const isUsual = isPlainPath(path) && parameters.every(isUsualParameter);
  const names = parameters.filter(({ sent }) => isUsual && sent.in === 'query').map(({ sent }) => sent.name);
  const hasObjects = parameters.some(({ shape }) => shape === 'other');
  // The space between method and path is the only one.
  const address = `${method} ${path.replaceAll(' ', '%20')}${names.length === 0 ? '' : `{?${names.join(',')}}`}`;
  if (!isUsual) return { address, place: 'placeParameters' };
  return hasObjects ? { address, place: 'placeObjects' } : { address };
}

function isPlainPath(path: string): boolean {
  const segments = path.replace(/\{[^{}]*\}/g, 'x').split('/');
  const names = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  if (names.some((name) => !/^[^{},? \t][^{}, \t]*$/.test(name) || isInherited(name))) return false;
  return LITERAL.test(path) && !segments.some((segment) => /^\.\.?$/.test(segment));
}

/** Whether every object has a property of this name, such as `constructor`: params that do not state it would seem to. */
function isInherited(name: string): boolean {
  return name in Object.prototype;
}

/** Whether the address can name the parameter. */
function isUsualParameter({ key, shape, sent }: ParameterPlan): boolean {
  const { name, in: place, style, explode, allowReserved, content } = sent;
  if (key !== name || isInherited(name)) return false;
  if ([style, explode, allowReserved, content].some((each) => each !== undefined)) return false;
  if (place === 'path') return shape === 'scalar' && /^[^{},?][^{},]*$/.test(name);
  return place === 'query' && /^[\w.~-]+$/.test(name);
}
