import { field, isArray, isObject, type Json, type JsonObject } from '../../source/json.js';
import { isHttpToken } from '../http-token.js';
import type { ReadContext } from './context.js';
import type { Inherited } from './inherited.js';
import { everyMember, PlainContent } from './plain-content.js';
import {
  EXTERNAL_DOCS,
  hasPlainNotes,
  isAnything,
  isBoolean,
  isPlainObject,
  isText,
  isTextList,
  type Plain,
} from './plain-fields.js';
import { type ParameterName, PlainParameters } from './plain-parameters.js';
import { templateNames } from './read-path-parameters.js';
import { STATUS } from './read-response.js';
import type { SchemaCheck } from './schema-check.js';

/**
 * Looks through operations for what the reader might complain about, without making anything of them. It errs on one side only:
 * where it finds nothing, the reader finds neither fault nor warning. Rare things are suspicious.
 */
export class PlainOperation {
  readonly #context: ReadContext;
  readonly #parameters: PlainParameters;
  readonly #operation: ReadonlyMap<string, Plain>;
  readonly #body: ReadonlyMap<string, Plain>;
  readonly #response: ReadonlyMap<string, Plain>;
  readonly #header: ReadonlyMap<string, Plain>;
  #schemes: Inherited['schemes'] = new Map();

  constructor(context: ReadContext, schemas: SchemaCheck) {
    this.#context = context;
    const content = new PlainContent(schemas, context.references, context.trail);
    this.#parameters = new PlainParameters(content, context.references, context.trail);
    const isPlainContent = (value: Json): boolean => content.isPlain(value);
    this.#body = new Map<string, Plain>([
      ['description', isText],
      ['required', isBoolean],
      ['content', isPlainContent],
    ]);
    this.#header = new Map<string, Plain>([
      ['description', isText],
      ['required', isBoolean],
      ['deprecated', isBoolean],
      ['explode', isBoolean],
      ['schema', (value) => content.schema('schema', value)],
      ['example', isAnything],
    ]);
    this.#response = new Map<string, Plain>([
      ['description', isText],
      ['content', isPlainContent],
      ['headers', (value) => this.#map('headers', value, this.#header) && Object.keys(value ?? {}).every(isHttpToken)],
    ]);
    this.#operation = new Map<string, Plain>([
      ['tags', isTextList],
      ['summary', isText],
      ['description', isText],
      ['externalDocs', (value) => isPlainObject(value, EXTERNAL_DOCS) && field(value, 'url') !== undefined],
      ['operationId', isText],
      // Looked at together with those of the path.
      ['parameters', isAnything],
      ['requestBody', (value) => this.#one('requestBody', 'requestBodies', value, this.#body)],
      ['responses', (value) => this.#part(value, () => this.#responses(value))],
      ['deprecated', isBoolean],
      ['security', (value) => this.#isPlainSecurity(value)],
    ]);
  }

  /** The trail ends at the operation. */
  isPlain(raw: Json, { path, kind, parameters, schemes }: Inherited): raw is JsonObject {
    if (!this.#context.isPlain || kind === 'callback' || !isObject(raw)) return false;
    this.#schemes = schemes;
    const own = field(raw, 'parameters');
    const names = own === undefined ? [] : this.#parameters.namesOf(own);
    // The name of a webhook is no path, and parameters in it are suspicious.
    const template = kind === 'operation' ? path : '';
    if (names === undefined || !isBound(template, [...parameters, ...names])) return false;
    if (field(raw, 'responses') === undefined && this.#context.line === '3.0') return false;
    return isPlainObject(raw, this.#operation);
  }

  #part(value: Json, look: () => boolean): boolean {
    return this.#context.plainParts.isPlain(value, this.#context.references, look);
  }

  #responses(value: Json): boolean {
    const needsDescription = this.#context.line !== '3.2';
    return (
      this.#map('responses', value, this.#response) &&
      everyMember(value, (response, status) => {
        if (!STATUS.test(status) || !isObject(response)) return false;
        return (
          !needsDescription || field(response, '$ref') !== undefined || field(response, 'description') !== undefined
        );
      })
    );
  }

  /** A map of objects or references to components; the field and the section have one name. */
  #map(section: string, value: Json, fields: ReadonlyMap<string, Plain>): boolean {
    this.#context.trail.push(section);
    const isPlain = everyMember(value, (member, name) => this.#one(name, section, member, fields));
    this.#context.trail.pop();
    return isPlain;
  }

  #one(key: string, section: string, value: Json, fields: ReadonlyMap<string, Plain>): boolean {
    return this.#part(value, () => this.#isPlainOne(key, section, value, fields));
  }

  #isPlainOne(key: string, section: string, value: Json, fields: ReadonlyMap<string, Plain>): boolean {
    const reference = isObject(value) ? field(value, '$ref') : undefined;
    if (reference !== undefined) {
      return this.#context.references.isPlain(section, reference) && hasPlainNotes(value);
    }
    if (section === 'requestBodies' && isObject(value) && field(value, 'content') === undefined) return false;
    this.#context.trail.push(key);
    const isPlain = isPlainObject(value, fields);
    this.#context.trail.pop();
    return isPlain;
  }

  #isPlainSecurity(value: Json): boolean {
    if (!isArray(value)) return false;
    return value.every((alternative) =>
      everyMember(alternative, (scopes, name) => this.#schemes.has(name) && isTextList(scopes)),
    );
  }
}

/** Whether the template of a path and the path parameters name the same, and nothing else has such a name. */
function isBound(path: string, parameters: readonly ParameterName[]): boolean {
  const names = new Set(templateNames(path));
  const declared = new Set<string>();
  for (const { in: location, name } of parameters) {
    if ((location === 'path') !== names.has(name) || location === 'querystring') return false;
    if (location === 'path') declared.add(name);
  }
  return declared.size === names.size;
}
