import type { Origin } from '../../source/origin.js';
import type { Parameter } from '../operation.js';
import type { DocumentReader } from './document-reader.js';
import type { Inherited } from './inherited.js';
import { schemaOf } from './schema-draft.js';

/** Those of a template without names. */
export const NO_NAMES: ReadonlySet<string> = new Set();

const NONE: readonly string[] = [];

/** The names in braces of a path template, in order. */
export function templateNames(path: string): readonly string[] {
  // Most paths have few names or none, and many operations ask.
  if (!path.includes('{')) return NONE;
  return path.match(/\{[^{}]*\}/g)?.map((name) => name.slice(1, -1)) ?? NONE;
}

/**
 * Holds the template of a path and the declared parameters together. A template variable that is declared with another location
 * is taken as a path parameter, and an undeclared one as required text: a request cannot be made without it, so there is
 * nothing else the document could mean.
 */
export function bindPathParameters(
  reader: DocumentReader,
  { kind, path, names }: Pick<Inherited, 'kind' | 'path' | 'names'>,
  parameters: readonly Parameter[],
  origin: Origin,
): readonly Parameter[] {
  if (kind !== 'operation') return parameters;
  const bound = parameters.map((parameter) => {
    const isMeant =
      parameter.in !== 'path' &&
      names.has(parameter.name) &&
      !parameters.some((other) => other.in === 'path' && other.name === parameter.name);
    if (!isMeant) return parameter;
    const message = `"${parameter.name}" stands in the path but is declared "in: ${parameter.in}"; it is read as a path parameter.`;
    reader.context.warn('path-parameter-location', parameter.origin.at('in'), message);
    return { ...parameter, in: 'path', required: true, style: 'simple', explode: false } satisfies Parameter;
  });
  for (const parameter of bound) {
    if (parameter.in === 'path' && !names.has(parameter.name)) {
      const message = `The path "${path}" has no "{${parameter.name}}" for this parameter.`;
      reader.context.warn('path-parameter-unused', parameter.origin, message);
    }
  }
  for (const name of names) {
    if (bound.some((parameter) => parameter.in === 'path' && parameter.name === name)) continue;
    const message = `"{${name}}" in the path "${path}" is not declared as a parameter; it is read as required text.`;
    reader.context.warn('path-parameter-undeclared', origin, message, true);
    bound.push(undeclared(reader, name, origin));
  }
  return bound;
}

function undeclared(reader: DocumentReader, name: string, origin: Origin): Parameter {
  const schema = reader.schemas.draft({ type: 'string' }, origin);
  schema.types = ['string'];
  return {
    kind: 'parameter',
    origin,
    name,
    in: 'path',
    required: true,
    deprecated: false,
    allowEmptyValue: false,
    style: 'simple',
    explode: false,
    allowReserved: false,
    schema: schemaOf(schema),
    examples: [],
    extensions: new Map(),
  };
}
