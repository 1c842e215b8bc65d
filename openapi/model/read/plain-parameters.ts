import { field, isArray, isObject, type Json, type JsonObject } from '../../source/json.js';
import { isHttpToken } from '../http-token.js';
import { ignoredHeader } from '../ignored-header.js';
import type { Findings } from './findings.js';
import type { Inherited } from './inherited.js';
import type { PlainContent } from './plain-content.js';
import { hasPlainNotes, isBoolean, isExtension, isText } from './plain-fields.js';
import type { ParameterName } from './plain-parts.js';
import { STYLES } from './read-parameter.js';
import type { SchemaCheck } from './schema-check.js';

/** So many parameters are compared with each other in no time; more are suspicious. */
const MANY = 50;

const NONE: readonly never[] = [];

/** Looks through parameters for what the reader might complain about; errs as {@link SchemaCheck} does. */
export class PlainParameters {
  readonly #content: PlainContent;
  readonly #schemas: SchemaCheck;
  readonly #findings: Findings;
  readonly #components = new Map<JsonObject, ParameterName | undefined>();

  constructor(content: PlainContent, schemas: SchemaCheck, findings: Findings) {
    this.#content = content;
    this.#schemas = schemas;
    this.#findings = findings;
  }

  /**
   * Whether the parameters of an operation are plain, and those of the path are just what its template names.
   * @param isKnown whether their schemas were looked through
   */
  arePlain(parameters: Json | undefined, inherited: Inherited, isKnown: boolean): boolean {
    const own = parameters === undefined ? NONE : this.#namesIn(parameters, isKnown);
    if (own === undefined) return false;
    let unnamed = inherited.names.size;
    for (const name of own) {
      if (!isInPlace(name, inherited.names)) return false;
      if (name.in === 'path') unnamed--;
    }
    for (const parameter of inherited.parameters) {
      if (!isInPlace(parameter, inherited.names)) return false;
      if (parameter.in === 'path' && !own.some((other) => isSameParameter(other, parameter))) unnamed--;
    }
    return unnamed === 0;
  }

  /** What is listed, if all of it is plain and no two are the same. */
  #namesIn(listed: Json, isKnown: boolean): readonly ParameterName[] | undefined {
    if (!isArray(listed) || listed.length > MANY) return undefined;
    const { parts, trail, count } = this.#findings;
    const known = parts.parameters.get(listed);
    if (known !== undefined) return known;
    trail.keys[0] = 'parameters';
    const names: ParameterName[] = [];
    for (let index = 0; index < listed.length; index++) {
      trail.keys[1] = index;
      const name = this.#nameOf(listed[index] ?? null, isKnown);
      if (name === undefined) return undefined;
      for (const other of names) if (isSameParameter(other, name)) return undefined;
      names.push(name);
    }
    // What refers to nothing and holds no suspects is plain in another version too.
    if (!isKnown && this.#findings.count === count) parts.parameters.set(listed, names);
    return names;
  }

  #nameOf(parameter: Json, isKnown: boolean): ParameterName | undefined {
    if (!isObject(parameter)) return undefined;
    const reference = field(parameter, '$ref');
    if (reference === undefined) return this.#plainName(parameter, isKnown);
    const target = this.#findings.references.target('parameters', reference);
    if (target === undefined || !hasPlainNotes(parameter)) return undefined;
    // A component is looked through where it stands; here it only has to be read without complaint.
    if (!this.#components.has(target)) this.#components.set(target, this.#plainName(target, true));
    return this.#components.get(target);
  }

  #look(schema: Json): void {
    this.#findings.trail.keys[2] = 'schema';
    this.#schemas.look(schema, 3);
  }

  /** The name of a parameter with nothing suspicious outside of its schema, which is looked through too unless it is known. */
  #plainName(parameter: JsonObject, isKnown: boolean): ParameterName | undefined {
    let name: Json | undefined;
    let location: Json | undefined;
    let schema: Json | undefined;
    let style: Json | undefined;
    let required: Json | undefined;
    for (const key in parameter) {
      const value = parameter[key] ?? null;
      switch (key) {
        case 'name':
          name = value;
          break;
        case 'in':
          location = value;
          break;
        case 'schema':
          schema = value;
          if (!isKnown) this.#look(value);
          break;
        case 'style':
          style = value;
          break;
        case 'required':
          required = value;
          break;
        case 'description':
          if (!isText(value)) return undefined;
          break;
        case 'deprecated':
        case 'allowEmptyValue':
        case 'explode':
        case 'allowReserved':
          if (!isBoolean(value)) return undefined;
          break;
        case 'example':
          break;
        case 'examples':
          if (!this.#content.isPlainExamples(value)) return undefined;
          break;
        default:
          if (!isExtension(key)) return undefined;
      }
    }
    if (schema === undefined || !isText(name) || !isPlace(location)) return undefined;
    if (required !== true && (location === 'path' || (required !== undefined && required !== false))) return undefined;
    if (style !== undefined && !STYLES[location].some((known) => known === style)) return undefined;
    if (style === 'deepObject' && !mayBeDeep(schema)) return undefined;
    if (location === 'header' && (ignoredHeader(name) !== undefined || !isHttpToken(name))) return undefined;
    return { in: location, name };
  }
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

/** Whether a parameter is of the path where the template of the path has its name, and of something else where not. */
function isInPlace({ in: location, name }: ParameterName, template: ReadonlySet<string>): boolean {
  return location !== 'querystring' && (location === 'path') === template.has(name);
}

/** Whether one of two parameters would replace the other. */
function isSameParameter(one: ParameterName, other: ParameterName): boolean {
  if (one.in !== other.in) return false;
  if (one.name === other.name || one.in !== 'header') return one.name === other.name;
  return one.name.length === other.name.length && one.name.toLowerCase() === other.name.toLowerCase();
}
