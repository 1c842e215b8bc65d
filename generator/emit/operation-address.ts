import type { Operation } from '../../openapi/model/operation.js';
import type { ParameterPlan } from './parameter-plan.js';

/** What the literal text of a path may hold to be sent as it stands. */
const LITERAL = /^\/(?:[\w\-.~!$&'()*+,;=:@/]|\{[^{}]*\})*$/;

/**
 * The method and the path, for an operation whose parameters are all plain with the names of its query parameters:
 * `GET /contacts/{id}{?page,per_page}`. Others describe every parameter.
 */
export function addressOf(
  operation: Operation,
  parameters: readonly ParameterPlan[],
): { readonly address: string; readonly isPlain: boolean } {
  const { method, path } = operation;
  const isPlain = isPlainPath(path) && parameters.every(isPlainParameter);
  const names = parameters.filter(({ sent }) => isPlain && sent.in === 'query').map(({ sent }) => sent.name);
  return { address: `${method} ${path}${names.length === 0 ? '' : `{?${names.join(',')}}`}`, isPlain };
}

function isPlainPath(path: string): boolean {
  const segments = path.replace(/\{[^{}]*\}/g, 'x').split('/');
  const names = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  if (names.some((name) => !/^[^{},? \t][^{}, \t]*$/.test(name))) return false;
  return LITERAL.test(path) && !segments.some((segment) => /^\.\.?$/.test(segment));
}

function isPlainParameter({ key, shape, sent }: ParameterPlan): boolean {
  const { name, in: place, style, explode, allowReserved, content } = sent;
  if (key !== name) return false;
  if ([style, explode, allowReserved, content].some((each) => each !== undefined)) return false;
  if (place === 'path') return shape === 'scalar' && /^[^{},?][^{},]*$/.test(name);
  return place === 'query' && shape !== 'other' && /^[\w.~-]+$/.test(name);
}
