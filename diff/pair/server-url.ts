import type { Server } from '../../openapi/model/server.js';

/** The most addresses that one template is written out as. */
const MOST_URLS = 64;

/** The address of a server for the operations that are reached there. */
export interface ServerUrl {
  readonly server: Server;
  /** The URL template as written, with what a path brings to it. */
  readonly url: string;
  /** The same without the names of variables, in the spelling that all equal addresses have. */
  readonly identity: string;
}

/** @param prefix what stands between the server and the paths of the operations: the other side has it in its server. */
export function serverUrl(server: Server, prefix: string): ServerUrl {
  const url = `${withoutSlash(server.url)}${prefix}`;
  return { server, url: url === '' ? '/' : url, identity: identityOfUrl(url) };
}

/** A URL template without the names of its variables, in the spelling that all equal addresses have. */
export function identityOfUrl(url: string): string {
  return spelling(url.replace(/\{[^{}]*\}/g, '{}'));
}

/** A URL template with values for some of its variables. */
export function fillUrl(url: string, values: ReadonlyMap<string, string>): string {
  return url.replace(/\{([^{}]*)\}/g, (variable, name: string) => values.get(name) ?? variable);
}

/** Scheme and host ignore case, a default port is no port, and a slash at the end says nothing (RFC 3986, section 6.2). */
function spelling(url: string): string {
  const { scheme, host, path } = partsOf(url);
  const port = scheme === 'https' ? ':443' : scheme === 'http' ? ':80' : '';
  const plainHost = port !== '' && host.endsWith(port) ? host.slice(0, -port.length) : host;
  return `${scheme === '' ? '' : `${scheme}:`}${plainHost === '' ? '' : `//${plainHost}`}${path}`;
}

/** Scheme, host with port, and path of an absolute or relative address; all but the path in lower case. */
export function partsOf(url: string): { readonly scheme: string; readonly host: string; readonly path: string } {
  const match = /^(?:([a-z][a-z0-9+.-]*|\{[^{}]*\}):)?(?:\/\/([^/?#]*))?(.*)$/is.exec(url);
  const [, scheme = '', host = '', path = ''] = match ?? [];
  return { scheme: scheme.toLowerCase(), host: host.toLowerCase(), path: withoutSlash(path) };
}

function withoutSlash(url: string): string {
  let end = url.length;
  while (end > 0 && url[end - 1] === '/') end--;
  return url.slice(0, end);
}

/** Every address of a template whose variables list their values; a variable that takes any value stays a variable. */
export function addressesOf({ server, url }: ServerUrl): readonly string[] {
  let urls = [url];
  for (const [name, { enum: values }] of server.variables) {
    if (values.length === 0) continue;
    if (urls.length * values.length > MOST_URLS) return [identityOfUrl(url)];
    urls = urls.flatMap((one) => values.map((value) => one.replaceAll(`{${name}}`, () => value)));
  }
  return urls.map(identityOfUrl);
}

/** Whether an address is one of a template, in which `{}` stands for any value, one without a slash. */
export function matches(template: string, address: string): boolean {
  const [first = '', ...rest] = template.split('{}');
  if (!address.startsWith(first)) return false;
  let from = first.length;
  for (const [index, part] of rest.entries()) {
    const isLast = index === rest.length - 1;
    const at = isLast ? address.length - part.length : address.indexOf(part, from);
    if (at < from || !address.startsWith(part, at) || address.slice(from, at).includes('/')) return false;
    from = at + part.length;
  }
  return from === address.length;
}

/** The path at which a server begins, its variables at their defaults. */
export function basePath({ url, variables }: Server): string {
  return partsOf(fillUrl(url, new Map([...variables].map(([name, variable]) => [name, variable.default])))).path;
}
