/** One operation as generated code describes it: data only, nothing in it is executed. */
export interface Operation {
  /** Upper case, such as `GET` or `QUERY`. */
  readonly method: string;
  /** The document's path template, such as `/contacts/{contact_id}`. */
  readonly path: string;
  /** Absent: the operation takes no parameters. */
  readonly parameters?: readonly Parameter[];
  /** The media type the body is sent as. Absent: the operation sends no body. */
  readonly body?: string;
  /** The `Accept` header: the media types a success answer may have. Absent: `application/json`. */
  readonly accept?: string;
  /** A success answer may be empty. Absent: only if its status is 204 or 205 or `accept` names every type. */
  readonly empty?: boolean;
  /** The operation declares a redirect as its answer: data is the URL it points to, which is not fetched. Absent: see `call`. */
  readonly redirect?: boolean;
  /** The server of this operation or path, absolute or relative to the client's. Absent: the client's. */
  readonly server?: string;
  /** Alternatives, each a list of scheme names that apply together; `[]` is anonymous. Absent: the API's default. */
  readonly security?: readonly (readonly string[])[];
  /** How properties of a multipart or urlencoded body are sent. Absent: as the media type says. */
  readonly encoding?: Readonly<Record<string, Encoding>>;
}

/** How messages name an operation: `GET /contacts/{contact_id}`. */
export function nameOf(operation: Operation): string {
  return `${operation.method} ${operation.path}`;
}

/** How one property of a multipart or urlencoded body is sent. */
export interface Encoding {
  /** The media type of the part. Absent: the platform's choice. */
  readonly contentType?: string;
  /** A query style. Absent: arrays repeat the name, objects are JSON. */
  readonly style?: string;
  /** Absent: the default of the style. */
  readonly explode?: boolean;
}

/** One parameter of an operation. */
export interface Parameter {
  /** The property of the params object that holds the value. */
  readonly key: string;
  /** The name on the wire. */
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'querystring';
  /** Absent: `simple` in a path and a header, `form` elsewhere. */
  readonly style?: Style;
  /** Absent: true for `form` and `cookie`, false for every other style. */
  readonly explode?: boolean;
  /** Leaves reserved characters of a query value as they are. Absent: false. */
  readonly allowReserved?: boolean;
  /** The media type the value is written as. Absent: the style applies. */
  readonly content?: string;
}

/** The serialisation styles of OpenAPI 3.2, section 4.12.2. */
export type Style =
  | 'simple'
  | 'label'
  | 'matrix'
  | 'form'
  | 'spaceDelimited'
  | 'pipeDelimited'
  | 'deepObject'
  | 'cookie';

/** What a generated module pins: its server, headers such as the API version, and security schemes. */
export interface Api {
  /** The document's server, an absolute http or https URL. */
  readonly baseUrl: string;
  /** Sent with every call, such as the API version. Absent: none. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Security schemes by name. Absent: none. */
  readonly security?: Readonly<Record<string, SecurityScheme>>;
  /** The alternatives of operations that do not state their own. Absent: no credentials are sent. */
  readonly auth?: readonly (readonly string[])[];
}

/** How one security scheme sends its credential; `other` is left to the caller's headers, hooks or fetch. */
export type SecurityScheme =
  | { readonly kind: 'bearer' }
  | { readonly kind: 'basic' }
  | { readonly kind: 'apiKey'; readonly in: 'header' | 'query' | 'cookie'; readonly name: string }
  | { readonly kind: 'other' };
