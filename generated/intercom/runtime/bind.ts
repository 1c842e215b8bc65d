import type { Client } from './client.js';

/** The functions of a resource as methods that call `client`. The generated interface says what each takes. */
export function bind<T>(
  client: Client,
  functions: Readonly<Record<string, (client: Client, ...rest: never[]) => unknown>>,
): T {
  const methods = Object.entries(functions).map(([name, run]) => [name, run.bind(undefined, client)]);
  // The interface is generated from the same operations.
  return Object.fromEntries(methods) as T;
}
