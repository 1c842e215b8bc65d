import type { Operation } from '../../openapi/model/operation.js';
import { field, isObject, type Json, type JsonObject } from '../../openapi/source/json.js';
import type { RawDocument, RawOperation } from './raw-document.js';

/** The schemas that a caller receives and those that it sends, as the outermost places of a document state them. */
export interface SchemaRoots {
  readonly received: ReadonlySet<JsonObject>;
  readonly sent: ReadonlySet<JsonObject>;
}

/** Finds where schemas are used. What a webhook or callback carries is received, what is answered to it is sent. */
export function findSchemaRoots(document: RawDocument, operations: Iterable<Operation>): SchemaRoots {
  const finder = new RootFinder(document);
  for (const operation of operations) finder.operation(operation, document.operation(operation));
  for (const [kind, isReceived] of [
    ['responses', true],
    ['headers', true],
    ['requestBodies', false],
    ['parameters', false],
  ] as const) {
    for (const value of Object.values(document.components(kind))) {
      finder.place(value, isReceived ? finder.received : finder.sent);
    }
  }
  return finder;
}

class RootFinder implements SchemaRoots {
  readonly received = new Set<JsonObject>();
  readonly sent = new Set<JsonObject>();
  readonly #document: RawDocument;

  constructor(document: RawDocument) {
    this.#document = document;
  }

  operation(operation: Operation, raw: RawOperation | undefined): void {
    const [asked, answered] = operation.kind === 'operation' ? [this.sent, this.received] : [this.received, this.sent];
    const value = raw?.value ?? {};
    for (const parameter of this.#document.parameters(raw)) this.place(parameter, asked);
    this.place(field(value, 'requestBody'), asked);
    for (const response of members(field(value, 'responses'))) this.place(response, answered);
    for (const callback of operation.callbacks) {
      const holder = this.#document.follow(field(value, 'callbacks'));
      const expressions = holder && this.#document.follow(field(holder, callback.name));
      for (const each of callback.operations) {
        this.operation(each, this.#document.operationOf(expressions && field(expressions, each.path), each.method));
      }
    }
  }

  /** A parameter, header, body or response: its schema, those of its media types and of its headers. */
  place(value: Json | undefined, roots: Set<JsonObject>): void {
    const place = this.#document.follow(value);
    if (place === undefined) return;
    add(roots, field(place, 'schema'));
    for (const mediaType of members(field(place, 'content'))) {
      const followed = this.#document.follow(mediaType) ?? {};
      add(roots, field(followed, 'schema'));
      add(roots, field(followed, 'itemSchema'));
    }
    for (const header of members(field(place, 'headers'))) this.place(header, roots);
  }
}

function add(roots: Set<JsonObject>, schema: Json | undefined): void {
  if (isObject(schema)) roots.add(schema);
}

function members(value: Json | undefined): (Json | undefined)[] {
  return isObject(value) ? Object.values(value) : [];
}
