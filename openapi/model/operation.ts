import type { Json } from '../source/json.js';
import type { Origin } from '../source/origin.js';
import type { ExternalDocs } from './external-docs.js';
import type { Schema } from './schema.js';
import type { SecurityAlternative } from './security.js';
import type { Server } from './server.js';

/** Path Item Object of `paths` or `webhooks`. */
export interface PathItem {
  readonly origin: Origin;
  /** The path template, or the name of the webhook. */
  readonly path: string;
  readonly operations: readonly Operation[];
  readonly extensions: ReadonlyMap<string, Json>;
}

/** What the operation is reached by. */
export type OperationKind = 'operation' | 'webhook' | 'callback';

/**
 * Operation Object, with everything it inherits merged in: path-level parameters, servers and security. An operation of a
 * webhook or callback is sent by the API to its caller.
 */
export interface Operation {
  readonly kind: OperationKind;
  readonly origin: Origin;
  /** Upper case, `GET` or a method of `additionalOperations` as written. */
  readonly method: string;
  /** The path template, the name of the webhook, or the runtime expression of the callback. */
  readonly path: string;
  /** `operationId`; not every document gives one. */
  readonly id?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
  readonly externalDocs?: ExternalDocs;
  /** Path-level parameters merged in; identity is location and name, and a header ignores case. */
  readonly parameters: readonly Parameter[];
  readonly requestBody?: RequestBody;
  /** By status as written, upper case: `200`, `2XX`, `default`. */
  readonly responses: ReadonlyMap<string, Response>;
  /** Effective alternatives; an empty list means that nothing is required. */
  readonly security: readonly SecurityAlternative[];
  /** Set where the operation states its security itself; absent where it inherits that of the document. */
  readonly securityFrom?: 'operation';
  /** Effective servers: of the operation, else of the path, else of the document. */
  readonly servers: readonly Server[];
  /** Where the effective servers were declared. */
  readonly serversFrom: 'operation' | 'path' | 'document';
  readonly callbacks: readonly Callback[];
  readonly extensions: ReadonlyMap<string, Json>;
}

export interface Callback {
  readonly origin: Origin;
  readonly name: string;
  /** One operation per expression and method. */
  readonly operations: readonly Operation[];
}

export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie' | 'querystring';
export type ParameterStyle =
  | 'simple'
  | 'label'
  | 'matrix'
  | 'form'
  | 'spaceDelimited'
  | 'pipeDelimited'
  | 'deepObject'
  | 'cookie';

/** Parameter Object. Defaults of the specification are filled in. */
export interface Parameter {
  readonly kind: 'parameter';
  /** The Parameter Object itself, behind references. */
  readonly origin: Origin;
  readonly name: string;
  readonly in: ParameterLocation;
  readonly description?: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly allowEmptyValue: boolean;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  readonly schema?: Schema;
  /** Set instead of `schema` when the value is serialised as a media type. */
  readonly content?: MediaType;
  readonly examples: readonly Json[];
  readonly extensions: ReadonlyMap<string, Json>;
}

export interface RequestBody {
  readonly kind: 'requestBody';
  readonly origin: Origin;
  readonly description?: string;
  readonly required: boolean;
  readonly content: ReadonlyMap<string, MediaType>;
  readonly extensions: ReadonlyMap<string, Json>;
}

export interface MediaType {
  readonly kind: 'mediaType';
  readonly origin: Origin;
  /** As written, for example `application/json; charset=utf-8`. */
  readonly name: string;
  readonly schema?: Schema;
  /** Schema of each element of a sequential media type, added by OpenAPI 3.2. */
  readonly itemSchema?: Schema;
  readonly examples: readonly Json[];
  readonly encoding: ReadonlyMap<string, Encoding>;
  /** Encoding of parts by position, added by OpenAPI 3.2. Absent: none is stated. */
  readonly prefixEncoding?: readonly Encoding[];
  /** Encoding of every part after those of `prefixEncoding`, added by OpenAPI 3.2. */
  readonly itemEncoding?: Encoding;
  readonly extensions: ReadonlyMap<string, Json>;
}

export interface Encoding {
  readonly origin: Origin;
  readonly contentType?: string;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved: boolean;
  readonly headers: ReadonlyMap<string, Header>;
  /** Encodings of the parts of a part that is multipart itself, added by OpenAPI 3.2. Absent: none is stated. */
  readonly encoding?: ReadonlyMap<string, Encoding>;
  readonly prefixEncoding?: readonly Encoding[];
  readonly itemEncoding?: Encoding;
}

export interface Response {
  readonly kind: 'response';
  readonly origin: Origin;
  readonly description?: string;
  readonly headers: ReadonlyMap<string, Header>;
  readonly content: ReadonlyMap<string, MediaType>;
  readonly links: ReadonlyMap<string, Link>;
  readonly extensions: ReadonlyMap<string, Json>;
}

export interface Header {
  readonly kind: 'header';
  readonly origin: Origin;
  readonly description?: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly explode: boolean;
  readonly schema?: Schema;
  readonly content?: MediaType;
  readonly extensions: ReadonlyMap<string, Json>;
}

export interface Link {
  readonly origin: Origin;
  readonly operationId?: string;
  readonly operationRef?: string;
  readonly parameters: ReadonlyMap<string, Json>;
  readonly requestBody?: Json;
  readonly server?: Server;
}
