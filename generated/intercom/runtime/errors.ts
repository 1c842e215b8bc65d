import type { Operation } from './operation.js';
import type { RateLimit } from './rate-limit.js';

/** What every failed call throws, other than a TypeError for wrong arguments and the caller's own abort reason. */
export class ClientError extends Error {
  readonly #response: Response | undefined;

  constructor(operation: Operation, message: string, cause?: unknown, response?: Response) {
    super(`${operation.name} ${message}`, (cause as undefined) && { cause });
    this.#response = response;
  }

  /** The answer, whose body has been read; not enumerable, for its URL may hold an API key. Undefined if none came. */
  get response(): Response | undefined {
    return this.#response;
  }
}

/** The server answered with a status outside 2xx; comparing `status` narrows `body`. */
export class ApiError<Status extends number = number, Body = unknown> extends ClientError {
  override readonly name: string = 'ApiError';
  declare readonly status: Status;
  /** The parsed body; text if the answer was not JSON, as from a proxy; undefined if it was empty. */
  declare readonly body: Body;
  /** The id to quote to the vendor. Undefined if the answer names none. */
  declare readonly requestId: string | undefined;
  /** Undefined if the answer does not state a limit. */
  declare readonly rateLimit: RateLimit | undefined;
}

/** No complete answer came: refused or lost connection, unknown host; `cause` is the platform's error. */
export class NetworkError extends ClientError {
  override readonly name: 'NetworkError' = 'NetworkError';
  /** Always undefined; declared so that `status` of an error union can be compared. */
  declare readonly status: undefined;
}

/** The attempt took longer than the time limit. */
export class TimeoutError extends ClientError {
  override readonly name: 'TimeoutError' = 'TimeoutError';
  /** Always undefined; declared so that `status` of an error union can be compared. */
  declare readonly status: undefined;
}

/** The statuses a `ResponseError` can have. */
export type SuccessStatus = 200 | 201 | 202 | 203 | 206 | 207 | 208 | 226;

/** A success answer that is not what the operation declares: HTML, invalid JSON, or nothing where data is expected. `body` is its text. */
export class ResponseError extends ApiError<SuccessStatus, string | undefined> {
  override readonly name: 'ResponseError' = 'ResponseError';
}
