import { field, isArray, isObject, type Json, type JsonObject } from '../../source/json.js';
import type { Origin } from '../../source/origin.js';
import { isHttpToken } from '../http-token.js';
import type { ReadContext } from './context.js';
import { Fields } from './fields.js';
import type { Findings } from './findings.js';
import type { Inherited } from './inherited.js';
import { everyMember, PlainContent } from './plain-content.js';
import {
  EXTERNAL_DOCS,
  hasPlainNotes,
  isBoolean,
  isExtension,
  isPlainObject,
  isText,
  isTextList,
} from './plain-fields.js';
import { PlainParameters } from './plain-parameters.js';
import { STATUS } from './read-response.js';
import { readServers } from './read-server.js';
import type { SchemaReader } from './schema-reader.js';

/** Looks through one object, to which the trail leads. */
type Look = (value: JsonObject, depth: number) => boolean;

/**
 * Looks through operations for what the reader might complain about, without making anything of them. It errs on one side only:
 * where it finds nothing, the reader finds neither fault nor warning. Rare things are suspicious.
 */
export class PlainOperation {
  readonly #context: ReadContext;
  readonly #findings: Findings;
  readonly #content: PlainContent;
  readonly #parameters: PlainParameters;

  constructor(context: ReadContext, { check, findings }: SchemaReader) {
    this.#context = context;
    this.#findings = findings;
    this.#content = new PlainContent(check, findings);
    this.#parameters = new PlainParameters(this.#content, check, findings);
  }

  isPlain(raw: Json, origin: Origin, inherited: Inherited): raw is JsonObject {
    if (!this.#context.isPlain || inherited.kind === 'callback' || !isObject(raw)) return false;
    this.#findings.trail.begin(origin);
    const isKnown = this.#findings.recall(raw, 0);
    const mark = this.#findings.mark();
    if (!this.#parameters.arePlain(field(raw, 'parameters'), inherited, isKnown)) return false;
    if (!isPlainSecurity(field(raw, 'security'), inherited.schemes)) return false;
    if (isKnown) return true;
    if (field(raw, 'responses') === undefined && this.#context.line === '3.0') return false;
    const isPlain = this.#isPlain(raw, origin);
    if (isPlain) this.#findings.remember(raw, 0, mark);
    return isPlain;
  }

  /** Looks through the fields of an operation, but for those that depend on where it stands. */
  #isPlain(raw: JsonObject, origin: Origin): boolean {
    for (const key in raw) {
      const value = raw[key] ?? null;
      this.#findings.trail.keys[0] = key;
      switch (key) {
        case 'summary':
        case 'description':
        case 'operationId':
          if (!isText(value)) return false;
          break;
        case 'tags':
          if (!isTextList(value)) return false;
          break;
        case 'parameters':
        case 'security':
          break;
        case 'responses':
          if (!this.#part(value, 1, this.#responses)) return false;
          break;
        case 'requestBody':
          if (!this.#referable('requestBodies', value, 1, this.#requestBody)) return false;
          break;
        case 'deprecated':
          if (!isBoolean(value)) return false;
          break;
        case 'servers':
          if (!this.#servers(raw, origin)) return false;
          break;
        case 'externalDocs':
          if (!isPlainObject(value, EXTERNAL_DOCS) || field(value, 'url') === undefined) return false;
          break;
        default:
          if (!isExtension(key)) return false;
      }
    }
    return true;
  }

  /** Few operations have servers of their own: they are read to see whether there is something to say. */
  #servers(operation: JsonObject, origin: Origin): boolean {
    const { faults, warnings } = this.#context;
    const before = faults.length + warnings.length;
    readServers(new Fields(this.#context, operation, origin, 'An operation'));
    return faults.length + warnings.length === before;
  }

  /** An object that another version of the document may have too. */
  #part(value: Json, depth: number, look: Look): boolean {
    if (!isObject(value)) return false;
    if (this.#findings.recall(value, depth)) return true;
    const mark = this.#findings.mark();
    const isPlain = look(value, depth);
    if (isPlain) this.#findings.remember(value, depth, mark);
    return isPlain;
  }

  /** An object or a reference to a component. */
  #referable(section: string, value: Json, depth: number, look: Look): boolean {
    const reference = isObject(value) ? field(value, '$ref') : undefined;
    if (reference === undefined) return isObject(value) && look(value, depth);
    return this.#findings.references.isPlain(section, reference) && hasPlainNotes(value);
  }

  readonly #requestBody: Look = (body, depth) => {
    let hasContent = false;
    for (const key in body) {
      const value = body[key] ?? null;
      this.#findings.trail.keys[depth] = key;
      if (key === 'content') {
        hasContent = this.#content.isPlain(value, depth + 1);
        if (!hasContent) return false;
      } else if (!(key === 'description' ? isText(value) : key === 'required' ? isBoolean(value) : isExtension(key))) {
        return false;
      }
    }
    return hasContent;
  };

  readonly #responses: Look = (responses, depth) => {
    for (const status in responses) {
      this.#findings.trail.keys[depth] = status;
      if (!STATUS.test(status)) return false;
      if (!this.#referable('responses', responses[status] ?? null, depth + 1, this.#response)) return false;
    }
    return true;
  };

  readonly #response: Look = (response, depth) => {
    let hasDescription = this.#context.line === '3.2';
    for (const key in response) {
      const value = response[key] ?? null;
      this.#findings.trail.keys[depth] = key;
      if (key === 'description') {
        if (!isText(value)) return false;
        hasDescription = true;
      } else if (key === 'content') {
        if (!this.#content.isPlain(value, depth + 1)) return false;
      } else if (!(key === 'headers' ? this.#headers(value, depth + 1) : isExtension(key))) {
        return false;
      }
    }
    return hasDescription;
  };

  #headers(headers: Json, depth: number): boolean {
    if (!isObject(headers)) return false;
    for (const name in headers) {
      this.#findings.trail.keys[depth] = name;
      if (!isHttpToken(name)) return false;
      if (!this.#referable('headers', headers[name] ?? null, depth + 1, this.#header)) return false;
    }
    return true;
  }

  readonly #header: Look = (header, depth) => {
    for (const key in header) {
      const value = header[key] ?? null;
      switch (key) {
        case 'description':
          if (!isText(value)) return false;
          break;
        case 'required':
        case 'deprecated':
        case 'explode':
          if (!isBoolean(value)) return false;
          break;
        case 'schema':
          this.#content.schema(key, value, depth);
          break;
        case 'example':
          break;
        default:
          if (!isExtension(key)) return false;
      }
    }
    return true;
  };
}

function isPlainSecurity(value: Json | undefined, schemes: Inherited['schemes']): boolean {
  if (value === undefined) return true;
  if (!isArray(value)) return false;
  return value.every((alternative) =>
    everyMember(alternative, (scopes, name) => schemes.has(name) && isTextList(scopes)),
  );
}
