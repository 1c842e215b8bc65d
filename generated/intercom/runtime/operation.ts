import { type Call, call } from './call.js';
import type { CallOptions, Client } from './client.js';
import type { Params, Place } from './place.js';
import type { Read } from './read-answer.js';

/** What an operation needs beyond its address. Strategies are functions, so that a program contains only those it uses. */
export interface Traits {
  /** Every parameter, for `place`. Absent: those that the address names. */
  readonly parameters?: readonly Parameter[];
  /** Puts the parameters where they go. Absent: as the address says. */
  readonly place?: Place;
  /** The media type the body is sent as. Absent: `application/json`. */
  readonly body?: string;
  /** Writes the body. Absent: as JSON. */
  readonly encode?: Encode;
  /** How properties of a multipart or urlencoded body are sent. Absent: as the media type says. */
  readonly encoding?: Readonly<Record<string, Encoding>>;
  /** The `Accept` header: the media types a success answer may have. Absent: `application/json`. */
  readonly accept?: string;
  /** Reads a success answer. Absent: as JSON. */
  readonly read?: Read;
  /** A success answer may be empty. Absent: only if its status is 204 or 205. */
  readonly empty?: boolean;
  /** Makes the URL of a redirect the data. Absent: a redirect is an error. */
  readonly redirect?: (response: Response) => string | undefined;
  /** Whether the call does the same when it is sent twice, as a search does. Absent: the method says it. */
  readonly repeatable?: boolean;
  /** Alternatives, each a list of scheme names that apply together; `[]` is anonymous. Absent: the API's. Empty: no credentials. */
  readonly security?: readonly (readonly string[])[];
  /** The server of this operation or path, for `base`. */
  readonly server?: string;
  /** The base URL of this operation. Absent: the client's. */
  readonly base?: (client: Client, operation: Operation) => string;
}

/** One operation as generated code describes it. */
export interface Operation extends Traits {
  /** What messages call it: `GET /contacts/{id}`. */
  readonly name: string;
  /** Upper case, such as `GET` or `QUERY`. */
  readonly method: string;
  /** The path template, with the names of plain query parameters: `/contacts/{id}{?page,per_page}`. */
  readonly path: string;
}

/** The body as it is sent, its content type unless the platform states it, and `half` for a stream. Throws a TypeError if it cannot be encoded. */
export type Encode = (
  body: unknown,
  operation: Operation,
) => readonly [body: BodyInit, type?: string | undefined, duplex?: 'half' | undefined];

/** How one property of a multipart or urlencoded body is sent. Headers of parts are not: a FormData has no place for them. */
export interface Encoding {
  /** The media types a part may have; a file without a type takes the only one. Absent: the platform's choice. */
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

/** The description of the operation at `address`, which is its method, a space and its path, whose own spaces are written `%20`. */
export function describeOperation(address: string, traits?: Traits): Operation {
  // An address has one space.
  const [method, path] = address.split(' ') as [string, string];
  return { name: address.split('{?')[0] as string, method, path, ...traits };
}

/**
 * The function that calls the operation at `address`, such as `GET /contacts/{id}{?page,per_page}`. Path and query values
 * are the params of the same name; an array in the query repeats its name. The generated annotation says what is called
 * with what.
 */
export function operation(
  address: string,
  traits?: Traits,
): (client: Client, params?: object, options?: CallOptions) => Call<never, never> {
  const described = describeOperation(address, traits);
  // The generated type of the params is an interface, which has no index signature.
  return (client, params, options) => call(client, described, params as Params | undefined, options);
}

/** As `operation`, for one that takes no params: its function takes the client and the options. */
export function bare(address: string, traits?: Traits): (client: Client, options?: CallOptions) => Call<never, never> {
  const described = describeOperation(address, traits);
  return (client, options) => call(client, described, {}, options);
}
