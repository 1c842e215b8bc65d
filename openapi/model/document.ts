import type { Diagnostic, Place } from '../source/diagnostic.js';
import type { Json, JsonObject } from '../source/json.js';
import type { Origin } from '../source/origin.js';
import type { ExternalDocs } from './external-docs.js';
import type { Header, Operation, Parameter, PathItem, RequestBody, Response } from './operation.js';
import type { Schema } from './schema.js';
import type { SecurityScheme } from './security.js';
import type { Server } from './server.js';

/** What is wrong in several places of a document, by the first of them. */
export interface WarningKind {
  readonly first: Diagnostic;
  readonly count: number;
}

/** The line of the specification a document follows. */
export type SpecificationLine = '3.0' | '3.1' | '3.2';

/** An OpenAPI document, read, resolved and merged: what every other stage works on. Maps keep the order of the document. */
export interface ApiDocument {
  readonly kind: 'document';
  readonly origin: Origin;
  /** The text of `openapi`, for example `3.0.1`. */
  readonly openapi: string;
  readonly line: SpecificationLine;
  readonly info: Info;
  readonly servers: readonly Server[];
  readonly tags: readonly Tag[];
  readonly externalDocs?: ExternalDocs;
  readonly paths: readonly PathItem[];
  /** All operations of `paths`, in document order. */
  readonly operations: readonly Operation[];
  /** All operations of `webhooks`, and of `x-webhooks`; `path` is the name of the webhook. Their payloads travel from the API to its caller. */
  readonly webhooks: readonly Operation[];
  readonly components: Components;
  readonly extensions: ReadonlyMap<string, Json>;
  /**
   * The document as it was parsed, where it is one file, each of its values stands in one place, and every reference is a pointer
   * into it. Absent where not.
   */
  readonly root?: JsonObject;
  /** Every file it is made of as it was parsed, its own among them, by the file of origins. */
  readonly files: ReadonlyMap<string, Json>;
  /** The document as plain data in one piece: every reference is a pointer inside it. */
  readonly bundled: JsonObject;
  /** What is wrong in the document but has a clear meaning. */
  readonly warnings: readonly Diagnostic[];
  /** The first warning of each kind, in the order of pointers, and how many there are: places are looked up for these only. */
  readonly warningKinds: readonly WarningKind[];
  /** File, line and column of a value, or of its key. */
  place(origin: Origin, atKey?: boolean): Place;
}

export interface Info {
  readonly title: string;
  readonly version: string;
  readonly description?: string;
}

/** Components, used or not. */
export interface Components {
  readonly schemas: ReadonlyMap<string, Schema>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly responses: ReadonlyMap<string, Response>;
  readonly requestBodies: ReadonlyMap<string, RequestBody>;
  readonly headers: ReadonlyMap<string, Header>;
  readonly pathItems: ReadonlyMap<string, PathItem>;
  readonly securitySchemes: ReadonlyMap<string, SecurityScheme>;
}

export interface Tag {
  readonly name: string;
  readonly description?: string;
  readonly externalDocs?: ExternalDocs;
}
