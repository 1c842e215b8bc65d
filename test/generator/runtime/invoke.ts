import {
  type CallOptions,
  type Client,
  operation,
  type Reply,
  type Result,
  type Traits,
} from '../../../generator/runtime/index.js';

/** What a test calls: an operation whose data nobody typed. */
export interface Invoked extends Promise<unknown> {
  safe(): Promise<Result<unknown, never>>;
  raw(): Promise<Reply<unknown>>;
}

/** Calls an operation as a generated function does. */
export function invoke(
  client: Client,
  { method, path, ...traits }: Traits & { readonly method: string; readonly path: string },
  params?: object,
  options?: CallOptions,
): Invoked {
  return operation(`${method} ${path.replaceAll(' ', '%20')}`, traits)(client, params, options);
}
