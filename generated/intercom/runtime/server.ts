import type { Client } from './client.js';
import type { Operation } from './operation.js';
import { own } from './own.js';
import { refuse } from './refuse.js';
import { parseBaseUrl } from './url.js';

/** A server of a document, whose URL may hold variables such as `{region}`. */
export interface Server {
  readonly url: string;
  /** Absent: the URL holds none. */
  readonly variables?: Readonly<Record<string, ServerVariable>>;
}

/** One variable of a server. */
export interface ServerVariable {
  readonly default: string;
  /** The values it may have. Absent: any that does not leave its part of the URL. */
  readonly enum?: readonly string[];
}

/** The base URL of a server, for the options of a client. Throws a TypeError for a value that the server does not take. */
export function serverUrl(server: Server, values: Readonly<Record<string, string>> = {}): string {
  const { url, variables } = server;
  for (const name of Object.keys(values)) {
    if (!own(variables, name)) refuse(`The server has no variable "${name}".`);
  }
  return url.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const variable = own(variables, name);
    const value = own(values, name);
    // A value must not choose another host, for credentials go there.
    if (value !== undefined && !(variable?.enum?.includes(value) ?? /^[\w~-][\w.~-]*$/.test(value))) {
      refuse(`The server does not take this value for "${name}".`);
    }
    return value ?? variable?.default ?? '';
  });
}

/** The server that a document states for one operation or path: absolute, or relative to the client's. */
export function operationServer(client: Client, { server = '' }: Operation): string {
  // Who names a base URL means every call, also those the document sends to another host.
  if (client.options().baseUrl !== undefined && /^https?:/i.test(server)) return client.baseUrl;
  return parseBaseUrl(new URL(server, `${client.baseUrl}/`).href);
}
