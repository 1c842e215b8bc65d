import type { ClientError } from './errors.js';
import type { SecurityScheme } from './schemes.js';
import type { Authorize } from './security.js';
import { parseBaseUrl } from './url.js';

/** The secret of one security scheme; a plain string for `basic` is `username:password`. */
export type Credential = string | { readonly username: string; readonly password: string };

/** What a generated module pins: its server, headers such as the API version, and how calls are authorized. */
export interface Api {
  /** The document's server, an absolute http or https URL. */
  readonly baseUrl: string;
  /** Sent with every call, such as the API version. Absent: none. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Adds credentials to a request. Absent: none are sent. */
  readonly authorize?: Authorize;
  /** Security schemes by name, for `authorize`. */
  readonly schemes?: Readonly<Record<string, SecurityScheme>>;
  /** The alternatives of operations that do not state their own, for `authorize`. */
  readonly security?: readonly (readonly string[])[];
}

/** Settings of a client; every one is optional. */
export interface ClientOptions {
  /** The token of every bearer, OAuth 2 and OpenID Connect scheme; a function is asked once per call. */
  readonly token?: string | (() => string | Promise<string>) | undefined;
  /** Credentials by scheme name; they go before `token`. For a scheme that nothing here can sign, any value says that a hook does. */
  readonly credentials?: Readonly<Record<string, Credential | (() => Credential | Promise<Credential>)>> | undefined;
  /** Absolute http or https URL in place of the document's server, and of the servers of single operations. */
  readonly baseUrl?: string | undefined;
  /** Sent with every call; they do not replace `Accept`, `Content-Type` and the headers the API pins. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  /** Absent: the global `fetch`. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** Milliseconds one attempt may take, its answer's body included; 0 is no limit. Absent: 60,000. */
  readonly timeout?: number | undefined;
  /**
   * How often a call that is safe to repeat is sent again after a lost connection, a time-out or the status 408, 429 or 5xx. It
   * waits as the server says, but for more than a minute: then it fails at once. Absent: 2.
   */
  readonly maxRetries?: number | undefined;
  /** Sees every request before it is sent and may return another; derive that from the one given, or the time limit is lost. */
  readonly onRequest?:
    | ((request: Request) => Request | undefined | void | Promise<Request | undefined> | Promise<void>)
    | undefined;
  /** Sees every response before it is read and may return another; read a clone, not the one given. */
  readonly onResponse?:
    | ((
        response: Response,
        request: Request,
      ) => Response | undefined | void | Promise<Response | undefined> | Promise<void>)
    | undefined;
  /** Told before a call waits to be sent again: why, for how many milliseconds, and the number of the attempt that comes, from 1. */
  readonly onRetry?: ((error: ClientError, delay: number, attempt: number) => void | Promise<void>) | undefined;
}

/** Settings of one call; they go before the client's. */
export interface CallOptions {
  /** Ends the call, waiting for a retry included; its reason is thrown unchanged. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds one attempt may take, its answer's body included; 0 is no limit. */
  readonly timeout?: number | undefined;
  /** How often the call is sent again if it is safe to repeat. */
  readonly maxRetries?: number | undefined;
  /** These replace any other header, the pinned ones included; undefined leaves the header as it is. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  /** Sent as `Idempotency-Key`; makes a POST or PATCH safe to repeat. */
  readonly idempotencyKey?: string | undefined;
}

/** An API and the settings to call it with; made by `createClient`. */
export interface Client {
  readonly api: Api;
  /** The server without a trailing slash. */
  readonly baseUrl: string;
  /** A function, so that a logged client shows no token. */
  readonly options: () => ClientOptions;
}

/** A client for `api`. Throws a TypeError if the base URL is not one that requests can go to. */
export function createClient(api: Api, options: ClientOptions = {}): Client {
  return { api, baseUrl: parseBaseUrl(options.baseUrl ?? api.baseUrl), options: () => options };
}
