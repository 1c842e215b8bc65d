import type { ApiDocument } from '../openapi/model/document.js';
import type { Operation } from '../openapi/model/operation.js';
import { isWebhookSection } from '../openapi/resolve/webhook-sections.js';
import { field, isArray, isObject, type Json } from '../openapi/source/json.js';
import type { Origin } from '../openapi/source/origin.js';
import { formatPointer } from '../openapi/source/pointer.js';
import { optionName } from './option-name.js';

/** `GET /contacts/{contact_id}`; webhooks and callbacks say what they are. */
export function operationLabel({ kind, method, path }: Pick<Operation, 'kind' | 'method' | 'path'>): string {
  return kind === 'operation' ? `${method} ${path}` : `${kind} ${method} ${path}`;
}

const COMPONENTS: ReadonlyMap<string, string> = new Map([
  ['parameters', 'parameter'],
  ['responses', 'response'],
  ['requestBodies', 'request body'],
  ['headers', 'header'],
  ['securitySchemes', 'security scheme'],
  ['pathItems', 'path item'],
  ['examples', 'example'],
  ['links', 'link'],
  ['callbacks', 'callback'],
  ['mediaTypes', 'media type'],
]);

/** Names the elements of a document in words that do not depend on their position. */
export class Describer {
  readonly #document: ApiDocument;
  #parameters: ReadonlyMap<string, string> | undefined;

  constructor(document: ApiDocument) {
    this.#document = document;
  }

  /** `contact.tags[].id`, or `GET /contacts → response 200 → data[].id` for what has no component. */
  describe(origin: Origin): string {
    const segments = origin.segments;
    const [first, second = '', third = ''] = segments;
    if (first === undefined) return 'document';
    if (first === 'components' && second === 'schemas') return `${third}${this.#schemaPath(segments, 3)}`;
    if (first === 'components') {
      return this.#inside([`${COMPONENTS.get(second) ?? second} ${third}`.trim()], segments.slice(3), segments, 3);
    }
    if (first === 'servers') return this.#inside([], segments, segments, 0) || first;
    const isWebhook = isWebhookSection(first);
    if (first !== 'paths' && !isWebhook) return segments.join('.');
    if (segments.length === 1) return first;
    const path = isWebhook ? `webhook ${second}` : second;
    if (segments.length === 2) return path;
    const isShared = third === 'parameters' || third === 'servers';
    const label = isShared
      ? path
      : `${third === 'additionalOperations' ? (segments[3] ?? '') : third.toUpperCase()} ${path}`;
    const from = isShared ? 2 : third === 'additionalOperations' ? 4 : 3;
    return this.#inside([label], segments.slice(from), segments, from);
  }

  #inside(parts: string[], rest: readonly string[], all: readonly string[], from: number): string {
    for (let index = 0; index < rest.length; index++) {
      const segment = rest[index] ?? '';
      const name = rest[index + 1] ?? '';
      switch (segment) {
        case 'parameters':
          if (name !== '') parts.push(this.#parameter(all.slice(0, from + index + 2)));
          index++;
          break;
        case 'responses':
          if (name !== '') parts.push(`response ${name}`);
          index++;
          break;
        case 'requestBody':
          parts.push('request body');
          break;
        case 'headers':
          parts.push(`header ${name}`);
          index++;
          break;
        case 'content':
          if (name !== '' && name !== 'application/json') parts.push(name);
          index++;
          break;
        case 'callbacks':
          parts.push(`callback ${name}`);
          index++;
          break;
        case 'servers':
          if (name !== '') parts.push(this.#server(all.slice(0, from + index + 2)));
          index++;
          break;
        case 'variables':
        case 'flows':
        case 'scopes':
          if (name !== '') parts.push(`${segment.slice(0, -1)} ${name}`);
          index++;
          break;
        case 'links':
        case 'encoding':
          parts.push(`${segment === 'links' ? 'link' : 'encoding of'} ${name}`);
          index++;
          break;
        case 'schema':
        case 'itemSchema': {
          const path = this.#schemaPath(all, from + index + 1).replace(/^[. ]/, '');
          if (path !== '') parts.push(path);
          return parts.join(' → ');
        }
        default:
          break;
      }
    }
    return parts.join(' → ');
  }

  /** By its URL: the order of servers says nothing. */
  #server(segments: readonly string[]): string {
    const raw = this.#rawAt(segments);
    const url = isObject(raw) ? field(raw, 'url') : undefined;
    return typeof url === 'string' ? `server ${url}` : 'server';
  }

  #parameter(segments: readonly string[]): string {
    const raw = this.#rawAt(segments);
    const [place, name] = isObject(raw) ? [field(raw, 'in'), field(raw, 'name')] : [];
    if (typeof place === 'string' && typeof name === 'string') return `${place} parameter ${name}`;
    this.#parameters ??= this.#nameParameters();
    return this.#parameters.get(formatPointer(segments)) ?? 'parameter';
  }

  #nameParameters(): ReadonlyMap<string, string> {
    const names = new Map<string, string>();
    const { operations, webhooks } = this.#document;
    for (const operation of [...operations, ...webhooks]) {
      for (const parameter of operation.parameters) {
        names.set(parameter.origin.pointer, `${parameter.in} parameter ${parameter.name}`);
      }
    }
    return names;
  }

  /** `.tags[].id` of the pointer inside a schema. `allOf` only groups, and keywords at the end are left to the message. */
  #schemaPath(segments: readonly string[], from: number): string {
    let path = '';
    for (let index = from; index < segments.length; index++) {
      const segment = segments[index] ?? '';
      const name = segments[index + 1];
      if (NAMED.has(segment) && name !== undefined) {
        path += `.${name}`;
        index++;
      } else if ((segment === 'anyOf' || segment === 'oneOf') && name !== undefined) {
        path += ` option ${optionName(this.#rawAt(segments.slice(0, index + 1)), Number(name))}`;
        index++;
      } else if (segment === 'prefixItems' && name !== undefined) {
        path += `[${name}]`;
        index++;
      } else if (segment === 'allOf') {
        index++;
      } else if (SINGLE.has(segment)) {
        path += SINGLE.get(segment) ?? '';
      }
    }
    return path;
  }

  /** Null where the document is made of several files. */
  #rawAt(segments: readonly string[]): Json {
    let raw: Json = this.#document.root ?? null;
    for (const segment of segments) {
      if (isObject(raw)) raw = field(raw, segment) ?? null;
      else raw = isArray(raw) ? (raw[Number(segment)] ?? null) : null;
    }
    return raw;
  }
}

const NAMED = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas']);
const SINGLE: ReadonlyMap<string, string> = new Map([
  ['items', '[]'],
  ['additionalProperties', '.*'],
  ['not', '.not'],
  ['contains', '[contains]'],
  ['propertyNames', '.propertyNames'],
  ['if', '.if'],
  ['then', '.then'],
  ['else', '.else'],
]);
