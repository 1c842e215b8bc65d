import { field, isArray, isObject, type Json, type JsonObject } from '../../source/json.js';
import { isHttpToken } from '../http-token.js';
import { ignoredHeader } from '../ignored-header.js';
import type { Parameter } from '../operation.js';
import type { PlainContent } from './plain-content.js';
import { hasPlainNotes, isAnything, isBoolean, isPlainObject, isText, type Plain } from './plain-fields.js';
import type { PlainReferences } from './plain-references.js';
import { parameterIdentity, STYLES } from './read-parameter.js';
import type { Trail } from './trail.js';

/** What makes one parameter another than the next one. */
export type ParameterName = Pick<Parameter, 'in' | 'name'>;

/** Looks through parameters for what the reader might complain about; errs as {@link SchemaCheck} does. */
export class PlainParameters {
  readonly #references: PlainReferences;
  readonly #trail: Trail;
  readonly #fields: ReadonlyMap<string, Plain>;
  /** A component is looked through where it stands; here it only has to be read without complaint. */
  readonly #componentFields: ReadonlyMap<string, Plain>;
  readonly #components = new Map<JsonObject, ParameterName | undefined>();

  constructor(content: PlainContent, references: PlainReferences, trail: Trail) {
    this.#references = references;
    this.#trail = trail;
    this.#fields = new Map<string, Plain>([
      ['name', isText],
      ['in', isText],
      ['description', isText],
      ['required', isBoolean],
      ['deprecated', isBoolean],
      ['allowEmptyValue', isBoolean],
      ['style', isText],
      ['explode', isBoolean],
      ['allowReserved', isBoolean],
      ['schema', (value) => content.schema('schema', value)],
      ['example', isAnything],
      ['examples', (value) => content.isPlainExamples(value)],
    ]);
    this.#componentFields = new Map([...this.#fields, ['schema', isAnything]]);
  }

  /** What the parameters of an operation are, or `undefined` where one is suspicious. */
  namesOf(parameters: Json): readonly ParameterName[] | undefined {
    if (!isArray(parameters)) return undefined;
    const names: ParameterName[] = [];
    this.#trail.push('parameters');
    for (let index = 0; index < parameters.length; index++) {
      this.#trail.push(index);
      const name = this.#nameOf(parameters[index] ?? null);
      this.#trail.pop();
      if (name === undefined) break;
      names.push(name);
    }
    this.#trail.pop();
    return names.length === parameters.length && areDistinct(names) ? names : undefined;
  }

  #nameOf(parameter: Json): ParameterName | undefined {
    if (!isObject(parameter)) return undefined;
    const reference = field(parameter, '$ref');
    if (reference === undefined) return nameOf(parameter, this.#fields);
    const target = this.#references.target('parameters', reference);
    if (target === undefined || !hasPlainNotes(parameter)) return undefined;
    if (!this.#components.has(target)) this.#components.set(target, nameOf(target, this.#componentFields));
    return this.#components.get(target);
  }
}

function nameOf(parameter: JsonObject, fields: ReadonlyMap<string, Plain>): ParameterName | undefined {
  if (!isPlainObject(parameter, fields) || !isPlainShape(parameter)) return undefined;
  const name = field(parameter, 'name');
  const location = field(parameter, 'in');
  return isText(name) && isPlace(location) ? { in: location, name } : undefined;
}

function isPlainShape(parameter: JsonObject): boolean {
  const location = field(parameter, 'in');
  const name = field(parameter, 'name');
  if (!isText(name) || !isPlace(location)) return false;
  const style = field(parameter, 'style');
  const schema = field(parameter, 'schema');
  if (schema === undefined) return false;
  if (style !== undefined && !STYLES[location].some((known) => known === style)) return false;
  if (style === 'deepObject' && !mayBeDeep(schema)) return false;
  if (location === 'header' && (ignoredHeader(name) !== undefined || !isHttpToken(name))) return false;
  return location !== 'path' || field(parameter, 'required') === true;
}

/** `deepObject` has no meaning for a single value. */
function mayBeDeep(schema: Json): boolean {
  const type = isObject(schema) ? field(schema, 'type') : undefined;
  return type === undefined || type === 'object' || type === 'array';
}

/** `querystring` is not in every version. */
function isPlace(location: Json | undefined): location is 'path' | 'query' | 'header' | 'cookie' {
  return location === 'path' || location === 'query' || location === 'header' || location === 'cookie';
}

function areDistinct(names: readonly ParameterName[]): boolean {
  return new Set(names.map(parameterIdentity)).size === names.length;
}
