import { type RateLimit, rateLimit } from './rate-limit.js';

/** What every failed call throws, other than a TypeError for wrong arguments and the caller's own abort reason. */
export class ClientError extends Error {
  override readonly name: string = 'ClientError';
  /** The method and path template, such as `GET /contacts/{contact_id}`. */
  readonly operation: string;
  /** The answer, whose body has been read; not enumerable, for its URL may hold an API key. Undefined if none came. */
  declare readonly response: Response | undefined;

  constructor(operation: string, message: string, response?: Response, cause?: unknown) {
    super(`${operation} ${message}`, cause === undefined ? cause : { cause });
    this.operation = operation;
    Object.defineProperty(this, 'response', { value: response });
  }
}

/** The server answered with a status outside 2xx; comparing `status` narrows `body`. */
export class ApiError<Status extends number = number, Body = unknown> extends ClientError {
  override readonly name: 'ApiError' = 'ApiError';
  readonly status: Status;
  /** The parsed body; text if the answer was not JSON, as from a proxy; undefined if it was empty. */
  readonly body: Body;
  /** The id to quote to the vendor. Undefined if the answer names none. */
  readonly requestId: string | undefined;

  constructor(operation: string, response: Response, body: Body) {
    super(operation, `answered ${response.status}${describe(body)}`, response);
    // The generated error union says which statuses there are; the constructor cannot.
    this.status = response.status as Status;
    this.body = body;
    const id = (Object(body) as { readonly request_id?: unknown }).request_id;
    this.requestId = response.headers.get('x-request-id') ?? (typeof id === 'string' ? id : undefined);
  }

  get headers(): Headers {
    return (this.response as Response).headers;
  }

  /** Undefined if the answer does not state a limit. */
  get rateLimit(): RateLimit | undefined {
    return rateLimit(this.headers);
  }
}

/** No complete answer came: refused or lost connection, unknown host; `cause` is the platform's error. */
export class NetworkError extends ClientError {
  override readonly name: 'NetworkError' = 'NetworkError';
  /** Always undefined; declared so that `status` of an error union can be compared. */
  readonly status: undefined;
}

/** The attempt took longer than the time limit. */
export class TimeoutError extends ClientError {
  override readonly name: 'TimeoutError' = 'TimeoutError';
  /** Always undefined; declared so that `status` of an error union can be compared. */
  readonly status: undefined;
}

/** The statuses a `ResponseError` can have. */
export type SuccessStatus = 200 | 201 | 202 | 203 | 206 | 207 | 208 | 226;

/** A success answer that is not what the operation declares: HTML, invalid JSON, or nothing where data is expected. */
export class ResponseError extends ClientError {
  override readonly name: 'ResponseError' = 'ResponseError';
  readonly status: SuccessStatus;
  /** The first characters of the body on one line, at most 200. */
  readonly excerpt: string;

  constructor(operation: string, response: Response, expected: string, text: string, cause?: unknown) {
    const start = excerpt(text);
    const type = response.headers.get('content-type') ?? 'no content type';
    super(operation, `answered ${response.status} (${type}), not ${expected}: ${start || 'empty'}`, response, cause);
    // Every other status is an ApiError.
    this.status = response.status as SuccessStatus;
    this.excerpt = start;
  }
}

/** What common error formats hold. */
interface Detail {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly detail?: unknown;
  readonly title?: unknown;
  readonly error?: Detail | string;
  readonly errors?: readonly (Detail | string)[];
}

function describe(body: unknown): string {
  // The body may be anything; what is found in it is only printed.
  const outer = Object(body) as Detail;
  const inner = outer.errors?.[0] ?? outer.error ?? (typeof body === 'string' ? body : outer);
  const parts = typeof inner === 'string' ? [inner] : [inner.code, inner.message ?? inner.detail ?? inner.title];
  const text = excerpt(parts.filter(Boolean).join(' '));
  return text && `: ${text}`;
}

/** The start of `text` on one line, without characters that could steer a terminal. */
function excerpt(text: string): string {
  return text
    .slice(0, 1000)
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 200);
}
