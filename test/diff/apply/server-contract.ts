import { matches } from '../../../diff/pair/server-url.js';
import type { Operation } from '../../../openapi/model/operation.js';
import type { Server } from '../../../openapi/model/server.js';
import { newPart, type Part, say } from './part.js';

/** Where an operation is reached, and which place is taken when nobody chooses one. */
export interface Reach {
  /** Servers by their template without the names of its variables. */
  readonly servers: Map<string, { readonly server: Server; readonly url: string }>;
  first: string | undefined;
}

/** @param prefix what stands before the path of the operation and belongs to the server on the other side */
export function reachOf({ servers }: Operation, prefix: string): Reach {
  const entries = servers.map(
    (server) =>
      [identityOf(`${trimmed(server.url)}${prefix}`), { server, url: `${trimmed(server.url)}${prefix}` }] as const,
  );
  return { servers: new Map([...entries].reverse()), first: entries[0]?.[0] };
}

/** A template without the names of variables, its scheme and host in lower case, without the port that is meant anyway. */
export function identityOf(url: string): string {
  const match = /^([a-z][\w+.-]*:)?(\/\/[^/]*)?(.*)$/is.exec(trimmed(url).replace(/\{[^{}]*\}/g, '{}'));
  const scheme = match?.[1]?.toLowerCase() ?? '';
  const port = scheme === 'https:' ? ':443' : ':80';
  const host = match?.[2]?.toLowerCase() ?? '';
  return `${scheme}${host.endsWith(port) && scheme !== '' ? host.slice(0, -port.length) : host}${match?.[3] ?? ''}`;
}

/** Every address that is reached, with what the servers say besides. */
export function reachPart(reach: Reach): Part {
  const part = newPart();
  const all = new Set([...reach.servers.values()].flatMap(addressesOf));
  // An address of a template that is there says nothing more.
  const templates = [...all].filter((address) => address.includes('{}'));
  const isMore = (address: string) => !templates.some((one) => one !== address && matches(one, address));
  for (const address of [...all].filter(isMore)) say(part, `address ${address}`, 'true');
  say(part, 'first', reach.first);
  return part;
}

export function addressesOf({ server, url }: { readonly server: Server; readonly url: string }): readonly string[] {
  let urls = [url];
  for (const [name, { enum: values }] of server.variables) {
    if (values.length > 0 && urls.length * values.length <= 64) {
      urls = urls.flatMap((one) => values.map((value) => one.replaceAll(`{${name}}`, () => value)));
    }
  }
  return urls.map(identityOf);
}

/** What one server says of itself: its name, and the values its variables have where nobody chooses. */
export function serverPart({ name, url, variables }: Server): Part {
  const part = newPart();
  say(part, 'name', name);
  [...url.matchAll(/\{([^{}]*)\}/g)].forEach(([, variable = ''], slot) => {
    say(part, `default ${slot}`, variables.get(variable)?.default);
  });
  return part;
}

function trimmed(url: string): string {
  return url.replace(/\/+$/, '');
}
